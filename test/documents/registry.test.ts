import { describe, expect, it } from 'vitest'
import { CODES_TYPE } from '../../src/domain/type-piece.ts'
import { KINDS, kindOf } from '../../src/documents/registry.ts'

describe('registry of kinds', () => {
  it('holds each type code of the contract once', () => {
    expect(KINDS.map(k => k.type).sort()).toEqual([...CODES_TYPE].sort())
  })

  it('gives the kind of every type', () => {
    for (const type of CODES_TYPE) expect(kindOf(type).type).toBe(type)
  })
})
