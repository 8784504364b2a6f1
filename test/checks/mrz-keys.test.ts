import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../src/domain/check.ts'
import type { Champs } from '../../src/domain/champs.ts'
import { mrzKeysCheck } from '../../src/checks/mrz-keys.ts'
import { band } from '../formats/mrz/band.ts'
import { MRZ_VECTORS } from '../formats/mrz/vectors.ts'
import { champ, CNIE_BAND, CNIE_PRINTED, cnie, context, LAMINATED_BAND, pageWith, printed } from './context.ts'

const check = mrzKeysCheck()
const run = (...args: Parameters<typeof context>): CheckResult => check.run(context(...args)) as CheckResult
const judged = (lines: readonly string[], champs: Champs = {}, confidence = 0.97, doubtful = {}): CheckResult =>
  run('carte-nationale-identite', [pageWith({ mrz: band(lines, confidence, doubtful) })], champs)
const CODE = { source: '2d-doc', confiance: 0.99 } as const
const changed = (from: string, to: string): string[] => CNIE_BAND.map(l => l.replace(from, to))
const vectorLines = (id: string): readonly string[] => MRZ_VECTORS.vectors.find(v => v.id === id)?.lines ?? []

describe('mrz-cles: the check digits of the band', () => {
  it('are right: conforme, with each digit and where it stands', () => {
    const result = judged(CNIE_BAND)
    expect(result.statut).toBe('conforme')
    const preuves = result.statut === 'conforme' ? result.preuves : []
    expect(preuves.map(p => p.libelle)).toEqual([
      'MRZ, numéro du document',
      'MRZ, date de naissance',
      "MRZ, date d'expiration",
      'MRZ, ensemble de la bande',
    ])
    expect(preuves.every(p => p.page === 1 && p.zone !== null && p.source === 'mrz')).toBe(true)
    expect(preuves[0]?.valeur).toBe('F8K2TR7B4, clé 3')
  })

  it.each([
    'td3-expiry-edited',
    'td3-number-edited',
    'td3-composite-wrong',
    'fr-cni-composite-wrong',
    'fake-cni-td2-layout',
  ])('%s, read surely: anomalie', id => {
    expect(judged(vectorLines(id), printed({ nom: 'Lefebvre', prenoms: 'Julie Claire' }))).toMatchObject({
      statut: 'anomalie',
    })
  })

  it.each(['td3-expiry-edited', 'td3-number-edited', 'td3-composite-wrong', 'fr-cni-composite-wrong'])(
    '%s, read with doubt: not carried out, never held against the person',
    id => {
      expect(judged(vectorLines(id), {}, 0.85)).toMatchObject({ statut: 'non-realise' })
    },
  )

  it.each(MRZ_VECTORS.vectors.filter(v => v.expected.valid && v.expected.format !== 'FR-PERMIS' && !v.corrected))(
    '$id: conforme',
    v => {
      expect(judged(v.lines).statut).toBe('conforme')
    },
  )

  it.each(MRZ_VECTORS.vectors.filter(v => v.corrected))('$id: repaired by what can stand there, conforme', v => {
    expect(judged(v.lines).statut).toBe('conforme')
  })

  it('names the field whose digit is wrong, and not the composite that follows from it', () => {
    const result = judged(changed('330105', '370105'))
    expect(result.motif).toContain("date d'expiration")
    expect(result.motif).toContain('Comparez la bande')
  })

  it('one glyph of the number that looks like another explains the digit: not carried out, however sure the reader', () => {
    expect(judged(changed('F8K2', 'FBK2'), {}, 0.99).statut).toBe('non-realise')
  })

  it('the same wrong number printed on the card makes it sure', () => {
    const champs = printed({ ...CNIE_PRINTED, numeroDocument: 'FBK2TR7B4' })
    expect(judged(changed('F8K2', 'FBK2'), champs).statut).toBe('anomalie')
    expect(
      judged(changed('330105', '370105'), printed({ dateExpiration: '2037-01-05' }), 0.8, { '1:14': 0.95 }).statut,
    ).toBe('anomalie')
  })

  it('so does the same number standing on the card without a label that was read', () => {
    const lines = changed('F8K2', 'FBK2')
    const judgedOn = (text: string): string =>
      (check.run(context('carte-nationale-identite', [pageWith({ mrz: band(lines, 0.97), text })])) as CheckResult)
        .statut
    expect(judgedOn('FBK2TR7B4')).toBe('anomalie')
    expect(judgedOn('F8K2TR7B4')).toBe('non-realise')
    expect(judgedOn('NOM LEROY')).toBe('non-realise')
  })

  it('a print that agrees, however faint, makes a surely read band no less sure', () => {
    const faint = printed({ dateNaissance: '1986-02-14' }, { confiance: 0.66 })
    expect(judged(changed('850214', '860214'), faint, 0.97).statut).toBe('anomalie')
    expect(judged(changed('850214', '860214'), faint, 0.8).statut).toBe('non-realise')
  })

  it('but not when the digit itself is doubtful', () => {
    const champs = printed({ dateExpiration: '2037-01-05' })
    expect(judged(changed('330105', '370105'), champs, 0.95, { '1:14': 0.6 }).statut).toBe('non-realise')
  })

  it('a printed date that fits the digit and looks like what was read: the band was misread, unless its glyphs are very sure', () => {
    const lines = changed('850214', '860214')
    expect(judged(lines, printed({ dateNaissance: '1985-02-14' }), 0.93).statut).toBe('non-realise')
    expect(judged(lines, printed({ dateNaissance: '1985-02-14' }), 0.97).statut).toBe('anomalie')
    expect(judged(lines, {}, 0.93).statut).toBe('anomalie')
    expect(judged(lines, printed({ dateNaissance: '1986-02-14' }), 0.93).statut).toBe('anomalie')
  })

  it('a look-alike explains nothing when the printed number is surely another one', () => {
    const lines = changed('F8K2', 'FBK2')
    expect(judged(lines, printed({ numeroDocument: 'F8K2TR7B4' })).statut).toBe('non-realise')
    expect(judged(lines, printed({ numeroDocument: 'G4M7PX1Q9' })).statut).toBe('anomalie')
    expect(judged(lines, printed({ numeroDocument: 'G4M7PX1Q9' }, { confiance: 0.8 })).statut).toBe('non-realise')
  })

  it('nor when the 2D-Doc of the card says another one', () => {
    const lines = changed('F8K2', 'FBK2')
    const signed = (valeur: string): Champs => ({
      numeroDocument: champ(valeur, CODE),
    })
    expect(judged(lines, signed('F8K2TR7B4')).statut).toBe('non-realise')
    expect(judged(lines, signed('F3K2TR7B4')).statut).toBe('anomalie')
    const both = { numeroDocument: champ('F8K2TR7B4', { confiance: 0.8, autresLectures: [champ('F3K2TR7B4', CODE)] }) }
    expect(judged(lines, both).statut).toBe('non-realise')
    const unlike = {
      numeroDocument: champ('GBK2TR7B4', { confiance: 0.8, autresLectures: [champ('F3K2TR7B4', CODE)] }),
    }
    expect(judged(lines, unlike).statut).toBe('anomalie')
  })

  it('a number read with the help of its digit must be printed too', () => {
    const doubtful = { '0:6': 0.6 }
    expect(judged(changed('F8K2', 'FBK2'), {}, 0.97, doubtful)).toMatchObject({ statut: 'non-realise' })
    expect(judged(changed('F8K2', 'FBK2'), printed(CNIE_PRINTED), 0.97, doubtful)).toMatchObject({ statut: 'conforme' })
  })

  it('the laminated card: a name changed alone makes the composite wrong', () => {
    const lines = LAMINATED_BAND.map(l => l.replace('LEROY', 'LENOY'))
    const champs = printed({ nom: 'LENOY', prenoms: 'Anne, Claire' })
    expect(judged(lines, champs)).toMatchObject({ statut: 'anomalie' })
  })

  it('a composite that a look-alike in an unconfirmed name explains is not held against anybody', () => {
    expect(judged(vectorLines('fr-cni-composite-wrong'))).toMatchObject({ statut: 'non-realise' })
  })

  it('of two documents the worse band speaks, of two copies of one document the better one', () => {
    const edited = band(changed('330105', '370105'))
    const bands = (...mrz: ReturnType<typeof band>[]): CheckResult =>
      run('carte-nationale-identite', [pageWith({ mrz })])
    expect(bands(band(LAMINATED_BAND), edited).statut).toBe('anomalie')
    expect(bands(edited, band(CNIE_BAND)).statut).toBe('conforme')
  })
})

describe('mrz-cles: no band', () => {
  it('the front of an electronic card alone: the back is missing', () => {
    const text = "RÉPUBLIQUE FRANÇAISE\nCARTE NATIONALE D'IDENTITÉ / IDENTITY CARD"
    expect(run('carte-nationale-identite', [pageWith({ text })], printed(CNIE_PRINTED))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('Verso manquant') as string,
    })
  })

  it('a laminated card whose band was cut: the front is asked for', () => {
    const champs = printed({ numeroDocument: '110669300417' })
    expect(run('carte-nationale-identite', [pageWith({})], champs)).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('recto') as string,
    })
  })

  it('passport, titre de séjour: not carried out; paper récépissé: sans objet', () => {
    expect(run('passeport', [pageWith({})]).statut).toBe('non-realise')
    expect(run('titre-de-sejour', [pageWith({})])).toMatchObject({ statut: 'non-realise' })
    expect(run('recepisse-titre-de-sejour', [pageWith({})]).statut).toBe('sans-objet')
  })

  it.each([
    [CNIE_BAND.slice(0, 2), 'coupée'],
    [[...CNIE_BAND.slice(0, 1), '8S02142F33OIO52FRA<<<<<<<<<<<6', ...CNIE_BAND.slice(2)], 'douteux'],
    [['BONJOUR<LE<MONDE'], 'déchiffrée'],
  ])('a band that could not be understood says why', (lines, why) => {
    expect(run('carte-nationale-identite', [pageWith({ mrz: band(lines) })])).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining(why) as string,
    })
  })

  it('the band of a driving licence on the same sheet is not that of the card', () => {
    const licence = band(vectorLines('fr-permis-specimen'))
    expect(run('carte-nationale-identite', [pageWith({ mrz: licence })]).statut).toBe('non-realise')
    expect(run('carte-nationale-identite', [pageWith({ mrz: [licence, band(CNIE_BAND)] })]).statut).toBe('conforme')
  })

  it('a band left among the words of the page is read, but never surely', () => {
    const lines = changed('330105', '370105').join('\n')
    expect(run('carte-nationale-identite', [pageWith({ text: CNIE_BAND.join('\n') })]).statut).toBe('conforme')
    expect(run('carte-nationale-identite', [pageWith({ text: lines })]).statut).toBe('non-realise')
    expect(run('carte-nationale-identite', [pageWith({ text: lines, source: 'texte-pdf' })]).statut).toBe('anomalie')
  })

  it('concerns identity documents only', () => {
    expect(check.appliesTo(cnie())).toBe(true)
    expect(check.appliesTo(context('bulletin-de-paie', []))).toBe(false)
  })
})
