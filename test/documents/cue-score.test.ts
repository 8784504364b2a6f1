import { describe, expect, it } from 'vitest'
import { CueReader } from '../../src/documents/cue-score.ts'
import { head, mention, not } from '../../src/documents/cues.ts'
import { page } from './page-builder.ts'

const score = (drawing: string, ...cues: Parameters<CueReader['score']>[0]) =>
  new CueReader([page(drawing)]).score(cues)

const BODY = Array.from({ length: 40 }, (_, i) => `ligne de texte courant numéro ${i}`).join('\n')
const TITLE = head('quittance de loyer', 8)

describe('weight of a cue', () => {
  it('is full for a title, small for a mention in a sentence', () => {
    const title = score(`                 QUITTANCE DE LOYER\n${BODY}`, TITLE).score
    const sentence = score(
      `Merci de joindre une quittance de loyer récente avec les autres papiers du dossier\n${BODY}`,
      TITLE,
    ).score
    expect(title).toBeGreaterThanOrEqual(8)
    expect(sentence).toBeLessThan(title / 3)
  })

  it('is small for a title at the foot of the page', () => {
    expect(score(`${BODY}\n                 QUITTANCE DE LOYER`, TITLE).score).toBeLessThan(8 * 0.6)
  })

  it('loses a little for each misread letter', () => {
    const exact = score('QUITTANCE DE LOYER', TITLE).score
    const noisy = score('QUITTANOE DE L0YER', TITLE).score
    expect(noisy).toBeLessThan(exact)
    expect(noisy).toBeGreaterThan(exact / 2)
  })

  it('is found in a title that two lines of one column cut', () => {
    const drawing = `MAIRIE DE LYON           QUITTANCE DE\nService du logement      LOYER\n${BODY}`
    expect(score(drawing, TITLE).score).toBeGreaterThan(4)
  })

  it('counts each further cue less than the one before', () => {
    const one = score('loyer', mention('loyer', 2)).score
    const three = score(
      'loyer charges bailleur',
      mention('loyer', 2),
      mention('charges', 2),
      mention('bailleur', 2),
    ).score
    expect(one).toBe(2)
    expect(three).toBeLessThan(6)
    expect(three).toBeGreaterThan(4)
  })
})

describe('titles that speak against', () => {
  it('count in full as titles, hardly in a sentence, not at all in the body', () => {
    const veto = not('contrat de location')
    expect(score(`CONTRAT DE LOCATION\n${BODY}`, ...veto).score).toBeLessThan(-6)
    const sentence = `Le présent document ne remplace pas le contrat de location signé par les parties en janvier\n${BODY}`
    expect(score(sentence, ...veto).score).toBeGreaterThan(-1.5)
    expect(score(`${BODY}\nvoir votre contrat de location et ses annexes avant de nous écrire`, ...veto).score).toBe(0)
  })
})

describe('natures', () => {
  it('gives the best one, none when only vetoes are found', () => {
    const natures = [
      { code: 'a', label: 'un a', cues: [head('taxe foncière', 8)] },
      { code: 'b', label: 'un b', cues: [mention('propriété', 1)] },
      { code: 'c', label: 'un c', cues: not('taxe foncière') },
    ]
    const reader = new CueReader([page('TAXE FONCIÈRE\npropriété bâtie')])
    expect(reader.bestNature(natures)?.nature.code).toBe('a')
    expect(new CueReader([page('rien de connu')]).bestNature(natures)).toBeNull()
  })
})
