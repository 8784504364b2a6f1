import type { CheckCode } from '../domain/check.ts'

/** Checks of every identity and stay document that may carry an MRZ or a 2D-Doc. */
export const IDENTITY_CHECKS: readonly CheckCode[] = [
  'mrz-cles',
  'mrz-coherence',
  '2d-doc-signature',
  '2d-doc-coherence',
  'identite-vraisemblance',
  'filigrane',
  'fichier-retouche',
  'demande-coherence',
  'doublon',
]
