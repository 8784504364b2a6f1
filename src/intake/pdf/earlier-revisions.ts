import { PdfDocument } from './pdf-document.ts'
import { startPdfium } from './pdfium.ts'
import { holdsLongNumber } from './raw-texts.ts'

/** The latest revisions, and the first pages of each: no honest file needs more. */
const MOST_REVISIONS = 4
const MOST_PAGES = 30

/**
 * Lines with a long number that pages of earlier revisions of a PDF showed and its pages do not show any more: a program that
 * saves by appending leaves them in the file.
 */
export async function earlierTexts(bytes: Uint8Array, document: PdfDocument): Promise<string[]> {
  const earlier = endMarks(bytes, 1 + MOST_REVISIONS).slice(1)
  if (earlier.length === 0) return []
  const shown = new Set(document.shownLines(MOST_PAGES))
  const lines = new Set<string>()
  for (const end of earlier) {
    // On a PDFium of its own: a part of a file may break it.
    const revision = new PdfDocument(await startPdfium(), bytes.subarray(0, end))
    if (revision.failure === null) for (const line of revision.shownLines(MOST_PAGES)) lines.add(line)
    revision.close()
  }
  return [...lines].filter(line => holdsLongNumber(line) && !shown.has(line))
}

const END_MARK = '%%EOF'

/** Where the revisions of a file end, the latest first. */
function endMarks(bytes: Uint8Array, most: number): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let at = file.lastIndexOf(END_MARK); at >= 0 && ends.length < most;) {
    ends.push(at + END_MARK.length)
    at = at === 0 ? -1 : file.lastIndexOf(END_MARK, at - 1)
  }
  return ends
}
