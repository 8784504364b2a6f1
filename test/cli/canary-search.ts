import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodedStreams } from '../../src/output/pdf-bytes.ts'

/** A file and what it holds; PDF streams stand decompressed beside it. */
export interface Trace {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Everything under a folder, names of files and folders included. */
export function tracesIn(folder: string): Trace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(entry => {
    const path = join(entry.parentPath, entry.name)
    const traces: Trace[] = [{ name: `the name ${entry.name}`, bytes: Buffer.from(path.slice(folder.length)) }]
    if (!entry.isFile()) return traces
    const bytes = readFileSync(path)
    const parts = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? decodedStreams(bytes) : [bytes]
    return [...traces, ...parts.map((part, i) => ({ name: `${entry.name}, part ${i}`, bytes: part }))]
  })
}

/** Figures of a number of Corsica without its key and its letter. */
const FEWEST_FIGURES = 12

/**
 * Which of the numbers stand in the bytes: as figures with anything between them (spaces, dots, zeros of UTF-16, operators of a
 * PDF), or as those figures in base64 or hexadecimal. It errs by finding too much, never too little.
 */
export function numbersIn({ bytes }: Trace, numbers: readonly string[]): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const heaps = [text, ...decoded(text)].map(t => t.replace(/\D+/g, '')).filter(t => t.length >= FEWEST_FIGURES)
  return numbers.filter(number => {
    const figures = number.slice(0, 13).replace(/\D/g, '')
    return heaps.some(heap => heap.includes(figures))
  })
}

/** Texts that stand coded in a text: base64 at each of its four places, hexadecimal, octal and URL escapes. */
function decoded(text: string): string[] {
  const unbroken = text.replace(/[\r\n]/g, '')
  const base64 = [...unbroken.matchAll(/[A-Za-z0-9+/_-]{16,}/g)].flatMap(([run]) =>
    [0, 1, 2, 3].map(skip => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  )
  const hex = [...unbroken.matchAll(/[0-9A-Fa-f]{26,}/g)].flatMap(([run]) =>
    [0, 1].map(skip => Buffer.from(run.slice(skip), 'hex').toString('latin1')),
  )
  const octal = text.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)))
  const inside = [octal, ...base64, ...hex]
  return [...inside, ...[text, ...inside].map(t => t.replace(/%[0-9A-F]{2}/gi, ' '))]
}
