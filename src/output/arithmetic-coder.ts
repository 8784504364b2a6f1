/**
 * The MQ adaptive binary arithmetic encoder of ITU-T T.88 (ISO/IEC 14492) annex E, the one that JPEG 2000 uses too.
 * A row of the table: probability estimate, next state after the likely symbol, after the unlikely one, 1 to switch.
 */
const STATES: readonly (readonly [number, number, number, 0 | 1])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
]
const ESTIMATE = Uint16Array.from(STATES, s => s[0])
const LIKELY = Uint8Array.from(STATES, s => s[1])
const UNLIKELY = Uint8Array.from(STATES, s => s[2])
const SWITCH = Uint8Array.from(STATES, s => s[3])

export class ArithmeticEncoder {
  readonly #state: Uint8Array
  readonly #expected: Uint8Array
  #interval = 0x8000
  #code = 0
  #shifts = 12
  /** Byte 0 stands before the data, for a carry that never comes. */
  #out = new Uint8Array(1 << 16)
  #at = 0

  /** @param contexts number of contexts that `encode` may be given */
  constructor(contexts: number) {
    this.#state = new Uint8Array(contexts)
    this.#expected = new Uint8Array(contexts)
  }

  encode(context: number, bit: number): void {
    const state = this.#state[context] as number
    const estimate = ESTIMATE[state] as number
    this.#interval -= estimate
    if (bit === this.#expected[context]) {
      if (this.#interval & 0x8000) {
        this.#code += estimate
        return
      }
      if (this.#interval < estimate) this.#interval = estimate
      else this.#code += estimate
      this.#state[context] = LIKELY[state] as number
    } else {
      if (this.#interval < estimate) this.#code += estimate
      else this.#interval = estimate
      if (SWITCH[state]) this.#expected[context] = 1 - (this.#expected[context] as number)
      this.#state[context] = UNLIKELY[state] as number
    }
    do {
      this.#interval <<= 1
      this.#code *= 2
      if (--this.#shifts === 0) this.#byteOut()
    } while (!(this.#interval & 0x8000))
  }

  /** The same bit, `count` times in one context: the likely ones that need no renormalisation in one step. */
  encodeRun(context: number, bit: number, count: number): void {
    let left = count
    while (left > 0) {
      if (bit === this.#expected[context]) {
        const estimate = ESTIMATE[this.#state[context] as number] as number
        const steps = Math.min(left, Math.floor((this.#interval - 0x8000) / estimate))
        this.#interval -= steps * estimate
        this.#code += steps * estimate
        left -= steps
        if (left === 0) return
      }
      this.encode(context, bit)
      left--
    }
  }

  /** Ends the code (procedure FLUSH) and gives its bytes, with the marker 0xFFAC. */
  finish(): Uint8Array {
    const top = this.#code + this.#interval
    this.#code = (this.#code | 0xffff) >>> 0
    if (this.#code >= top) this.#code -= 0x8000
    for (let i = 0; i < 2; i++) {
      this.#code *= 2 ** this.#shifts
      this.#byteOut()
    }
    if (this.#out[this.#at] !== 0xff) this.#out[++this.#at] = 0xff
    this.#out[++this.#at] = 0xac
    return this.#out.slice(1, this.#at + 1)
  }

  #byteOut(): void {
    if (this.#at + 4 > this.#out.length) {
      const larger = new Uint8Array(this.#out.length * 2)
      larger.set(this.#out)
      this.#out = larger
    }
    if (this.#out[this.#at] !== 0xff && this.#code >= 0x8000000) {
      this.#out[this.#at] = (this.#out[this.#at] as number) + 1
      this.#code &= 0x7ffffff
    }
    // After 0xFF only seven bits follow, so that a later carry finds room.
    const stuffed = this.#out[this.#at] === 0xff
    this.#out[++this.#at] = this.#code >>> (stuffed ? 20 : 19)
    this.#code &= stuffed ? 0xfffff : 0x7ffff
    this.#shifts = stuffed ? 7 : 8
  }
}
