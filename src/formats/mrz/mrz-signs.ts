import type { MrzFieldName } from './layout.ts'
import type { MrzParse } from './mrz-reading.ts'
import { isFrenchPassportNumber } from './number-patterns.ts'
import { isRightTd2 } from './read-mrz.ts'
import { isKnownState, isSpecimenState } from './states.ts'

type MrzSignCode =
  | 'mise-en-page'
  | 'code-document'
  | 'numero-impossible'
  | 'etat-inconnu'
  | 'specimen'
  | 'date-impossible'
  | 'dates-contradictoires'
  | 'modele-retire'

/** Something no issuer writes, although the check digits may be right. */
export interface MrzSign {
  readonly code: MrzSignCode
  /** The fields it rests on: it counts only when they were read surely. */
  readonly fields: readonly MrzFieldName[]
  /** French, for the instructeur. */
  readonly motif: string
}

/** Numbers of specimens that circulate on the Internet (mrz.md 12): nobody holds these documents. */
const SPECIMEN_NUMBERS: ReadonlySet<string> = new Set(['X4RTBPFW4', '08CD50338', '940992310285', 'C01X0006H'])

/** First laminated cards, and last month in which prefectures issued any. */
const LAMINATED_CARD = { first: '1987-01', last: '2021-08' } as const

/**
 * What an expert would report of an MRZ on its own (mrz.md 10 to 12).
 * @param referenceDay ISO date, day of deposit
 */
export function mrzSigns(parse: MrzParse, referenceDay: string): MrzSign[] {
  return [
    ...layoutSigns(parse, referenceDay),
    ...numberSigns(parse),
    ...stateSigns(parse),
    ...dateSigns(parse, referenceDay),
  ]
}

function layoutSigns({ format, lines, fields, checks }: MrzParse, referenceDay: string): MrzSign[] {
  if (format === 'FR-CNI' && checks.some(c => c.status === 'wrong') && isRightTd2(lines, referenceDay)) {
    return [
      {
        code: 'mise-en-page',
        fields: ['surname', 'documentNumber', 'birthDate'],
        motif:
          "La bande MRZ a une mise en page qu'aucune carte d'identité française n'utilise : prénom sur la première ligne et date d'expiration sur la seconde.",
      },
    ]
  }
  if (
    format === 'TD1' &&
    fields.issuingState === 'FRA' &&
    fields.nationality === 'FRA' &&
    fields.documentCode === 'I'
  ) {
    return [
      {
        code: 'code-document',
        fields: ['documentCode', 'issuingState', 'nationality'],
        motif: "La bande MRZ commence par « I<FRA » : celle d'une carte d'identité française commence par « IDFRA ».",
      },
    ]
  }
  return []
}

function numberSigns({ format, fields }: MrzParse): MrzSign[] {
  const signs: MrzSign[] = []
  const { documentNumber: number, issuingState, documentCode, nationality } = fields
  const frenchPassport = format === 'TD3' && documentCode === 'P' && issuingState === 'FRA' && nationality === 'FRA'
  if (frenchPassport && !isFrenchPassportNumber(number)) {
    signs.push({
      code: 'numero-impossible',
      fields: ['documentNumber', 'issuingState', 'nationality'],
      motif: `Le numéro ${number} n'a pas la forme d'un numéro de passeport français (2 chiffres, 2 lettres, 5 chiffres).`,
    })
  }
  if (SPECIMEN_NUMBERS.has(number)) {
    signs.push({
      code: 'specimen',
      fields: ['documentNumber'],
      motif: `Le numéro ${number} est celui d'un spécimen publié, pas d'un titre délivré.`,
    })
  }
  return signs
}

function stateSigns({ fields }: MrzParse): MrzSign[] {
  const named = [
    ['issuingState', fields.issuingState, "de l'État émetteur"],
    ['nationality', fields.nationality, 'de nationalité'],
  ] as const
  return named.flatMap(([field, code, label]): MrzSign[] => {
    if (code === null || isKnownState(code)) return []
    if (isSpecimenState(code)) {
      return [
        {
          code: 'specimen',
          fields: [field],
          motif: `Le code ${label} ${code} est réservé aux spécimens de documents.`,
        },
      ]
    }
    return [{ code: 'etat-inconnu', fields: [field], motif: `Le code ${label} « ${code} » n'existe pas.` }]
  })
}

function dateSigns({ format, fields, checks }: MrzParse, referenceDay: string): MrzSign[] {
  const signs: MrzSign[] = []
  const right = (name: 'birthDate' | 'expiryDate'): boolean => checks.every(c => c.name !== name || c.status === 'ok')
  const impossible = [
    ['birthDate', fields.birthDateRaw, fields.birthDate, 'de naissance'],
    ['expiryDate', fields.expiryDateRaw, fields.permanent ? '' : fields.expiryDate, "d'expiration"],
  ] as const
  for (const [field, raw, iso, label] of impossible) {
    if (raw === null || iso !== null || !/^\d{6}$/.test(raw) || !right(field)) continue
    const written = `${raw.slice(4)}/${raw.slice(2, 4)}/${raw.slice(0, 2)}`
    signs.push({
      code: 'date-impossible',
      fields: [field],
      motif: `La date ${label} de la bande MRZ, ${written}, n'existe pas dans le calendrier.`,
    })
  }
  if (fields.birthDate !== null && fields.expiryDate !== null && fields.expiryDate <= fields.birthDate) {
    signs.push({
      code: 'dates-contradictoires',
      fields: ['birthDate', 'expiryDate'],
      motif: "La date d'expiration de la bande MRZ précède la date de naissance.",
    })
  }
  return format === 'FR-CNI' ? [...signs, ...issueSigns(fields, referenceDay)] : signs
}

function issueSigns({ issueMonth, birthDate }: MrzParse['fields'], referenceDay: string): MrzSign[] {
  if (issueMonth === null) return []
  const written = issueMonth.split('-').reverse().join('/')
  const month = Number(issueMonth.slice(5))
  if (month < 1 || month > 12) {
    return [
      {
        code: 'date-impossible',
        fields: ['documentNumber'],
        motif: `Le numéro de la carte donne ${written} pour mois de délivrance : ce mois n'existe pas.`,
      },
    ]
  }
  if (birthDate !== null && issueMonth < birthDate.slice(0, 7)) {
    return [
      {
        code: 'dates-contradictoires',
        fields: ['documentNumber', 'birthDate'],
        motif: `Le numéro de la carte donne une délivrance en ${written}, avant la naissance du titulaire.`,
      },
    ]
  }
  if (issueMonth < LAMINATED_CARD.first || issueMonth > LAMINATED_CARD.last || issueMonth > referenceDay.slice(0, 7)) {
    return [
      {
        code: 'modele-retire',
        fields: ['documentNumber'],
        motif: `Le numéro de la carte donne une délivrance en ${written} : ce modèle a été délivré de 1987 à août 2021.`,
      },
    ]
  }
  return []
}
