import { describe, expect, it } from 'vitest'
import { kindOf } from '../../../src/documents/registry.ts'
import { page, piece } from '../page-builder.ts'
import { FAMILLE } from './unseen/famille.ts'
import { IDENTITE } from './unseen/identite.ts'
import { LOGEMENT } from './unseen/logement.ts'
import { PAIE } from './unseen/paie.ts'
import { RESSOURCES } from './unseen/ressources.ts'
import { read, validityOf } from './values.ts'

/** Fields and end of validity of documents that no sample draws, in the words of their issuers. */
describe.each([
  ['payslips', PAIE],
  ['proofs of income', RESSOURCES],
  ['identity and situation', IDENTITE],
  ['housing', LOGEMENT],
  ['family, work, police, taxes', FAMILLE],
] as const)('%s in layouts of others', (_, layouts) => {
  it.each(layouts.map(l => [l.type, l.name, l] as const))('%s: %s', (type, _name, layout) => {
    const text = piece(page(layout.page))
    const values = read(kindOf(type), text)
    const asked = Object.fromEntries(Object.keys(layout.reads).map(name => [name, values[name] ?? null]))
    expect(asked).toEqual(layout.reads)
    if (layout.until !== undefined) expect(validityOf(kindOf(type), text).dateFinValidite).toBe(layout.until)
  })
})
