/** More than this is not kept from page to page: the largest pages make their arrays anew. */
const MOST_KEPT = 96 * 2 ** 20
const ALIGNED = 8

/**
 * Room for the large arrays that coding a page needs and nothing keeps. Made anew for each page they cost a whole garbage
 * collection a page (measured: a fifth of the time of coding a born-digital page).
 */
export class Scratch {
  #room = new ArrayBuffer(0)
  #used = 0
  #most = 0

  /** An array whose every byte is `value`; it is good until the page, or the {@link within} that it was taken in, ends. */
  bytes(length: number, value: number): Uint8Array {
    return this.#take(length).fill(value)
  }

  copyOf(bytes: Uint8Array): Uint8Array {
    const copy = this.#take(bytes.length)
    copy.set(bytes)
    return copy
  }

  /** Does a step and takes back what it took. */
  within<T>(step: () => T): T {
    const before = this.#used
    try {
      return step()
    } finally {
      this.#used = before
    }
  }

  /** Takes everything back, and makes as much room as the page would have needed. */
  clear(): void {
    this.#used = 0
    if (this.#most > this.#room.byteLength && this.#most <= MOST_KEPT) this.#room = new ArrayBuffer(this.#most)
  }

  #take(length: number): Uint8Array {
    const from = this.#used
    this.#used += Math.ceil(length / ALIGNED) * ALIGNED
    this.#most = Math.max(this.#most, this.#used)
    return this.#used <= this.#room.byteLength ? new Uint8Array(this.#room, from, length) : new Uint8Array(length)
  }
}

/** The same bytes, four at a time; they begin at a multiple of four, as those of a {@link Scratch} do. */
export const asFours = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)

const idle: Scratch[] = []

/** Does a task with room of its own, kept for the next one: tasks that run at the same time never share it. */
export async function withScratch<T>(task: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = idle.pop() ?? new Scratch()
  try {
    return await task(scratch)
  } finally {
    scratch.clear()
    idle.push(scratch)
  }
}
