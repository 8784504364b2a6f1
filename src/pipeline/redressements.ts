import type { Corners } from '../domain/geometry.ts'
import type { Redressement } from '../domain/resultat.ts'
import type { ReadPage } from './read-pages.ts'

/** How the pages were made upright, for those who show a finding on the page as received. */
export const redressementsOf = (pages: readonly ReadPage[]): Redressement[] =>
  pages
    .filter(p => p.raster !== null)
    .map(({ reading: { page, orientation, received } }) => ({
      page,
      quartsDeTour: orientation.quarterTurns,
      inclinaison: Math.round(orientation.skew * 100) / 100,
      raison: orientation.reason,
      coins: rounded(received),
    }))

/** 4 decimals, as zones have. */
const rounded = (corners: Corners): Corners =>
  corners.map(point => point.map(v => Math.round(v * 1e4) / 1e4 || 0)) as unknown as Corners
