import { fileTypeFromBuffer } from 'file-type'
import type { SourceFormat } from './source-file.ts'

/** PDF readers accept up to this many bytes before the header (PDF Reference 1.7, implementation note 13). */
const PDF_HEADER_WINDOW = 1024

const TIFF_SIGNATURES = [Buffer.from('II*\0', 'latin1'), Buffer.from('MM\0*', 'latin1')]

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
}

/** What a file is by its content; its name is never looked at. `null` for what is not an accepted document. */
export async function sniffFormat(bytes: Uint8Array): Promise<SourceFormat | null> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WINDOW + 5))
  if (head.includes('%PDF-')) return 'pdf'
  // A TIFF whose directory is cut off is told by its signature alone: broken, not foreign.
  if (TIFF_SIGNATURES.some(signature => head.subarray(0, 4).equals(signature))) return 'tiff'
  const type = await fileTypeFromBuffer(bytes)
  return type ? (BY_EXTENSION[type.ext] ?? null) : null
}
