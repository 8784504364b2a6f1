import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mrzCoherenceCheck } from '../../src/checks/mrz-coherence.ts'
import type { Champ, Champs } from '../../src/domain/champs.ts'
import type { CheckContext, CheckResult } from '../../src/domain/check.ts'
import { page } from '../documents/page-builder.ts'
import { band } from '../formats/mrz/band.ts'
import { MRZ_VECTORS } from '../formats/mrz/vectors.ts'
import { writeMrz } from '../formats/mrz/write-mrz.ts'
import { contentOf, vector } from '../formats/two-d-doc/vectors.ts'
import {
  champ,
  CNIE_BAND,
  CNIE_PRINTED,
  cnie,
  context,
  LAMINATED_BAND,
  PASSPORT_BAND,
  pageWith,
  PERMIT_BAND,
  printed,
} from './context.ts'

const check = mrzCoherenceCheck()
const run = (ctx: CheckContext): CheckResult => check.run(ctx) as CheckResult
const without = (...names: string[]): Champs =>
  Object.fromEntries(Object.entries(printed(CNIE_PRINTED)).filter(([n]) => !names.includes(n)))
const withField = (nom: string, valeur: string, other: Partial<Champ> = {}): Champs => ({
  ...printed(CNIE_PRINTED),
  [nom]: champ(valeur, other),
})
const vectorLines = (id: string): readonly string[] => MRZ_VECTORS.vectors.find(v => v.id === id)?.lines ?? []

describe('mrz-coherence: the band against the printed zone', () => {
  it('all agree: conforme, each field with both zones as evidence', () => {
    const result = run(cnie())
    expect(result.statut).toBe('conforme')
    const preuves = result.statut === 'conforme' ? result.preuves : []
    expect(preuves).toHaveLength(14)
    expect(preuves.every(p => p.page === 1 && p.zone !== null)).toBe(true)
    expect(preuves.map(p => p.source)).toContain('mrz')
    expect(preuves.map(p => p.source)).toContain('ocr')
  })

  it.each([
    ['numeroDocument', 'F8K2TR7C9', 'numéro'],
    ['nom', 'DURAND', 'nom'],
    ['prenoms', 'Sophie', 'prénoms'],
    ['dateNaissance', '1992-02-14', 'date de naissance'],
    ['dateExpiration', '2037-06-05', "date d'expiration"],
    ['sexe', 'M', 'sexe'],
    ['nationalite', 'Marocaine', 'nationalité'],
  ])('%s surely printed otherwise: anomalie that names it, with what to do', (nom, valeur, libelle) => {
    const result = run(cnie(withField(nom, valeur)))
    expect(result.statut).toBe('anomalie')
    expect(result.motif).toContain(`${libelle} (`)
    expect(result.motif).toContain("Comparez sur l'original")
    expect('preuves' in result && result.preuves?.length).toBe(2)
  })

  it.each([
    ['numeroDocument', 'F8K2TR7C9'],
    ['nom', 'DURAND'],
    ['dateNaissance', '1992-02-14'],
    ['dateExpiration', '2037-06-05'],
    ['sexe', 'M'],
  ])('%s printed otherwise but read with doubt: not carried out', (nom, valeur) => {
    expect(run(cnie(withField(nom, valeur, { confiance: 0.8 }))).statut).toBe('non-realise')
  })

  it('a band read with doubt is held against nobody, however sure the print', () => {
    const ctx = context(
      'carte-nationale-identite',
      [pageWith({ mrz: band(CNIE_BAND, 0.8) })],
      withField('dateNaissance', '1992-02-14'),
    )
    expect(run(ctx).statut).toBe('non-realise')
  })

  it('a surname with hardly a letter of the one in the band needs no very sure band; one that looks like it does', () => {
    const judged = (nom: string, sure: number): string =>
      run(context('carte-nationale-identite', [pageWith({ mrz: band(CNIE_BAND, sure) })], withField('nom', nom))).statut
    expect(judged('FONTAINE', 0.8)).toBe('anomalie')
    expect(judged('FONTAINE', 0.7)).toBe('non-realise')
    expect(judged('LERVOT', 0.8)).toBe('non-realise')
  })

  it('dates are shown as people write them', () => {
    expect(run(cnie(withField('dateNaissance', '1992-02-14'))).motif).toContain(
      'date de naissance (14/02/1992 imprimé, 14/02/1985 dans la bande MRZ)',
    )
  })
})

describe('mrz-coherence: a date whose label was not read', () => {
  const unlabelled = (nom: string, text: string, confidence = 0.97): CheckContext => {
    const face = page(text, { confidence })
    return context('carte-nationale-identite', [{ ...face, mrzBands: [band(CNIE_BAND)] }], without(nom))
  }

  it('an end later than that of the band, on the same day of the year: anomalie', () => {
    const result = run(unlabelled('dateExpiration', 'F8K2TR7B4  05 01 2037'))
    expect(result).toMatchObject({ statut: 'anomalie' })
    expect(result.motif).toContain("date d'expiration (05/01/2037 imprimé, 05/01/2033 dans la bande MRZ)")
    const preuves = result.statut === 'anomalie' ? result.preuves : []
    expect(preuves.map(p => [p.valeur, p.source, p.zone !== null])).toEqual([
      ['05/01/2037', 'ocr', true],
      ['05/01/2033', 'mrz', true],
    ])
  })

  it('a birth long before the document was made: anomalie', () => {
    expect(run(unlabelled('dateNaissance', 'LEROY  14 02 1976')).statut).toBe('anomalie')
  })

  it('read with doubt: not carried out', () => {
    expect(run(unlabelled('dateExpiration', '05 01 2037', 0.8)).statut).toBe('non-realise')
  })

  it.each([
    ['the date of issue, on the same day of the year', 'dateExpiration', '05 01 2023'],
    ['another day, as a stamp or a legend bears', 'dateExpiration', '31 12 2036'],
    ['the date of the band', 'dateExpiration', '05 01 2033  05 01 2037'],
    ['two dates that may be it', 'dateExpiration', '05 01 2037\n05 01 2038'],
    ['an issue on the birthday', 'dateNaissance', '14 02 2023'],
  ])('%s says nothing', (_, nom, text) => {
    expect(run(unlabelled(nom, text)).statut).not.toBe('anomalie')
  })
})

describe('mrz-coherence: innocent causes', () => {
  it('a digit that OCR takes for another needs a very sure reading', () => {
    const misread = (confiance: number, source: 'ocr' | 'texte-pdf' = 'ocr'): string =>
      run(cnie(withField('dateExpiration', '2038-01-05', { confiance, source }))).statut
    expect(misread(0.93)).toBe('non-realise')
    expect(misread(0.97)).toBe('anomalie')
    expect(misread(0.93, 'texte-pdf')).toBe('anomalie')
  })

  it('the doubt on a label is no doubt on the figures below it', () => {
    const field = withField('dateExpiration', '2038-01-05', { confiance: 0.93, zone: [0.05, 0.03, 0.3, 0.06] })
    const face = (confidence: number): CheckContext =>
      context(
        'carte-nationale-identite',
        [{ ...page('05 01 2038', { confidence }), mrzBands: [band(CNIE_BAND)] }],
        field,
      )
    expect(run(face(0.98)).statut).toBe('anomalie')
    expect(run(face(0.93)).statut).toBe('non-realise')
  })

  it('nor on a date that tells itself what it is, another year on the same day; on another day it is', () => {
    const statut = (text: string, iso: string): string => {
      const face = page(text, { confidence: 0.98 })
      const field = withField('dateNaissance', iso, { confiance: 0.8, zone: [0.05, 0.03, 0.3, 0.06] })
      return run(context('carte-nationale-identite', [{ ...face, mrzBands: [band(CNIE_BAND)] }], field)).statut
    }
    expect(statut('14 02 1976', '1976-02-14')).toBe('anomalie')
    expect(statut('23 06 1976', '1976-06-23')).toBe('non-realise')
    expect(statut('14 02 2023', '2023-02-14')).toBe('non-realise')
  })

  it('letters read for digits in the printed number are no difference', () => {
    expect(run(cnie(withField('numeroDocument', 'FBKZTR7B4'))).statut).toBe('conforme')
  })

  it('accents, particles, usage name, missing given names', () => {
    expect(run(cnie({ ...withField('nom', 'Léroy'), nomUsage: champ('MARTIN') })).statut).toBe('conforme')
    expect(run(cnie(withField('nom', 'LEROY épouse MARTIN'))).statut).toBe('conforme')
    expect(run(cnie(withField('prenoms', 'Anne'))).statut).toBe('conforme')
    expect(run(cnie(withField('prenoms', 'Anne, Claire, Louise'))).statut).toBe('conforme')
  })

  it('a name one letter apart is OCR noise; in exact text it is a doubt', () => {
    expect(run(cnie(withField('nom', 'LEROV'))).statut).toBe('conforme')
    expect(run(cnie(withField('nom', 'LEROV', { source: 'texte-pdf' }))).statut).toBe('non-realise')
  })

  it('the value of the band stands elsewhere on the card: the field was read in the wrong place', () => {
    const ctx = (text: string, champs: Champs): CheckContext =>
      context('carte-nationale-identite', [pageWith({ mrz: band(CNIE_BAND), text })], champs)
    expect(run(ctx('NÉE LE 14 02 1985', withField('dateNaissance', '1992-02-14'))).statut).toBe('conforme')
    expect(run(ctx('N° F8K2TR7B4', withField('numeroDocument', 'A1B2C3D4E'))).statut).toBe('conforme')
    expect(run(ctx('NOM LEROY', withField('nom', 'PRÉNOMS'))).statut).toBe('conforme')
  })

  it('the surname read under the label of the given names, or the other way round, is a doubt', () => {
    expect(run(cnie(withField('prenoms', 'LEROY'))).statut).toBe('non-realise')
    expect(run(cnie(withField('nom', 'ANNE'))).statut).toBe('non-realise')
  })

  it("a parent's name is not the holder's, and a name among other words is a doubt", () => {
    const statut = (text: string): string => {
      const page = pageWith({ mrz: band(CNIE_BAND), text })
      return run(context('carte-nationale-identite', [page], withField('nom', 'DURAND'))).statut
    }
    expect(statut('COGNOME E NOME DEI GENITORI\nLEROY GENNARO')).toBe('anomalie')
    expect(statut('NOM LEROY Prénom Anne')).toBe('conforme')
    expect(statut('AUTORITÉ LEROY GENNARO')).toBe('non-realise')
  })

  it('but the words of the band itself are not the print', () => {
    const text = 'LEROY<<ANNE<CLAIRE<<<<<<<<<<<<'
    const ctx = context(
      'carte-nationale-identite',
      [pageWith({ mrz: band(CNIE_BAND), text })],
      withField('nom', 'DURAND'),
    )
    expect(run(ctx).statut).toBe('anomalie')
  })

  it('a number of another shape is another number of the document', () => {
    expect(run(cnie(withField('numeroDocument', '123456'))).statut).toBe('non-realise')
  })

  it('the number of the holder, printed larger than that of the card, stands in the band too', () => {
    const lines = vectorLines('td1-esp-dni')
    const ctx = context(
      'carte-nationale-identite',
      [pageWith({ mrz: band(lines) })],
      printed({ numeroDocument: '99999999-R' }),
    )
    expect(run(ctx).statut).toBe('conforme')
  })

  it('the date of issue read as expiry, or one date under two labels: a doubt', () => {
    expect(run(cnie(withField('dateExpiration', '2023-01-06'))).statut).toBe('non-realise')
    const twice = { ...withField('dateNaissance', '2023-01-06'), dateDelivrance: champ('2023-01-06') }
    expect(run(cnie(twice)).statut).toBe('non-realise')
    // An expiry pushed back five years is no date of issue.
    expect(run(cnie(withField('dateExpiration', '2038-02-06'))).statut).toBe('anomalie')
  })

  it('names from another script are transcribed freely', () => {
    const lines = writeMrz({
      format: 'TD3',
      code: 'P',
      issuer: 'MAR',
      number: 'AB1234567',
      nationality: 'MAR',
      birth: '900512',
      sex: 'F',
      expiry: '280630',
      surname: ['BENCHEKROUN'],
      given: ['AMINA'],
      optional: '',
    })
    const ctx = context(
      'passeport',
      [pageWith({ mrz: band(lines) })],
      printed({ nom: 'Bin Shaqrun', dateNaissance: '1990-05-12' }),
    )
    expect(run(ctx).statut).toBe('non-realise')
  })

  it('an unknown month of birth compares the year alone', () => {
    const lines = vectorLines('td3-birth-unknown')
    const ctx = (birth: string): CheckContext =>
      context('passeport', [pageWith({ mrz: band(lines) })], printed({ dateNaissance: birth }))
    expect(run(ctx('1980-01-01')).statut).toBe('conforme')
    expect(run(ctx('1994-01-01')).statut).toBe('anomalie')
  })

  it('a nationality that no table knows is not compared', () => {
    expect(run(cnie(withField('nationalite', 'FRANÇAISF'))).statut).toBe('conforme')
  })

  it('two cards on one sheet: the band that agrees is compared; when none does, nothing is held against anybody', () => {
    const both = [pageWith({ mrz: [band(LAMINATED_BAND.map(l => l)), band(CNIE_BAND)] })]
    expect(run(context('carte-nationale-identite', both, printed(CNIE_PRINTED))).statut).toBe('conforme')
    expect(run(context('carte-nationale-identite', both, withField('nom', 'DURAND')))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('Plusieurs documents') as string,
    })
  })

  it('nothing printed was read, or only what the band itself gave: not carried out', () => {
    expect(run(cnie({})).statut).toBe('non-realise')
    expect(run(cnie(printed(CNIE_PRINTED, { source: 'mrz' })))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('recto') as string,
    })
    expect(run(cnie(without('nom', 'prenoms', 'sexe', 'nationalite', 'dateExpiration'))).statut).toBe('conforme')
  })

  it('honest documents are never suspected, whatever OCR does to fields it is unsure of', () => {
    const noise = fc.record({
      nom: fc.constantFrom(
        'numeroDocument',
        'nom',
        'prenoms',
        'dateNaissance',
        'dateExpiration',
        'sexe',
        'nationalite',
      ),
      text: fc.oneof(fc.constantFrom('1977-03-05', 'X', 'MALIENNE', 'DUPUIS', 'Z9Y8X7W6V', 'M'), fc.string()),
      confiance: fc.float({ min: 0, max: Math.fround(0.89), noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 4 }), fields => {
        const isDate = (nom: string): boolean => nom.startsWith('date')
        const champs = Object.fromEntries(
          fields.map(f => [f.nom, champ(isDate(f.nom) ? '1977-03-05' : f.text || 'A', { confiance: f.confiance })]),
        )
        expect(run(cnie({ ...printed(CNIE_PRINTED), ...champs })).statut).not.toBe('anomalie')
      }),
    )
  })
})

describe('mrz-coherence: by kind of document', () => {
  it('passport', () => {
    const fields = printed({ ...CNIE_PRINTED, numeroDocument: '22AB12345', nationalite: 'Française' })
    expect(run(context('passeport', [pageWith({ mrz: band(PASSPORT_BAND) })], fields)).statut).toBe('conforme')
  })

  it('titre de séjour: the foreigner number stands in the optional zone', () => {
    const ctx = (numeroEtranger: string): CheckContext =>
      context(
        'titre-de-sejour',
        [pageWith({ mrz: band(PERMIT_BAND) })],
        printed({ numeroDocument: 'KTR8PX2L9', nationalite: 'Sénégalaise', numeroEtranger }),
      )
    expect(run(ctx('9912345678')).statut).toBe('conforme')
    expect(run(ctx('9912347778'))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('numéro étranger') as string,
    })
  })

  it('laminated card: the month of issue in the number against the printed date', () => {
    const ctx = (dateDelivrance: string): CheckContext =>
      context(
        'carte-nationale-identite',
        [pageWith({ mrz: band(LAMINATED_BAND) })],
        printed({ numeroDocument: '110669300417', nom: 'LEROY', dateDelivrance }),
      )
    expect(run(ctx('2011-06-15')).statut).toBe('conforme')
    expect(run(ctx('2011-07-02')).statut).toBe('conforme')
    expect(run(ctx('2011-08-02')).statut).toBe('non-realise')
    expect(run(ctx('2015-02-02'))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('mois de délivrance') as string,
    })
  })

  it('the 2D-Doc beside the band repeats its number, names, sex and nationality', () => {
    const code = contentOf(vector('syn-07-cnie-like'))
    const lines = (number: string, given: string[]): string[] =>
      writeMrz({
        format: 'TD1',
        code: 'ID',
        issuer: 'FRA',
        number,
        nationality: 'FRA',
        birth: '900713',
        sex: 'F',
        expiry: '300211',
        surname: ['DUPONT'],
        given,
        optional: '',
      })
    const ctx = (mrz: string[]): CheckContext =>
      context(
        'carte-nationale-identite',
        [pageWith({ mrz: band(mrz), codes: [code] })],
        printed({ dateNaissance: '1990-07-13' }),
      )
    // The number of the vector is that of a published specimen: the sign shows too.
    expect(run(ctx(lines('X4RTBPFW4', ['CAMILLE', 'LOUISE'])))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('spécimen') as string,
    })
    expect(run(ctx(lines('F8K2TR7B4', ['CAMILLE', 'LOUISE'])))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('numéro (X4RTBPFW4 dans le 2D-Doc, F8K2TR7B4 dans la bande MRZ)') as string,
    })
    expect(run(ctx(lines('F8K2TR7B4', ['SOPHIE']))).motif).toContain('prénoms (CAMILLE LOUISE dans le 2D-Doc')
  })

  it('a code that holds the whole band', () => {
    const parts = contentOf(vector('ref-v3-08'))
    const lines = ['P<FRASPECIMEN<<NATACHA<<<<<<<<<<<<<<<<<<<<<<', '07CD123044FRA7307122F1603062<<<<<<<<<<<<<<04']
    const ctx = context(
      'carte-nationale-identite',
      [pageWith({ mrz: band(lines), codes: [parts] })],
      printed({ nom: 'Specimen' }),
    )
    expect(run(ctx).statut).toBe('conforme')
  })
})

describe('mrz-coherence: what no issuer writes', () => {
  const judged = (id: string, confidence = 0.97): CheckResult =>
    run(
      context(
        'carte-nationale-identite',
        [pageWith({ mrz: band(vectorLines(id), confidence) })],
        printed({ sexe: 'F' }),
      ),
    )

  it.each([
    'fake-passport-number',
    'fake-passport-country',
    'impossible-date',
    'cni-issue-month-13',
    'fake-cni-td2-layout',
    'fake-cnie-code',
  ])('%s: anomalie when surely read', id => {
    expect(judged(id).statut).toBe('anomalie')
  })

  it.each(['fake-passport-number', 'fake-passport-country', 'impossible-date', 'fake-cnie-code'])(
    '%s: not carried out when read with doubt',
    id => {
      expect(judged(id, 0.85).statut).toBe('non-realise')
    },
  )

  it('shows even when nothing printed was read', () => {
    const ctx = context('carte-nationale-identite', [pageWith({ mrz: band(vectorLines('cni-issue-before-birth')) })])
    expect(run(ctx)).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('avant la naissance') as string,
    })
  })

  it('without band: the same words as the keys', () => {
    expect(run(context('passeport', [pageWith({})])).statut).toBe('non-realise')
    expect(run(context('recepisse-titre-de-sejour', [pageWith({})])).statut).toBe('sans-objet')
  })
})
