import { champNombre, champTexte } from '../domain/champs.ts'
import type { CataloguedCheck, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import type { AvisAdministration, ServiceOutcome, TaxNoticeService } from '../domain/services.ts'
import { foldWords } from '../formats/text.ts'
import { outageMotif } from './outage.ts'
import { isSure, preuveOf } from './preuves.ts'

/** Failed attempts are counted by the service: never more than two for one notice. */
const MAX_ATTEMPTS = 2
const PARTS_TOLERANCE = 0.01
const AMOUNT_TOLERANCE = 1

/**
 * `avis-administration`: the notice against the tax administration's data (avis-imposition, section 7).
 *
 * Suspicion only when a field surely read differs from the data of this very notice. A notice that a more recent one
 * replaces, a partial situation, a doubtful reading or an outage: not carried out, with why.
 */
export function noticeAdministrationCheck(service: TaxNoticeService | null): CataloguedCheck {
  const attempts = new Map<string, number>()
  return {
    code: 'avis-administration',
    compares: "the notice against the tax administration's data",
    accuses: 'a field surely read that differs from the data of this very notice',
    appliesTo: ({ type }) => type === 'avis-imposition',
    async run(context): Promise<CheckResult> {
      if (service === null) {
        return { statut: 'non-realise', motif: "Le service de vérification des avis d'imposition n'est pas configuré." }
      }
      const numero = champTexte(context.champs, 'numeroFiscal')
      const reference = champTexte(context.champs, 'referenceAvis')
      if (numero === null || reference === null) {
        return {
          statut: 'non-realise',
          motif:
            "Le numéro fiscal ou la référence de l'avis n'a pas été lu : l'administration n'a pas pu être interrogée.",
        }
      }
      const outcome = await ask(service, attempts, numero, reference)
      switch (outcome.kind) {
        case 'unavailable':
          return outageMotif("Le service de vérification des avis d'imposition", outcome)
        case 'not-found':
          return unknown(context)
        case 'found':
          return compare(context, outcome.value)
      }
    },
  }
}

async function ask(
  service: TaxNoticeService,
  attempts: Map<string, number>,
  numero: string,
  reference: string,
): Promise<ServiceOutcome<AvisAdministration>> {
  const key = `${numero}/${reference}`
  const made = attempts.get(key) ?? 0
  if (made >= MAX_ATTEMPTS) return { kind: 'unavailable', cause: 'debit-depasse', reverifierLe: null }
  attempts.set(key, made + 1)
  return service.find(numero, reference)
}

function unknown({ champs }: CheckContext): CheckResult {
  const preuves = [
    preuveOf(champs, 'numeroFiscal', 'Numéro fiscal'),
    preuveOf(champs, 'referenceAvis', "Référence de l'avis"),
  ].filter(p => p !== null)
  const [first, ...rest] = preuves
  const sure = ['numeroFiscal', 'referenceAvis'].every(n => isSure(champs[n]))
  if (first && sure) {
    return { statut: 'anomalie', motif: "L'administration fiscale ne connaît pas cet avis.", preuves: [first, ...rest] }
  }
  return {
    statut: 'non-realise',
    motif: "L'administration fiscale ne trouve pas cet avis, mais ses numéros sont mal lus : vérifiez-les sur la page.",
    preuves,
  }
}

interface Comparison {
  readonly nom: string
  readonly libelle: string
  readonly equal: boolean
}

function compare(context: CheckContext, avis: AvisAdministration): CheckResult {
  const { champs } = context
  const comparisons = compareFields(context, avis)
  const evidence = comparisons.map(c => preuveOf(champs, c.nom, c.libelle)).filter(p => p !== null)
  const [first, ...rest] = evidence
  if (!first) {
    return {
      statut: 'non-realise',
      motif: "Aucun champ de l'avis n'a été lu pour être comparé aux données de l'administration.",
    }
  }
  const preuves: NonEmpty<Preuve> = [first, ...rest]
  const different = comparisons.filter(c => !c.equal)
  if (different.length === 0) {
    const newer = avis.remplace ? ' Un avis plus récent existe.' : ''
    return { statut: 'conforme', motif: `L'avis correspond aux données de l'administration fiscale.${newer}`, preuves }
  }
  const names = different.map(c => c.libelle.toLowerCase()).join(', ')
  if (avis.remplace) {
    return {
      statut: 'non-realise',
      motif: 'Un avis plus récent existe : celui-ci ne peut plus être comparé. Demandez le dernier avis.',
      preuves,
    }
  }
  if (avis.partielle) {
    return {
      statut: 'non-realise',
      motif: "L'administration donne une situation partielle de l'année : comparez avec l'autre avis.",
      preuves,
    }
  }
  if (different.some(c => isSure(champs[c.nom]))) {
    return {
      statut: 'anomalie',
      motif: `Ne correspond pas aux données de l'administration fiscale : ${names}.`,
      preuves,
    }
  }
  return { statut: 'non-realise', motif: `Lecture incertaine de : ${names}. Comparez sur la page.`, preuves }
}

function compareFields({ champs }: CheckContext, avis: AvisAdministration): Comparison[] {
  const out: Comparison[] = []
  const amount = (nom: string, libelle: string, expected: number | null, tolerance: number): void => {
    const printed = champNombre(champs, nom)
    if (printed !== null) out.push({ nom, libelle, equal: Math.abs(printed - (expected ?? 0)) <= tolerance })
  }
  amount('revenuFiscalReference', 'Revenu fiscal de référence', avis.revenuFiscalReference, 0)
  if (avis.nombreParts !== null) amount('nombreParts', 'Nombre de parts', avis.nombreParts, PARTS_TOLERANCE)
  amount('montantImpot', "Montant de l'impôt", avis.montantImpot, AMOUNT_TOLERANCE)
  const year = Number(champs['anneeRevenus']?.valeur)
  if (Number.isInteger(year) && avis.anneeRevenus !== null) {
    out.push({ nom: 'anneeRevenus', libelle: 'Année des revenus', equal: year === avis.anneeRevenus })
  }
  const declarant = champTexte(champs, 'declarant1')
  if (declarant !== null && avis.declarants.length > 0) {
    out.push({ nom: 'declarant1', libelle: 'Déclarant 1', equal: avis.declarants.some(d => namesMatch(declarant, d)) })
  }
  const recouvrement = champTexte(champs, 'dateMiseEnRecouvrement')
  if (recouvrement !== null && avis.dateRecouvrement !== null) {
    out.push({
      nom: 'dateMiseEnRecouvrement',
      libelle: 'Date de mise en recouvrement',
      equal: recouvrement === avis.dateRecouvrement,
    })
  }
  return out
}

/** Same surname (either one), whatever the order of the words printed. */
function namesMatch(printed: string, declarant: { readonly nom: string; readonly nomNaissance: string }): boolean {
  const words = ` ${foldWords(printed)} `
  return [declarant.nom, declarant.nomNaissance].some(n => n !== '' && words.includes(` ${foldWords(n)} `))
}
