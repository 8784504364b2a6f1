import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** What is used of tesseract.js-core 7 (Tesseract 5 compiled to WebAssembly, `TessBaseAPI` of its C++ interface). */
export interface TessBaseApi {
  Init(dataFolder: string, language: string, engineMode: number): number
  SetVariable(name: string, value: string): boolean
  SetPageSegMode(mode: number): void
  SetImage(pixels: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number): void
  SetSourceResolution(dpi: number): void
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  GetIterator(): ResultIterator
  Clear(): void
  End(): void
}

export interface ResultIterator {
  Begin(): void
  Next(level: number): boolean
  IsAtBeginningOf(level: number): boolean
  GetUTF8Text(level: number): string
  Confidence(level: number): number
  getBoundingBox(level: number): { x0: number; y0: number; x1: number; y1: number }
}

export interface TesseractCore {
  readonly api: TessBaseApi
  readonly files: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void }
  /** Copies pixels into the memory of the engine. Give them back with `free`. */
  put(pixels: Uint8Array): number
  free(pointer: number): void
}

interface CoreModule {
  readonly TessBaseAPI: new () => TessBaseApi
  readonly FS: TesseractCore['files']
  _malloc(size: number): number
  _free(pointer: number): void
}
type CoreFactory = (options: {
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => void
  print: () => void
  printErr: () => void
}) => Promise<CoreModule>

/** A function that uses one SIMD instruction: validates only where the processor and Node have them. */
const SIMD_PROBE = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
])

const compiled = new Map<string, Promise<WebAssembly.Module>>()

/** Loads the engine in this process: no worker thread, no network. */
export async function loadTesseract(): Promise<TesseractCore> {
  const require = createRequire(import.meta.url)
  const name = WebAssembly.validate(SIMD_PROBE) ? 'tesseract-core-simd-lstm' : 'tesseract-core-lstm'
  let code = compiled.get(name)
  if (!code) {
    code = readFile(require.resolve(`tesseract.js-core/${name}.wasm`)).then(bytes => WebAssembly.compile(bytes))
    compiled.set(name, code)
  }
  const wasm = await code
  let memory: WebAssembly.Memory | undefined
  const factory = require(`tesseract.js-core/${name}.js`) as CoreFactory
  const core = await factory({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports)
      // The core exports no view of its memory: taken here, raw pixels need no file and no encoder on their way in.
      memory = Object.values(instance.exports).find(e => e instanceof WebAssembly.Memory)
      done(instance)
    },
    print: () => undefined,
    printErr: () => undefined,
  })
  return {
    api: new core.TessBaseAPI(),
    files: core.FS,
    put(pixels) {
      const pointer = core._malloc(pixels.length)
      if (pointer === 0 || !memory) throw new Error('the OCR engine is out of memory')
      new Uint8Array(memory.buffer).set(pixels, pointer)
      return pointer
    },
    free: pointer => core._free(pointer),
  }
}
