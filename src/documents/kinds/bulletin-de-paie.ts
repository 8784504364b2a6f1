import { completedWith } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { finDesMois } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { twoDDocFields } from '../two-d-doc-fields.ts'
import { readBulletin } from './bulletin-de-paie-champs.ts'

/**
 * Payslip: private (classic, "clarifié" since 2018), public service, CESU and Pajemploi, interim.
 * Source of the cues: arrêté du 25 février 2016 (model), arrêté du 31 janvier 2023 (montant net social).
 */
const cues: readonly Cue[] = [
  { words: 'Bulletin de paie', weight: 8, where: 'head' },
  { words: 'Bulletin de paye', weight: 8, where: 'head' },
  { words: 'Bulletin de salaire', weight: 8, where: 'head' },
  { words: 'Fiche de paie', weight: 7, where: 'head' },
  { words: 'Fiche de paye', weight: 7, where: 'head' },
  { words: 'Bulletin de paie clarifié', weight: 8, where: 'head' },
  { words: 'Net à payer avant impôt sur le revenu', weight: 6 },
  { words: 'Montant net social', weight: 3 },
  { words: 'Salaire brut', weight: 3 },
  { words: 'Total brut', weight: 2 },
  { words: 'Traitement brut', weight: 5 },
  { words: 'Indemnité de résidence', weight: 2 },
  { words: 'Transfert primes points', weight: 5 },
  { words: 'Retenue pc', weight: 3 },
  { words: 'Supplément familial de traitement', weight: 3 },
  { words: 'Net imposable', weight: 3 },
  { words: 'Salaire de base', weight: 3 },
  { words: 'Part employeur', weight: 3 },
  { words: 'Part salarié', weight: 3 },
  { words: 'Part patronale', weight: 2 },
  { words: 'Cotisations et contributions', weight: 3 },
  { words: 'Total des cotisations', weight: 3 },
  { words: 'Allègement de cotisations employeur', weight: 3 },
  { words: 'Cotisations salariales', weight: 2 },
  { words: 'Sécurité sociale plafonnée', weight: 3 },
  { words: 'Complémentaire tranche 1', weight: 3 },
  { words: 'CSG déductible', weight: 3 },
  { words: 'CSG CRDS non déductible', weight: 3 },
  { words: 'Congés payés acquis', weight: 1 },
  { words: 'Convention collective', weight: 1 },
  { words: 'Pour faire valoir vos droits conservez ce bulletin de paie sans limitation de durée', weight: 4 },
  { words: 'sans limitation de durée', weight: 2 },
  { words: 'Total versé par l’employeur', weight: 3 },
  { words: 'Chèque emploi service universel', weight: 2 },
  { words: 'Pajemploi', weight: 2 },
  // Papers that carry the same words and are none.
  { words: 'Certificat de travail', weight: -6, where: 'head' },
  { words: 'Reçu pour solde de tout compte', weight: -6, where: 'head' },
  { words: 'Attestation de salaire', weight: -6, where: 'head' },
  { words: 'Contrat de travail', weight: -3, where: 'head' },
  { words: 'Attestation destinée à France Travail', weight: -6, where: 'head' },
  { words: 'Attestation destinée à Pôle emploi', weight: -6, where: 'head' },
  { words: "Avis d'impôt", weight: -6, where: 'head' },
  { words: 'Attestation de paiement', weight: -4, where: 'head' },
  { words: 'Bulletin de pension', weight: -8, where: 'head' },
  { words: 'Compte de résultat', weight: -4, where: 'head' },
]

export const bulletinDePaie: DocumentKind = {
  type: 'bulletin-de-paie',
  cues,
  readFields: text => completedWith(readBulletin(text), twoDDocFields(text, ['06'])),
  validity({ champs, text, profil }) {
    const fin = lue(twoDDocFields(text, ['06']), 'periodeFin') ?? lue(champs, 'periodeFin')
    return fin
      ? finDesMois('bulletin-paie', fin, profil)
      : nonDeterminee('La période du bulletin de paie ne se lit pas. Déposez une copie plus nette.')
  },
  checks: [
    'siret-cle',
    'siret-registre',
    'bulletin-totaux',
    'bulletin-vraisemblance',
    'bulletin-cumuls',
    '2d-doc-signature',
    '2d-doc-coherence',
    'filigrane',
    'fichier-retouche',
    'demande-coherence',
    'doublon',
  ],
  remarks({ champs, text }) {
    if (champs['netAPayer'] || champs['salaireBrut']) return []
    return text.pages.length === 1
      ? [
          "Le bulletin de paie semble incomplet : ni le salaire brut ni le net à payer n'ont été lus. Ajoutez l'autre page.",
        ]
      : []
  },
}
