import type { Check, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { frenchDate } from '../formats/dates.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { verifyTwoDDoc, type TwoDDocReason, type TwoDDocVerification } from '../formats/two-d-doc/verify.ts'
import { missingTwoDDoc } from './missing-two-d-doc.ts'
import { TWO_D_DOC_TYPES } from './two-d-doc-types.ts'
import { twoDDocsOf, type TwoDDocOnPiece } from './two-d-docs.ts'

/**
 * `2d-doc-signature`: the signature of the 2D-Doc, its certificate on the day of signature, and whether its holder may
 * sign such a document (2D-Doc, sections 6 and 8). A certificate that our store lacks is never held against anybody.
 */
export function twoDDocSignatureCheck(trustStore: TrustStore): Check {
  return {
    code: '2d-doc-signature',
    appliesTo: ({ type }) => TWO_D_DOC_TYPES.has(type),
    run(context) {
      const docs = twoDDocsOf(context)
      const [first, ...others] = docs.own.map(doc => judge(context, doc, trustStore))
      if (!first) return missingTwoDDoc(context, docs)
      return [first, ...others].reduce((worst, result) => (RANK[result.statut] > RANK[worst.statut] ? result : worst))
    },
  }
}

const RANK = { 'sans-objet': 0, conforme: 1, 'non-realise': 2, anomalie: 3 } as const

function judge(context: CheckContext, doc: TwoDDocOnPiece, trustStore: TrustStore): CheckResult {
  const verification = verifyTwoDDoc(doc.reading, trustStore, { day: context.jourDepot })
  const motif = motifOf(doc, verification)
  const preuves: NonEmpty<Preuve> = [preuveOfCode(doc, verification)]
  switch (verification.outcome) {
    case 'valid':
      return { statut: 'conforme', motif, preuves }
    case 'invalid':
    case 'test-certificate':
      return { statut: 'anomalie', motif, preuves }
    case 'unverifiable':
      return { statut: 'non-realise', motif, preuves }
  }
}

function preuveOfCode({ reading, page, zone }: TwoDDocOnPiece, { certificate }: TwoDDocVerification): Preuve {
  const { authority, certificate: id, signatureDate, type } = reading.header
  const signed = signatureDate === null ? '' : `, signé le ${frenchDate(signatureDate)}`
  return {
    libelle: `2D-Doc, ${reading.typeLabel ?? `type ${type}`}`,
    valeur: `${certificate?.organisation ?? 'émetteur inconnu'} (certificat ${authority}/${id})${signed}`,
    page,
    zone,
    source: '2d-doc',
  }
}

const MOTIFS: Readonly<Record<Exclude<TwoDDocReason, 'signature-conforme' | 'emetteur-non-habilite'>, string>> = {
  'signature-fausse':
    "La signature du 2D-Doc est fausse : le contenu du code n'est pas celui que l'émetteur a signé. Demandez le document d'origine (PDF).",
  'longueur-de-signature':
    "La signature du 2D-Doc n'a pas la longueur d'une signature : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'base32-invalide':
    "La signature du 2D-Doc contient des caractères impossibles : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'separateurs-en-texte':
    "Le 2D-Doc porte ses séparateurs écrits en toutes lettres : ce code n'a pas été émis ainsi. Demandez le document d'origine (PDF).",
  'date-de-signature-future':
    "Le 2D-Doc est daté d'après le dépôt de la pièce. Vérifiez la date de dépôt, puis demandez le document d'origine (PDF).",
  'signature-absente':
    "Le 2D-Doc a été lu sans sa signature : elle ne peut pas être vérifiée. Demandez le document d'origine (PDF).",
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

function motifOf({ reading }: TwoDDocOnPiece, { reason, certificate, storeIsOld }: TwoDDocVerification): string {
  const label = (reading.typeLabel ?? `type ${reading.header.type}`).toLowerCase()
  const old = storeIsOld
    ? " La liste de confiance installée n'est plus à jour : signalez-le à l'exploitant du service."
    : ''
  switch (reason) {
    case 'signature-conforme':
      return `La signature du 2D-Doc est valide : émis par ${certificate?.organisation ?? 'son émetteur'}.${old}`
    case 'emetteur-non-habilite':
      return `Le 2D-Doc est signé par ${certificate?.organisation ?? 'un autre émetteur'}, qui n'émet pas ce document (${label}). Demandez le document d'origine (PDF).`
    default:
      return `${MOTIFS[reason]}${old}`
  }
}
