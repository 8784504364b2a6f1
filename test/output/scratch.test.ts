import { describe, expect, it } from 'vitest'
import { Scratch, withScratch } from '../../src/output/scratch.ts'

describe('the room in which pages are coded', () => {
  it('holds nothing of the page before', () => {
    const scratch = new Scratch()
    const taken: Uint8Array[] = []
    for (let page = 0; page < 3; page++) {
      const array = scratch.bytes(1000, 0)
      expect(array.every(v => v === 0)).toBe(true)
      array.fill(7)
      taken.push(array)
      scratch.clear()
    }
    // From the second page on the same room is used again: that is what it is for.
    expect(taken[2]?.buffer).toBe(taken[1]?.buffer)
  })

  it('never lends the same bytes twice at a time', () => {
    const scratch = new Scratch()
    scratch.bytes(5000, 0)
    scratch.clear()
    const first = scratch.bytes(13, 1)
    const step = scratch.within(() => scratch.bytes(99, 2))
    const second = scratch.bytes(40, 3)
    expect([first.every(v => v === 1), second.every(v => v === 3)]).toEqual([true, true])
    // What a step took is lent again once the step is over.
    expect(second.byteOffset).toBe(step.byteOffset)
  })

  it('lends more than it holds all the same', () => {
    const scratch = new Scratch()
    scratch.bytes(16, 0)
    scratch.clear()
    expect(scratch.copyOf(Uint8Array.from({ length: 100 }, (_, i) => i))[99]).toBe(99)
  })

  it('is not shared by pages coded at the same time', async () => {
    const fill = (value: number): Promise<boolean> =>
      withScratch(async scratch => {
        const array = scratch.bytes(64, value)
        await Promise.resolve()
        return array.every(v => v === value)
      })
    await fill(0)
    expect(await Promise.all([fill(1), fill(2), fill(3)])).toEqual([true, true, true])
  })

  it('is free again after a page that failed', async () => {
    const failing = withScratch(() => Promise.reject(new Error('abîmée')))
    await expect(failing).rejects.toThrow('abîmée')
    expect(await withScratch(scratch => Promise.resolve(scratch.bytes(8, 5)[7]))).toBe(5)
  })
})
