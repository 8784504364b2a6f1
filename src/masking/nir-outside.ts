import { findNirsInText } from '../formats/nir-text.ts'
import { finding, type NirFinding } from './nir-finding.ts'

/** The page number of what stands on no page. */
const OUTSIDE_PAGES = 0

/**
 * The NIR of what no page shows: the name of the file, its properties, annotations, form values, bookmarks, names of
 * attachments, EXIF. Nothing of these goes into the written file; the numbers are searched on the pages, where they may
 * stand without any label.
 * @param texts as the file holds them; they go no further than this
 */
export function findOutside(texts: readonly string[]): NirFinding[] {
  return texts.flatMap(text =>
    findNirsInText(text).map(({ candidate, score, evidence, label }) =>
      finding(
        { page: OUTSIDE_PAGES, zones: [], score, evidence, label: label === 'fort' },
        candidate.body + (candidate.key ?? ''),
      ),
    ),
  )
}
