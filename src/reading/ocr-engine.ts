import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { Raster } from '../domain/raster.ts'
import type { Word } from '../domain/reading.ts'
import type { Zone } from '../domain/geometry.ts'
import { shippedLanguageData } from './ocr-data.ts'
import { loadTesseract, type ResultIterator, type TesseractCore } from './tesseract-core.ts'

export interface OcrOptions {
  /**
   * How the text stands on the picture: `page` anywhere (default), `block` one column of lines, `line` a single line.
   */
  readonly layout?: 'page' | 'block' | 'line'
  /** Only these characters are read. */
  readonly whitelist?: string
  /** Fills {@link OcrWord.characters}. */
  readonly characters?: boolean
}

export interface OcrCharacter {
  readonly text: string
  /** 0..1 */
  readonly confidence: number
  readonly zone: Zone
}

/** A word read on a picture; its zone is in fractions of that picture. */
export interface OcrWord extends Word {
  readonly source: 'ocr'
  readonly characters?: readonly OcrCharacter[]
}

export interface OcrEngine {
  /** Reads a grey picture. The same picture gives the same words, whatever was read before. */
  recognise(grey: Raster, options: OcrOptions): OcrWord[]
  close(): void
}

/** Page segmentation modes of Tesseract: sparse text finds more words and numbers than automatic layout (measured). */
const SEGMENTATION = { page: 11, block: 6, line: 7 } as const
const LSTM_ONLY = 1
/** Local threshold (Sauvola) over a fifth of an inch: best on guilloches and shadows, no worse on plain pages (measured). */
const THRESHOLD = {
  thresholding_method: '2',
  thresholding_window_size: '0.2',
  thresholding_kfactor: '0.25',
}
const LEVEL_WORD = 3
const LEVEL_SYMBOL = 4
/** Tesseract gives nothing on pictures narrower than this. */
const MIN_SIDE = 8

/**
 * Starts an OCR engine in this process, with French.
 * @param options.dataPath language data (`fra.traineddata`, gzipped or not) other than the shipped one
 */
export async function createOcrEngine(options: { dataPath?: string } = {}): Promise<OcrEngine> {
  const data = await readFile(options.dataPath ?? shippedLanguageData())
  const core = await loadTesseract()
  core.files.writeFile('/fra.traineddata', data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data)
  if (core.api.Init('/', 'fra', LSTM_ONLY) !== 0) throw new Error('the language data cannot be used')
  core.files.unlink('/fra.traineddata')
  for (const [name, value] of Object.entries(THRESHOLD)) core.api.SetVariable(name, value)
  return new TesseractEngine(core)
}

class TesseractEngine implements OcrEngine {
  readonly #core: TesseractCore

  constructor(core: TesseractCore) {
    this.#core = core
  }

  recognise(grey: Raster, options: OcrOptions): OcrWord[] {
    if (grey.channels !== 1) throw new Error('OCR reads grey pictures only')
    if (grey.width < MIN_SIDE || grey.height < MIN_SIDE) return []
    const { api } = this.#core
    const pixels = this.#core.put(grey.data)
    try {
      api.SetPageSegMode(SEGMENTATION[options.layout ?? 'page'])
      api.SetVariable('tessedit_char_whitelist', options.whitelist ?? '')
      api.SetImage(pixels, grey.width, grey.height, 1, grey.width)
      api.SetSourceResolution(grey.dpi)
      if (api.Recognize(null) !== 0) return []
      return options.characters ? this.#symbols(grey) : parseTsv(api.GetTSVText(0), grey)
    } finally {
      api.Clear()
      this.#core.free(pixels)
    }
  }

  close(): void {
    this.#core.api.End()
  }

  #symbols(grey: Raster): OcrWord[] {
    const iterator = this.#core.api.GetIterator()
    iterator.Begin()
    const words: OcrWord[] = []
    let characters: OcrCharacter[] = []
    let word: Omit<OcrWord, 'characters'> | null = null
    const flush = (): void => {
      if (word && word.text.trim() !== '') words.push({ ...word, characters })
      characters = []
    }
    do {
      if (iterator.IsAtBeginningOf(LEVEL_WORD)) {
        flush()
        word = { ...read(iterator, LEVEL_WORD, grey), source: 'ocr' }
      }
      const character = read(iterator, LEVEL_SYMBOL, grey)
      if (character.text !== '') characters.push(character)
    } while (iterator.Next(LEVEL_SYMBOL))
    flush()
    return words
  }
}

function read(iterator: ResultIterator, level: number, { width, height }: Raster): OcrCharacter {
  const { x0, y0, x1, y1 } = iterator.getBoundingBox(level)
  return {
    text: iterator.GetUTF8Text(level).normalize('NFC'),
    confidence: clamp(iterator.Confidence(level) / 100),
    zone: [x0 / width, y0 / height, x1 / width, y1 / height],
  }
}

/** Words of Tesseract's table: level, four ranks, word rank, left, top, width, height, confidence, text. */
function parseTsv(tsv: string, { width, height }: Raster): OcrWord[] {
  const words: OcrWord[] = []
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    if (cells[0] !== '5') continue
    const [left = 0, top = 0, w = 0, h = 0, confidence = 0] = cells.slice(6, 11).map(Number)
    const text = cells.slice(11).join(' ').trim()
    if (text === '') continue
    words.push({
      text: text.normalize('NFC'),
      zone: [left / width, top / height, (left + w) / width, (top + h) / height],
      confidence: clamp(confidence / 100),
      source: 'ocr',
    })
  }
  return words
}

const clamp = (v: number): number => Math.max(0, Math.min(1, v))
