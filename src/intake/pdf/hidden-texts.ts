import type { Pdfium } from './pdfium.ts'

/** Bounds against files made to exhaust: no honest document has more. */
const MAX_BOOKMARKS = 2_000
const MAX_ATTACHMENTS = 500
const MAX_ANNOTATIONS = 5_000

const INFO_KEYS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer']
/** Contents, title bar and subject of an annotation; its rich text. */
const ANNOTATION_KEYS = ['Contents', 'T', 'Subj', 'RC']

/** Document information, bookmarks and names of attachments. */
export function documentTexts(pdfium: Pdfium, document: number): string[] {
  const info = INFO_KEYS.map(key =>
    withName(pdfium, key, name =>
      pdfium.text((buffer, size) => pdfium.call('FPDF_GetMetaText', document, name, buffer, size)),
    ),
  )
  return [...info, ...bookmarks(pdfium, document), ...attachments(pdfium, document)].filter(t => t.trim() !== '')
}

/**
 * Texts of the annotations and form fields of a page.
 * @param form FPDF_FORMHANDLE
 */
export function pageTexts(pdfium: Pdfium, page: number, form: number): string[] {
  const texts: string[] = []
  const count = Math.min(pdfium.call('FPDFPage_GetAnnotCount', page), MAX_ANNOTATIONS)
  for (let i = 0; i < count; i++) {
    const annotation = pdfium.call('FPDFPage_GetAnnot', page, i)
    if (annotation === 0) continue
    for (const key of ANNOTATION_KEYS) {
      texts.push(
        withName(pdfium, key, name =>
          pdfium.text((buffer, size) => pdfium.call('FPDFAnnot_GetStringValue', annotation, name, buffer, size)),
        ),
      )
    }
    for (const call of ['FPDFAnnot_GetFormFieldName', 'FPDFAnnot_GetFormFieldValue'] as const) {
      texts.push(pdfium.text((buffer, size) => pdfium.call(call, form, annotation, buffer, size)))
    }
    pdfium.call('FPDFPage_CloseAnnot', annotation)
  }
  return [...new Set(texts)].filter(t => t.trim() !== '')
}

function bookmarks(pdfium: Pdfium, document: number): string[] {
  const titles: string[] = []
  const waiting = [pdfium.call('FPDFBookmark_GetFirstChild', document, 0)]
  const seen = new Set<number>()
  while (waiting.length > 0 && seen.size < MAX_BOOKMARKS) {
    const bookmark = waiting.pop() ?? 0
    if (bookmark === 0 || seen.has(bookmark)) continue
    seen.add(bookmark)
    titles.push(pdfium.text((buffer, size) => pdfium.call('FPDFBookmark_GetTitle', bookmark, buffer, size)))
    waiting.push(pdfium.call('FPDFBookmark_GetNextSibling', document, bookmark))
    waiting.push(pdfium.call('FPDFBookmark_GetFirstChild', document, bookmark))
  }
  return titles
}

function attachments(pdfium: Pdfium, document: number): string[] {
  const count = Math.min(pdfium.call('FPDFDoc_GetAttachmentCount', document), MAX_ATTACHMENTS)
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const attachment = pdfium.call('FPDFDoc_GetAttachment', document, i)
    if (attachment === 0) return ''
    return pdfium.text((buffer, size) => pdfium.call('FPDFAttachment_GetName', attachment, buffer, size))
  })
}

function withName<T>(pdfium: Pdfium, name: string, run: (pointer: number) => T): T {
  const pointer = pdfium.put(Buffer.from(name, 'latin1'))
  try {
    return run(pointer)
  } finally {
    pdfium.free(pointer)
  }
}
