import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AvisAdministration, ServiceOutcome, TaxNoticeService } from '../domain/services.ts'
import type { JsonClient } from './json-client.ts'
import { nullable } from './nullable.ts'

/**
 * The tax notice as API Particulier v2 gave it (`GET /api/v2/avis-imposition`), the contract that the port keeps.
 * Failed attempts are counted by the service: the caller never asks more than twice for one notice.
 */
export function apiParticulier(client: JsonClient): TaxNoticeService {
  return {
    async find(numeroFiscal, referenceAvis): Promise<ServiceOutcome<AvisAdministration>> {
      const query = new URLSearchParams({ numeroFiscal, referenceAvis })
      const answer = await client.get(`/api/v2/avis-imposition?${query.toString()}`)
      if ('kind' in answer) return answer
      if (answer.status === 404) return isNotFound(answer.body) ? { kind: 'not-found' } : UNEXPECTED
      if (answer.status === 401 || answer.status === 403) {
        return { kind: 'unavailable', cause: 'acces-refuse', reverifierLe: null }
      }
      if (answer.status !== 200 || !isNotice(answer.body)) return UNEXPECTED
      return { kind: 'found', value: toAvis(answer.body) }
    },
  }
}

const UNEXPECTED = { kind: 'unavailable', cause: 'reponse-inattendue', reverifierLe: null } as const

/** A 404 of the service itself, not of a proxy on the way. */
const isNotFound = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'error' in body && body.error === 'not_found'

interface ApiDeclarant {
  readonly nom?: string | null
  readonly nomNaissance?: string | null
  readonly prenoms?: string | null
}
interface ApiNotice {
  readonly declarant1: ApiDeclarant
  readonly declarant2?: ApiDeclarant | null
  readonly nombreParts?: number | null
  readonly revenuFiscalReference?: number | null
  readonly montantImpot?: number | null
  readonly anneeRevenus?: string | null
  readonly dateRecouvrement?: string | null
  readonly erreurCorrectif?: string | null
  readonly situationPartielle?: string | null
}

function toAvis(notice: ApiNotice): AvisAdministration {
  const year = Number(notice.anneeRevenus)
  return {
    declarants: [notice.declarant1, notice.declarant2]
      .map(d => ({ nom: d?.nom ?? '', nomNaissance: d?.nomNaissance ?? '', prenoms: d?.prenoms ?? '' }))
      .filter(d => d.nom !== '' || d.nomNaissance !== ''),
    anneeRevenus: notice.anneeRevenus && Number.isInteger(year) ? year : null,
    nombreParts: notice.nombreParts ?? null,
    revenuFiscalReference: notice.revenuFiscalReference ?? null,
    montantImpot: notice.montantImpot ?? null,
    dateRecouvrement: isoDate(notice.dateRecouvrement),
    remplace: Boolean(notice.erreurCorrectif),
    partielle: Boolean(notice.situationPartielle),
  }
}

/** `31/07/2025` to ISO; `-` and anything else: none. */
function isoDate(text: string | null | undefined): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text ?? '')
  return match ? `${match[3]}-${match[2]}-${match[1]}` : null
}

const declarant = { nom: nullable('string'), nomNaissance: nullable('string'), prenoms: nullable('string') }
const isNotice = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<ApiNotice>({
  type: 'object',
  required: ['declarant1'],
  properties: {
    declarant1: { type: 'object', properties: declarant },
    declarant2: { type: ['object', 'null'], properties: declarant },
    nombreParts: nullable('number'),
    revenuFiscalReference: nullable('number'),
    montantImpot: nullable('number'),
    anneeRevenus: nullable('string'),
    dateRecouvrement: nullable('string'),
    erreurCorrectif: nullable('string'),
    situationPartielle: nullable('string'),
  },
})
