/** Addresses in the file store: below the deposit, by the digest of the content. */
export const originalAddress = (depotId: string, sha256: string): string => `originaux/${depotId}/${sha256}`
export const pieceAddress = (depotId: string, sha256: string): string => `pieces/${depotId}/${sha256}.pdf`

/** What a sealed file is, said again to open it. */
export const ORIGINAL = 'original'
export const pieceContext = (depotId: string): string => `piece|${depotId}`
