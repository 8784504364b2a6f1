/** Identifier of a deposit: the same file deposited the same way by the same guichet has the same one. */
export type DepotId = string & { readonly __brand: 'DepotId' }
/** Identifier of a piece: the deposit's and the rank of the piece in it, from 1. */
export type PieceId = string & { readonly __brand: 'PieceId' }

export const pieceId = (depot: DepotId, rank: number): PieceId => `${depot}-${String(rank).padStart(3, '0')}` as PieceId
