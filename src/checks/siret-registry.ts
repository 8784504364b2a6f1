import { champTexte } from '../domain/champs.ts'
import type { CataloguedCheck, CheckContext, CheckResult, Preuve } from '../domain/check.ts'
import type { CompanyRegistry, Etablissement, Unavailable } from '../domain/services.ts'
import { addDays } from '../formats/calendar.ts'
import { frenchDate } from '../formats/dates.ts'
import { companyNameSimilarity } from '../formats/company-name.ts'
import { foldWords } from '../formats/text.ts'
import { isSure, preuveOf } from './preuves.ts'
import { outageMotif, worstOutage } from './outage.ts'

/** Late payments and final slips come after a closure (entreprises-siret, section 4, row 4). */
const CLOSURE_TOLERANCE_DAYS = 31
const SAME_NAME = 0.6
const OTHER_NAME = 0.45

/**
 * `siret-registre`: the establishment is known, open at the period, and bears the name printed.
 *
 *     no SIRET read ............................ non-realise (siret-cle says why)
 *     every register down ...................... non-realise, to be run again
 *     unknown in an exhaustive register ........ anomalie when the reading is sure
 *     unknown where some units are hidden ...... non-realise
 *     closed before, or created after the period anomalie
 *     another name ............................. anomalie when clearly another and surely read
 *
 * @param registries asked in order until one knows the establishment
 */
export function siretRegistryCheck(registries: readonly CompanyRegistry[]): CataloguedCheck {
  return {
    code: 'siret-registre',
    compares: 'the establishment in the register of companies: known, open at the period, of that name',
    accuses: 'unknown everywhere, closed before or created after the period, clearly another name',
    appliesTo: ({ type }) => type === 'bulletin-de-paie',
    async run(context): Promise<CheckResult> {
      const siret = champTexte(context.champs, 'siret')
      const printed = preuveOf(context.champs, 'siret', 'SIRET imprimé')
      if (siret === null || printed === null) {
        return {
          statut: 'non-realise',
          motif: "Le SIRET n'a pas été lu : l'employeur n'a pas pu être cherché au répertoire.",
        }
      }
      if (registries.length === 0) {
        return {
          statut: 'non-realise',
          motif: "Le répertoire des entreprises n'est pas configuré : l'employeur n'a pas été vérifié.",
        }
      }
      const outages: Unavailable[] = []
      let unknownSurely = false
      for (const registry of registries) {
        const outcome = await registry.find(siret)
        if (outcome.kind === 'found') return compare(context, printed, outcome.value, registry.nom)
        if (outcome.kind === 'unavailable') outages.push(outcome)
        else unknownSurely ||= registry.exhaustif
      }
      return unknown(context, printed, unknownSurely, outages)
    },
  }
}

function unknown(
  { champs }: CheckContext,
  printed: Preuve,
  unknownSurely: boolean,
  outages: readonly Unavailable[],
): CheckResult {
  const outage = worstOutage(outages)
  if (outage) return outageMotif('Le répertoire des entreprises', outage)
  if (unknownSurely && isSure(champs['siret'])) {
    return { statut: 'anomalie', motif: 'Le SIRET imprimé est inconnu du répertoire Sirene.', preuves: [printed] }
  }
  return {
    statut: 'non-realise',
    motif: unknownSurely
      ? 'Le SIRET lu est inconnu du répertoire Sirene, mais sa lecture est incertaine : vérifiez-le sur la page.'
      : "Le SIRET n'est pas dans l'annuaire public des entreprises ; certaines entreprises n'y paraissent pas : vérifiez au répertoire Sirene.",
    preuves: [printed],
  }
}

function compare(context: CheckContext, printed: Preuve, found: Etablissement, registre: string): CheckResult {
  const { champs } = context
  const debut = champTexte(champs, 'periodeDebut')
  const fin = champTexte(champs, 'periodeFin')
  const register = (libelle: string, valeur: string): Preuve => ({
    libelle: `${registre} : ${libelle}`,
    valeur,
    page: null,
    zone: null,
    source: 'calcul',
  })
  const sure = isSure(champs['siret'])
  const suspicious = (motif: string, preuves: readonly [Preuve, ...Preuve[]]): CheckResult =>
    sure
      ? { statut: 'anomalie', motif, preuves }
      : {
          statut: 'non-realise',
          motif: `${motif} La lecture du SIRET est incertaine : vérifiez-le sur la page.`,
          preuves,
        }

  const { dateFermeture, dateCreation } = found
  if (debut === null || fin === null) {
    return {
      statut: 'non-realise',
      motif: "L'établissement est connu, mais la période de paie n'a pas été lue : vérifiez qu'il était ouvert.",
      preuves: [printed],
    }
  }
  if (!found.ouvert && dateFermeture === null) {
    return {
      statut: 'non-realise',
      motif:
        "L'établissement est fermé et le répertoire n'en donne pas la date : vérifiez qu'il était ouvert à la période.",
      preuves: [printed],
    }
  }
  if (!found.ouvert && dateFermeture !== null && dateFermeture < addDays(debut, -CLOSURE_TOLERANCE_DAYS)) {
    const preuve = register('date de fermeture', frenchDate(dateFermeture))
    const transfer = found.uniteOuverte
      ? " L'entreprise a un autre établissement ouvert : un transfert est possible."
      : ''
    if (found.uniteOuverte && dateFermeture >= addDays(debut, -365)) {
      return {
        statut: 'conforme',
        motif: `L'établissement a fermé le ${frenchDate(dateFermeture)}.${transfer}`,
        preuves: [printed, preuve],
      }
    }
    return suspicious(`L'établissement a fermé le ${frenchDate(dateFermeture)}, avant la période de paie.${transfer}`, [
      printed,
      preuve,
    ])
  }
  if (dateCreation !== null && dateCreation > fin) {
    return suspicious(`L'établissement a été créé le ${frenchDate(dateCreation)}, après la période de paie.`, [
      printed,
      register('date de création', frenchDate(dateCreation)),
    ])
  }
  const employee = foldWords(`${champTexte(champs, 'nom') ?? ''} ${champTexte(champs, 'prenoms') ?? ''}`)
  if (employee.includes(' ') && found.exploitants.some(e => foldWords(e) === employee)) {
    return suspicious("Le salarié du bulletin est l'exploitant de l'entreprise qui l'emploie.", [
      printed,
      register('exploitant', found.exploitants.join(', ')),
    ])
  }
  return compareNames(context, printed, found, register, sure)
}

function compareNames(
  { champs }: CheckContext,
  printed: Preuve,
  found: Etablissement,
  register: (libelle: string, valeur: string) => Preuve,
  sure: boolean,
): CheckResult {
  const state = register('état', found.ouvert ? 'ouvert' : 'fermé')
  const employeur = preuveOf(champs, 'employeur', 'Employeur imprimé')
  if (found.nonDiffusible || employeur === null) {
    return {
      statut: 'conforme',
      motif: found.nonDiffusible
        ? "L'établissement est connu et ouvert à la période ; son nom n'est pas public."
        : "L'établissement est connu et ouvert à la période ; le nom de l'employeur n'a pas été lu.",
      preuves: [printed, state],
    }
  }
  const score = companyNameSimilarity(employeur.valeur, found.noms)
  const name = register('nom', found.noms[0] ?? '')
  if (score >= SAME_NAME) {
    return {
      statut: 'conforme',
      motif: "L'établissement est connu, ouvert à la période, et porte ce nom.",
      preuves: [printed, employeur, name],
    }
  }
  const nameSure = isSure(champs['employeur'])
  if (score < OTHER_NAME && sure && nameSure) {
    return {
      statut: 'anomalie',
      motif: "Le nom de l'employeur imprimé n'est pas celui de l'entreprise qui a ce SIRET.",
      preuves: [printed, employeur, name],
    }
  }
  return {
    statut: 'non-realise',
    motif:
      "Le nom de l'employeur imprimé ressemble mal à celui du répertoire (enseigne, siège ou lecture incertaine) : vérifiez-le.",
    preuves: [printed, employeur, name],
  }
}
