import { readFile } from 'node:fs/promises'
import type { StoredRaster } from '../sandbox/protocol.ts'

/** Cells of the grid by which two pictures are compared: nine along, eight down. */
const [COLUMNS, ROWS] = [9, 8]
/** Pixels looked at in each cell, each way. */
const SAMPLES = 12

/**
 * Hash of what a page looks like from afar: 64 bits, each saying whether a cell is lighter than the one on its right. Two
 * scans of one picture differ in few bits, whatever their size and light.
 * @returns 16 hexadecimal figures
 */
export async function appearanceOf({ path, width, height, channels }: StoredRaster): Promise<string> {
  const data = await readFile(path)
  const tones = Array.from({ length: COLUMNS * ROWS }, (_, cell) => {
    let sum = 0
    for (let i = 0; i < SAMPLES * SAMPLES; i++) {
      const x = Math.floor((((cell % COLUMNS) + ((i % SAMPLES) + 0.5) / SAMPLES) * width) / COLUMNS)
      const y = Math.floor(((Math.floor(cell / COLUMNS) + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * height) / ROWS)
      for (let c = 0; c < channels; c++) sum += data[(y * width + x) * channels + c] ?? 0
    }
    return sum
  })
  let bits = 0n
  tones.forEach((tone, cell) => {
    if (cell % COLUMNS === COLUMNS - 1) return
    bits = (bits << 1n) | (tone > (tones[cell + 1] ?? 0) ? 1n : 0n)
  })
  return bits.toString(16).padStart(16, '0')
}
