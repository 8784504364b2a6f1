import type { Raster } from '../../domain/raster.ts'
import { refused, type IntakeLimits, type OpenOutcome } from '../source-file.ts'
import { earlierTexts } from './earlier-revisions.ts'
import { PdfDocument } from './pdf-document.ts'
import { startPdfium } from './pdfium.ts'
import { rawTexts } from './raw-texts.ts'

/** Where a whole file carries its end mark; writers and mail gateways add a little after it. */
const TAIL = 2048

/** Opens a PDF. One that asks for an owner password only opens like any other. */
export async function openPdf(bytes: Uint8Array, limits: IntakeLimits): Promise<OpenOutcome> {
  const document = new PdfDocument(await startPdfium(), bytes)
  const failure = document.failure ?? failureOf(document, bytes, limits)
  if (failure) {
    document.close()
    return refused(failure)
  }
  const pageCount = document.pageCount
  return {
    ok: true,
    file: {
      format: 'pdf',
      pageCount,
      page: n => Promise.resolve().then(() => document.page(n, limits.maxPixelsPerPage)),
      hiddenTexts: async () => [
        ...new Set([...document.hiddenTexts(), ...rawTexts(bytes), ...(await earlierTexts(bytes, document))]),
      ],
      close: () => document.close(),
    },
  }
}

/** The pages of a written PDF as pictures. */
export interface WrittenPdf {
  /**
   * What a page shows, in grey.
   * @param n from 1
   */
  picture(n: number): Raster
  close(): void
}

/**
 * Opens a PDF of ours to look at what its pages show, and at nothing else.
 * @throws when it does not open
 */
export async function openWritten(bytes: Uint8Array, limits: IntakeLimits): Promise<WrittenPdf> {
  const document = new PdfDocument(await startPdfium(), bytes)
  const failure = document.failure ?? failureOf(document, bytes, limits)
  if (failure) {
    document.close()
    throw new Error(`the written PDF does not open again: ${failure}`)
  }
  return { picture: n => document.picture(n, limits.maxPixelsPerPage), close: () => document.close() }
}

function failureOf(
  document: PdfDocument,
  bytes: Uint8Array,
  limits: IntakeLimits,
): 'fichier-illisible' | 'fichier-trop-grand' | null {
  if (document.pageCount > limits.maxPages) return 'fichier-trop-grand'
  return document.pageCount === 0 || isTruncated(document, bytes) ? 'fichier-illisible' : null
}

/**
 * PDFium rebuilds the table of a file whose end is missing and shows the pages it finds: the others would be lost
 * without a word.
 */
function isTruncated(document: PdfDocument, bytes: Uint8Array): boolean {
  return !document.tableIsWhole && !Buffer.from(bytes.subarray(-TAIL)).includes('%%EOF')
}
