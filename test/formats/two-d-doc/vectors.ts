import { readFileSync } from 'node:fs'
import { trustStore, type TrustStore } from '../../../src/formats/two-d-doc/trust-store.ts'

/** The shared 2D-Doc vectors: reference codes of the ANTS, published specimens, made and damaged codes. */
export interface TwoDDocVector {
  readonly id: string
  readonly raw?: string
  readonly rawHex?: string
  readonly segments?: readonly string[]
  readonly dataZoneOnly?: boolean
  readonly expected: {
    readonly header?: Readonly<Record<string, string | number | null>>
    readonly fields?: readonly ExpectedField[]
    readonly annex?: readonly ExpectedField[]
    readonly unknownIdentifiers?: readonly string[]
    readonly unknownType?: boolean
    readonly binary?: boolean
    readonly sameAs?: string
    readonly error?: string
    readonly signature?: {
      readonly certificate: string
      readonly present: boolean
      readonly bytes: number
      readonly verifies: boolean | null
      readonly signatureDateWithinCertificate: boolean | null
      readonly production: boolean
    }
  }
}

export interface ExpectedField {
  readonly id: string
  readonly value: string
  readonly truncated?: boolean
  readonly short?: boolean
}

interface VectorFile {
  readonly certificates: Readonly<Record<string, { readonly pem: string }>>
  readonly vectors: readonly TwoDDocVector[]
}

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const file = json('../../vectors/two-d-doc.json') as VectorFile
export const VECTORS = file.vectors

export const vector = (id: string): TwoDDocVector => {
  const found = VECTORS.find(v => v.id === id)
  if (!found) throw new Error(id)
  return found
}

/** Content as a barcode reader gives it, one character per byte. */
export const contentOf = (v: TwoDDocVector): string =>
  v.rawHex !== undefined ? Buffer.from(v.rawHex, 'hex').toString('latin1') : (v.raw ?? '')

export const SHIPPED = json('../../../models/two-d-doc/trust-store.json')

/** The certificates of the vectors in the form of an added store. */
export const VECTOR_CERTIFICATES = {
  authorities: [],
  certificates: Object.entries(file.certificates).map(([name, { pem }]) => ({
    ca: name.slice(0, 4),
    id: name.slice(5),
    // Those that stand in the shipped store keep their holder; the made ones may sign what they like.
    ...(name.startsWith('FR00')
      ? { organisation: 'VECTEURS DE TEST', documentTypes: ['28', '04', '06', '07', '13', 'ZZ', '01', 'B1'] }
      : {}),
    ...(name === 'FR03/AV01' ? { organisation: "CAISSE NATIONALE D'ASSURANCE MALADIE" } : {}),
    ...(name === 'FR03/AHP1' ? { organisation: 'ASSISTANCE PUBLIQUE HOPITAUX DE PARIS' } : {}),
    ...(name.startsWith('FR04') ? { organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUES' } : {}),
    der: pem.replace(/-----[A-Z ]+-----|\s/g, ''),
  })),
}

export const vectorStore = (): TrustStore => trustStore(SHIPPED, VECTOR_CERTIFICATES)
export const shippedStore = (): TrustStore => trustStore(SHIPPED, null)
