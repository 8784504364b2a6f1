import { describe, expect, it } from 'vitest'
import { isLabelRemnant } from '../../src/checks/label-remnant.ts'
import { mrzCoherenceCheck } from '../../src/checks/mrz-coherence.ts'
import { cnie, CNIE_PRINTED, printed } from './context.ts'

describe('words of a label read as a name', () => {
  it.each(['Give', 'Gwen', 'Given names', 'Vornamen', 'Prénoms', 'Nombre', 'Surnane'])('%s is a label', text => {
    expect(isLabelRemnant(text)).toBe(true)
  })

  it.each(['Anne', 'FONTAINE', 'Jean', 'Gabriel', 'GARNIER', 'Naomi Claire', 'Noémie'])('%s is a name', text => {
    expect(isLabelRemnant(text)).toBe(false)
  })

  it('are a doubt, never held against the band', async () => {
    const statut = async (prenoms: string): Promise<string> =>
      (await mrzCoherenceCheck().run(cnie(printed({ ...CNIE_PRINTED, prenoms })))).statut
    expect(await statut('Give')).toBe('non-realise')
    expect(await statut('Gabriel')).toBe('anomalie')
  })
})
