import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNirsInText, maskNir, NIR_MASK } from '../../src/formats/nir-text.ts'
import { lookAlike } from './nir-look-alikes.ts'
import { anyNir, cases } from './nir-samples.ts'
import { form, FORMS, label, LABELS } from './nir-written.ts'

const SPECIMEN = '269054958815780'

/** True when the figures of the number, or a long part of them, still stand in the text. */
const holds = (text: string, nir: string): boolean => text.replace(/[^0-9A-Z]/g, '').includes(nir.slice(5, 13))

describe('a NIR in a text is masked, the rest stays', () => {
  it.each(FORMS.flatMap(f => LABELS.map(l => [f.form, l, f.write(SPECIMEN)] as const)))(
    '%s after %s',
    (_, l, written) => {
      const masked = maskNir(`Mme ALIX Martin ${l}${written}`)
      expect(masked).toContain(`Mme ALIX Martin ${l}`.trimEnd())
      expect(masked).toContain(NIR_MASK)
      expect(holds(masked, SPECIMEN)).toBe(false)
    },
  )

  it('any NIR in any written form is found, with a label', () => {
    fc.assert(
      fc.property(anyNir, form, label, (nir, f, l) => {
        expect(holds(maskNir(`${l}${f.write(nir)} `), nir)).toBe(false)
      }),
      { numRuns: cases(3000) },
    )
  })

  it('any NIR whose key or whose groups are written is found without a label', () => {
    fc.assert(
      fc.property(anyNir, fc.constantFrom(...FORMS.filter(f => f.alone)), (nir, f) => {
        expect(holds(maskNir(`Vu, ${f.write(nir)}, le 3 mai`), nir)).toBe(false)
      }),
      { numRuns: cases(3000) },
    )
  })

  it('masking twice is masking once', () => {
    fc.assert(
      fc.property(anyNir, form, label, (nir, f, l) => {
        const once = maskNir(`${l}${f.write(nir)} 12 rue des Lilas`)
        expect(maskNir(once)).toBe(once)
      }),
      { numRuns: cases(500) },
    )
  })

  it.each([
    ['2690549588157_bulletin.pdf', `${NIR_MASK}_bulletin.pdf`],
    ['bulletin-2690549588157.jpg', `bulletin-${NIR_MASK}.jpg`],
    ['Paie août 2 69 05 49 588 157.pdf', `Paie août ${NIR_MASK}.pdf`],
    ['/depots/2690549588157/page.png', `/depots/${NIR_MASK}/page.png`],
    ['nom=Martin&nir=2690549588157&page=2', `nom=Martin&nir=${NIR_MASK}&page=2`],
    ['{"numeroSecuriteSociale": "2690549588157", "n": 3}', `{"numeroSecuriteSociale": "${NIR_MASK}", "n": 3}`],
    ['NIR 2690549588157 et NIR 1801275123456 42.', `NIR ${NIR_MASK} et NIR ${NIR_MASK}.`],
    ['2 69 05 49 588\n157 80', NIR_MASK],
    ['2 53 07 28 073 004 70 (2B lu 28)', `${NIR_MASK} (2B lu 28)`],
    ['N° SS 2 69 O5 49 S88 l57 8O', `N° SS ${NIR_MASK}`],
    ['N° 5écur1té soc1ale 2 69 05 49 588 157 81', `N° 5écur1té soc1ale ${NIR_MASK}`],
  ])('%s', (text, masked) => {
    expect(maskNir(text)).toBe(masked)
  })

  it('a number known from elsewhere is masked however it is written', () => {
    const known = [SPECIMEN]
    expect(maskNir('Salarié 2690549588157, page 2', known)).toBe(`Salarié ${NIR_MASK}, page 2`)
    expect(maskNir('0002690549588157000', known)).toBe(`000${NIR_MASK}000`)
    expect(maskNir('Contrat 26905 4958 8157 80', known)).toBe(`Contrat ${NIR_MASK}`)
  })

  it('what is already masked is left as it is', () => {
    for (const text of ['NIR : 2 69 05 XX XXX XXX XX', 'N° SS 2690549******', NIR_MASK])
      expect(maskNir(text)).toBe(text)
  })
})

describe('what only looks like a NIR is left alone', () => {
  it.each(Object.entries(lookAlike))('%s', (_, line) => {
    fc.assert(
      fc.property(line, text => {
        expect(maskNir(text)).toBe(text)
      }),
      { numRuns: cases(300) },
    )
  })

  it('the evidence of each number is told', () => {
    const [found] = findNirsInText('N° Sécurité sociale : 2 69 05 49 588 157 80')
    expect(found?.evidence).toEqual(['cle-exacte', 'libelle-fort', 'mois-civil', 'groupes-imprimes'])
    expect(found?.score).toBeGreaterThanOrEqual(5)
    const [fiscal] = findNirsInText('Numéro fiscal : 1801275123456', -20)
    expect(fiscal?.evidence).toContain('libelle-autre-numero')
    expect(fiscal?.score).toBeLessThan(5)
  })
})
