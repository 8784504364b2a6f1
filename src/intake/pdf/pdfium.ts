import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumModule } from '@hyzyla/pdfium'

/** Functions of PDFium's C interface that are used here (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_doc.h...). */
type FunctionName =
  | 'FPDF_InitLibrary'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_GetLastError'
  | 'FPDF_CloseDocument'
  | 'FPDF_DocumentHasValidCrossReferenceTable'
  | 'FPDF_GetPageCount'
  | 'FPDF_GetMetaText'
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDF_GetPageWidthF'
  | 'FPDF_GetPageHeightF'
  | 'FPDF_PageToDevice'
  | 'FPDF_RenderPageBitmap'
  | 'FPDFBitmap_CreateEx'
  | 'FPDFBitmap_FillRect'
  | 'FPDFBitmap_Destroy'
  | 'FPDFDOC_InitFormFillEnvironment'
  | 'FPDFDOC_ExitFormFillEnvironment'
  | 'FORM_OnAfterLoadPage'
  | 'FORM_OnBeforeClosePage'
  | 'FPDFPage_Flatten'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetMatrix'
  | 'FPDFPageObj_GetFillColor'
  | 'FPDFPageObj_HasTransparency'
  | 'FPDFPath_CountSegments'
  | 'FPDFPath_GetDrawMode'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFImageObj_GetImagePixelSize'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_IsHyphen'
  | 'FPDFText_HasUnicodeMapError'
  | 'FPDFText_GetCharBox'
  | 'FPDFText_GetCharAngle'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetFillColor'
  | 'FPDFTextObj_GetTextRenderMode'
  | 'FPDFPage_GetAnnotCount'
  | 'FPDFPage_GetAnnot'
  | 'FPDFPage_CloseAnnot'
  | 'FPDFAnnot_GetStringValue'
  | 'FPDFAnnot_GetFormFieldName'
  | 'FPDFAnnot_GetFormFieldValue'
  | 'FPDFBookmark_GetFirstChild'
  | 'FPDFBookmark_GetNextSibling'
  | 'FPDFBookmark_GetTitle'
  | 'FPDFDoc_GetAttachmentCount'
  | 'FPDFDoc_GetAttachment'
  | 'FPDFAttachment_GetName'
  | 'FPDFText_GetText'

type NativeModule = Readonly<Record<`_${FunctionName}`, (...args: number[]) => number>> & {
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void }
  /** Replaced by the runtime each time the memory grows: never kept across calls. */
  readonly HEAPU8: Uint8Array
}

/**
 * One PDFium of its own: instances share the compiled code only, so that a file that breaks one cannot harm the next.
 */
export class Pdfium {
  readonly #native: NativeModule

  constructor(native: NativeModule) {
    this.#native = native
  }

  call(name: FunctionName, ...args: number[]): number {
    return this.#native[`_${name}`](...args)
  }

  /** @throws when the memory of the instance is full */
  alloc(size: number): number {
    const pointer = this.#native.wasmExports.malloc(size)
    if (pointer === 0) throw new Error('PDFium is out of memory')
    return pointer
  }

  free(pointer: number): void {
    this.#native.wasmExports.free(pointer)
  }

  put(bytes: Uint8Array): number {
    const pointer = this.alloc(bytes.length + 1)
    this.#native.HEAPU8.set(bytes, pointer)
    this.#native.HEAPU8[pointer + bytes.length] = 0
    return pointer
  }

  copy(pointer: number, length: number): Uint8Array {
    return this.#native.HEAPU8.slice(pointer, pointer + length)
  }

  /** The bytes where they are: good until anything else is asked of the library. */
  lend(pointer: number, length: number): Uint8Array {
    return this.#native.HEAPU8.subarray(pointer, pointer + length)
  }

  view(): DataView {
    const { buffer, byteOffset, byteLength } = this.#native.HEAPU8
    return new DataView(buffer, byteOffset, byteLength)
  }

  /** Runs with scratch memory that is given back whatever happens. */
  scratch<T>(size: number, run: (pointer: number) => T): T {
    const pointer = this.alloc(size)
    try {
      return run(pointer)
    } finally {
      this.free(pointer)
    }
  }

  /**
   * A text that a PDFium function writes as UTF-16LE: asked once for its size, once for its bytes.
   * @param fill the call, given buffer and size, answering the size needed in bytes with the final NUL
   */
  text(fill: (buffer: number, size: number) => number): string {
    const size = Math.min(fill(0, 0), MAX_TEXT_BYTES)
    if (size <= 2) return ''
    return this.scratch(size, buffer => {
      fill(buffer, size)
      return new TextDecoder('utf-16le').decode(this.copy(buffer, size - 2))
    })
  }
}

const MAX_TEXT_BYTES = 64 * 1024

let compiled: Promise<WebAssembly.Module> | null = null

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
  return WebAssembly.compile(await readFile(path))
}

/** Starts a PDFium (about 15 ms once its code is compiled). */
export async function startPdfium(): Promise<Pdfium> {
  const code = await (compiled ??= compile())
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(code, imports)
      done(instance)
      return instance.exports
    },
    // Complaints of the library about a broken file may quote it.
    print: () => undefined,
    printErr: () => undefined,
  }
  const native = (await PDFiumModule(options)) as unknown as NativeModule
  const pdfium = new Pdfium(native)
  pdfium.call('FPDF_InitLibrary')
  return pdfium
}
