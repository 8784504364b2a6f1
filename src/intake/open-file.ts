import { openHeic } from './heic-file.ts'
import { openImage } from './image-file.ts'
import { openPdf } from './pdf/pdf-file.ts'
import { sniffFormat } from './sniff-format.ts'
import { refused, type IntakeLimits, type OpenOutcome } from './source-file.ts'

export type { IntakeLimits, OpenOutcome, SourceFile } from './source-file.ts'

/**
 * Opens a deposited file, told by its content. Nothing is thrown for a bad file: the outcome says which
 * {@link OpenOutcome} error the depositor must be told.
 */
export async function openFile(bytes: Uint8Array, limits: IntakeLimits): Promise<OpenOutcome> {
  if (bytes.length === 0) return refused('fichier-vide')
  if (bytes.length > limits.maxBytes) return refused('fichier-trop-grand')
  const format = await sniffFormat(bytes)
  switch (format) {
    case null:
      return refused('format-non-accepte')
    case 'pdf':
      return openPdf(bytes, limits)
    case 'heic':
      return openHeic(bytes, limits)
    case 'tiff':
    case 'jpeg':
    case 'png':
    case 'webp':
      return openImage(bytes, format, limits)
  }
}
