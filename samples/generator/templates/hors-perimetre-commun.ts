import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import { identite } from './kit.ts'

/** What the documents outside the regulation share. */

/** `nature` is the code of `natureDocument`. */
export const horsPerimetre = (
  context: DrawContext,
  nature: string,
  jour: string | null,
  pages: readonly DrawnPage[],
): Drawn => ({
  pages,
  champs: { ...identite(context.person), natureDocument: nature, ...(jour === null ? {} : { dateDocument: jour }) },
  dateFinValidite: null,
  regleValidite: 'sans-objet',
})

export const modeleHors = (
  nature: string,
  draw: (context: DrawContext) => Drawn,
  titulaire?: Template['titulaire'],
): Template => ({
  id: `hors-perimetre/${nature}`,
  type: 'hors-perimetre',
  ...(titulaire ? { titulaire } : {}),
  draw,
})
