import type { TwoDDocReading } from '../formats/two-d-doc/two-d-doc-reading.ts'
import type { TwoDDocReason, TwoDDocVerification } from '../formats/two-d-doc/verify.ts'

const MOTIFS: Readonly<
  Record<Exclude<TwoDDocReason, 'signature-conforme' | 'emetteur-non-habilite' | 'emetteur-inhabituel'>, string>
> = {
  'signature-fausse':
    "La signature du 2D-Doc est fausse : le contenu du code n'est pas celui que l'émetteur a signé. Demandez le document d'origine (PDF).",
  'longueur-de-signature':
    "La signature du 2D-Doc n'a pas la longueur d'une signature : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'base32-invalide':
    "La signature du 2D-Doc contient des caractères impossibles : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'separateurs-en-texte':
    "Le 2D-Doc porte ses séparateurs écrits en toutes lettres : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'date-de-signature-future':
    "Le 2D-Doc porte une date de signature postérieure au jour où le document a été remis. Vérifiez ce jour, puis demandez le document d'origine (PDF).",
  'signature-absente':
    "Le 2D-Doc a été lu sans sa signature : des caractères ont été perdus en route (copier-coller, douchette) ou le code est incomplet. Faites lire le code sur le document lui-même, ou demandez le document d'origine (PDF).",
  'autorite-inconnue':
    "L'autorité qui garantit ce 2D-Doc ne figure pas dans la liste de confiance installée : la signature n'a pas pu être vérifiée. Vérifiez le code avec un lecteur officiel.",
  'autorite-refusee':
    "L'autorité qui garantissait ce 2D-Doc a été retirée de la liste de confiance : la signature ne peut plus être vérifiée. Demandez un document récent.",
  'certificat-inconnu':
    "Le certificat de ce 2D-Doc ne figure pas dans la liste de confiance installée : la signature n'a pas pu être vérifiée. Vérifiez le code avec un lecteur officiel.",
  'certificat-non-conforme':
    "Le certificat de ce 2D-Doc n'a pas été émis par l'autorité annoncée : la signature n'a pas pu être vérifiée. Signalez-le à l'exploitant du service.",
  'certificat-revoque':
    'Le certificat de ce 2D-Doc a été révoqué : la signature ne prouve plus rien. Demandez un document récent.',
  'cle-non-ecdsa':
    "Le certificat de ce 2D-Doc ne peut pas signer de code : la signature n'a pas pu être vérifiée. Vérifiez le code avec un lecteur officiel.",
  'date-hors-certificat':
    "Le 2D-Doc est signé à une date où son certificat n'était pas valide : la signature n'a pas pu être vérifiée. Vérifiez le code avec un lecteur officiel.",
  'certificat-de-test':
    "Le 2D-Doc est signé avec un certificat de test, qu'aucun document délivré ne porte : il ne prouve rien. Demandez le document d'origine (PDF).",
}

/** What the verification of a 2D-Doc says, in French for the guichet: the outcome, and what to do. */
export function verificationSentence(
  reading: TwoDDocReading,
  { reason, certificate, storeIsOld }: TwoDDocVerification,
): string {
  const label = (reading.typeLabel ?? `type ${reading.header.type}`).toLowerCase()
  const old = storeIsOld
    ? " La liste de confiance installée n'est plus à jour : signalez-le à l'exploitant du service."
    : ''
  switch (reason) {
    case 'signature-conforme':
      return `La signature du 2D-Doc est valide : émis par ${certificate?.organisation ?? 'son émetteur'}.${old}`
    case 'emetteur-non-habilite':
      return `Le 2D-Doc est signé par ${certificate?.organisation ?? 'un autre émetteur'}, qui n'émet pas ce document (${label}). Demandez le document d'origine (PDF).`
    case 'emetteur-inhabituel':
      return `La signature du 2D-Doc est exacte, mais ${certificate?.organisation ?? 'son émetteur'} n'est pas connu pour émettre ce document (${label}). Faites confirmer le document par son émetteur.${old}`
    default:
      return `${MOTIFS[reason]}${old}`
  }
}
