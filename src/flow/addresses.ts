import type { Travail } from '../domain/work.ts'

/** Addresses in the file store: below the deposit; by the digest of the content, save for pages under way. */
export const originalAddress = (depotId: string, sha256: string): string => `originaux/${depotId}/${sha256}`
export const pieceAddress = (depotId: string, sha256: string): string => `pieces/${depotId}/${sha256}.pdf`

export const pageAddress = ({ depotId, revision }: Travail, page: number): string =>
  `pages/${depotId}/${revision}/${page}`

/** What a sealed file is, said again to open it. */
export const ORIGINAL = 'original'
export const pieceContext = (depotId: string): string => `piece|${depotId}`
export const pageContext = (depotId: string, page: number): string => `page|${depotId}|${page}`
