import { champTexte } from '../domain/champs.ts'
import type { CataloguedCheck, CheckContext, CheckResult, Preuve } from '../domain/check.ts'
import { pageText } from '../domain/reading.ts'
import { findSirets, isSiret, type SiretFound } from '../formats/siret.ts'
import { fold } from '../formats/text.ts'
import { preuveOf } from './preuves.ts'
import { printedChamp } from './printed.ts'

/** Below this an OCR reading says nothing of what is printed (entreprises-siret, section 4). */
const READABLE = 0.85

/**
 * `siret-cle`: the keys of the SIRET (Luhn on the 14 figures and on the SIREN; La Poste: multiple of 5), and its presence
 * on a payslip, where it is mandatory (code du travail, R. 3243-1). OCR misreads figures: a wrong key there counts only when
 * the same number is read twice; the text of a PDF is exact.
 */
export function siretKeyCheck(): CataloguedCheck {
  return {
    code: 'siret-cle',
    compares: 'the keys of the SIRET, and its presence on a payslip',
    accuses: "a wrong key in a PDF's text or read twice alike",
    appliesTo: ({ type }) => type === 'bulletin-de-paie' || type === 'recu-hotel' || type === 'contrat-de-travail',
    run(context) {
      const champ = printedChamp(context, 'siret')
      const preuve = preuveOf(context.champs, 'siret', 'SIRET imprimé')
      const siret = champTexte(context.champs, 'siret')?.replace(/\D/g, '') ?? null
      if (champ === null || preuve === null || siret === null) return absent(context)
      if (isSiret(siret)) {
        return { statut: 'conforme', motif: 'Les clés du numéro SIRET sont justes.', preuves: [preuve] }
      }
      const twice = siretsOn(context).filter(s => s.siret === siret && !s.repare).length >= 2
      const sure = champ.source === 'texte-pdf' || (twice && champ.confiance >= READABLE)
      return sure ? wrong(preuve, siret) : doubtful(preuve)
    },
  }
}

const wrong = (preuve: Preuve, siret: string): CheckResult => ({
  statut: 'anomalie',
  motif: `Le numéro SIRET imprimé, ${siret}, n'est pas valide : sa clé de contrôle est fausse. Vérifiez-le auprès de l'employeur ou au répertoire Sirene.`,
  preuves: [preuve],
})

const doubtful = (preuve: Preuve): CheckResult => ({
  statut: 'non-realise',
  motif: 'La clé du numéro SIRET lu ne tombe pas juste, mais sa lecture est incertaine : vérifiez-le sur la page.',
  preuves: [preuve],
})

const siretsOn = ({ pages }: CheckContext): SiretFound[] => pages.flatMap(page => findSirets(pageText(page)))

/** Employers without a French SIRET, and slips on which it is not mandatory (entreprises-siret, section 1). */
const WITHOUT_SIRET =
  /\b(?:CESU|CHEQUE EMPLOI SERVICE|PAJEMPLOI|PARTICULIER EMPLOYEUR|EMPLOYE DE MAISON|AMBASSADE|CONSULAT|MONACO|MINISTERE|RECTORAT|ACADEMIE|PREFECTURE|MAIRIE|COMMUNE DE|VILLE DE|CONSEIL DEPARTEMENTAL|CONSEIL REGIONAL|CENTRE HOSPITALIER|HOPITAL|UNIVERSITE|TRAITEMENT (?:BRUT|INDICIAIRE)|INDICE MAJORE|PENSION CIVILE)\b/

function absent(context: CheckContext): CheckResult {
  if (context.type !== 'bulletin-de-paie') {
    return { statut: 'sans-objet', motif: 'Aucun numéro SIRET sur ce document.' }
  }
  const text = fold(context.pages.map(pageText).join(' '))
  if (WITHOUT_SIRET.test(text)) {
    return {
      statut: 'sans-objet',
      motif: 'Cet employeur (particulier, public ou étranger) peut ne pas avoir de SIRET sur ses bulletins.',
    }
  }
  // A letterhead may be a picture in a PDF: only where the employer himself stands in the text is an absence certain.
  const employeur = printedChamp(context, 'employeur')
  const preuve = preuveOf(context.champs, 'employeur', 'Employeur imprimé')
  const allText = context.pages.every(page => page.source === 'texte-pdf')
  const mentioned = /\bSIRE[TN]\b/.test(text) || siretsOn(context).length > 0 || /\d{3} ?\d{3} ?\d{3} ?\d{5}/.test(text)
  if (allText && employeur?.source === 'texte-pdf' && preuve && !mentioned) {
    return {
      statut: 'anomalie',
      motif:
        "Aucun numéro SIRET n'est imprimé sur ce bulletin de paie, alors qu'il est obligatoire. Demandez le bulletin d'origine.",
      preuves: [preuve],
    }
  }
  return {
    statut: 'non-realise',
    motif: "Le numéro SIRET de l'employeur n'a pas été lu : vérifiez sur la page qu'il y figure.",
  }
}
