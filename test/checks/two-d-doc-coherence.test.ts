import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { twoDDocText } from '../../samples/generator/two-d-doc.ts'
import { twoDDocCoherenceCheck } from '../../src/checks/two-d-doc-coherence.ts'
import type { Champ, Champs, ValeurChamp } from '../../src/domain/champs.ts'
import type { Check, CheckContext, CheckResult } from '../../src/domain/check.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { contentOf, vector } from '../formats/two-d-doc/vectors.ts'
import { champ, context, pageWith, printed } from './context.ts'

const NOTICE = twoDDocText({
  type: '28',
  issueDate: null,
  signatureDate: '2025-08-01',
  fields: [
    ['43', '2,5'],
    ['44', '2544A78123456'],
    ['45', '2024'],
    ['46', 'DUPONT CAMILLE'],
    ['4A', '31072025'],
    ['47', '3001234567890'],
    ['48', "O'CONNOR SEAN"],
    ['49', '3002987654321'],
    ['41', '18243'],
    ['4V', '612'],
  ],
})
const NOTICE_PRINTED = {
  nombreParts: 2.5,
  referenceAvis: '2544A78123456',
  anneeRevenus: 2024,
  declarant1: 'CAMILLE DUPONT',
  dateMiseEnRecouvrement: '2025-07-31',
  numeroFiscal: '3001234567890',
  declarant2: "O'Connor Sean Patrick",
  numeroFiscal2: '3002987654321',
  revenuFiscalReference: 18243,
  montantImpot: 612,
}

let check: Check
beforeAll(async () => {
  const samples = fileURLToPath(new URL('../../samples/2d-doc-trust-store.json', import.meta.url))
  check = twoDDocCoherenceCheck(await loadTrustStore(samples))
})
const run = async (ctx: CheckContext): Promise<CheckResult> => check.run(ctx)
const avis = (champs: Champs, text?: string, codes = [NOTICE]): Promise<CheckResult> =>
  run(context('avis-imposition', [pageWith({ codes, ...(text ? { text } : {}) })], champs))
const withField = (nom: string, valeur: ValeurChamp, other: Partial<Champ> = {}): Champs => ({
  ...printed(NOTICE_PRINTED),
  [nom]: champ(valeur, other),
})

describe('2d-doc-coherence: a tax notice', () => {
  it('agrees with its code: conforme, each value with both zones', async () => {
    const result = await avis(printed(NOTICE_PRINTED))
    expect(result.statut).toBe('conforme')
    expect('preuves' in result && result.preuves?.length).toBe(20)
  })

  it.each<[string, ValeurChamp, string]>([
    ['revenuFiscalReference', 13240, 'revenu fiscal de référence'],
    ['nombreParts', 4, 'nombre de parts'],
    ['referenceAvis', '2544B99123456', "référence de l'avis"],
    ['anneeRevenus', 2021, 'année des revenus'],
    ['declarant1', 'MARTIN SOPHIE', 'déclarant 1'],
    ['declarant2', 'MARTIN SOPHIE', 'déclarant 2'],
    ['numeroFiscal', '2001234567999', 'numéro fiscal'],
    ['dateMiseEnRecouvrement', '2022-12-31', 'date de mise en recouvrement'],
  ])('%s edited on the page: anomalie', async (nom, valeur, libelle) => {
    expect(await avis(withField(nom, valeur))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining(libelle) as string,
    })
    expect((await avis(withField(nom, valeur, { confiance: 0.85 }))).statut).toBe('non-realise')
  })

  it('shows amounts as people write them', async () => {
    expect((await avis(withField('revenuFiscalReference', 13240))).motif.replace(/[\u00a0\u202f]/g, ' ')).toContain(
      'revenu fiscal de référence (2D-Doc : 18 243 €, page : 13 240 €)',
    )
  })

  it('a group of figures that OCR lost is no other amount, a figure struck out is', async () => {
    expect((await avis(withField('revenuFiscalReference', 243))).statut).toBe('non-realise')
    expect((await avis(withField('revenuFiscalReference', 18))).statut).toBe('non-realise')
    expect((await avis(withField('revenuFiscalReference', 8243))).statut).toBe('anomalie')
    expect((await avis(withField('revenuFiscalReference', 243, { source: 'texte-pdf', confiance: 1 }))).statut).toBe(
      'anomalie',
    )
    expect((await avis(withField('nombreParts', 2))).statut).toBe('non-realise')
  })

  it('the signed amount on the row that was read: the wrong column was taken; on another row it proves nothing', async () => {
    const text = 'Revenu fiscal de référence      13 240      18 243'
    const zone = pageWith({ text }).lines[0]?.zone ?? null
    expect((await avis(withField('revenuFiscalReference', 13240, { zone }), text)).statut).toBe('conforme')
    const rows = 'Revenu fiscal de référence      13 240\nRevenu imposable      18 243'
    expect((await avis(withField('revenuFiscalReference', 13240, { zone }), rows)).statut).toBe('anomalie')
  })

  it('declarants and their numbers may change places', async () => {
    const swapped = {
      ...printed(NOTICE_PRINTED),
      declarant1: champ("O'CONNOR SEAN"),
      declarant2: champ('DUPONT CAMILLE'),
      numeroFiscal: champ('3002987654321'),
      numeroFiscal2: champ('3001234567890'),
    }
    expect((await avis(swapped)).statut).toBe('conforme')
  })

  it('names two letters apart, in any order, with titles, are the same', async () => {
    expect((await avis(withField('declarant1', 'MME DUPOND KAMILLE'))).statut).toBe('conforme')
    expect((await avis(withField('declarant1', 'Dupont'))).statut).toBe('conforme')
  })

  it('a reference found elsewhere on the notice: the field was read in the wrong place', async () => {
    expect(
      (await avis(withField('referenceAvis', '1234567890123'), "RÉFÉRENCE DE L'AVIS 25 44 A 78123456")).statut,
    ).toBe('conforme')
  })

  it('another surname before the signed given names is an edit, although the true name stands elsewhere: anomalie', async () => {
    const at = (name: string, text: string): Promise<CheckResult> => avis(withField('declarant1', name), text)
    expect((await at('FONTAINE CAMILLE', 'Mme DUPONT Camille    Déclarant 1    0,0 %')).statut).toBe('anomalie')
    expect((await at('FONTAINE CAMILLE', 'Sans autre nom')).statut).toBe('anomalie')
  })

  it('a usage name is nobody else: told as one by the page, or that of the other declarant', async () => {
    const at = (name: string, text: string): Promise<CheckResult> => avis(withField('declarant1', name), text)
    for (const text of ['MME DUPONT CAMILLE EP FONTAINE', 'Mme FONTAINE née DUPONT Camille'])
      expect([text, (await at('FONTAINE CAMILLE', text)).statut]).toEqual([text, 'non-realise'])
    expect((await at("O'CONNOR CAMILLE", 'Mme DUPONT Camille    Déclarant 1')).statut).toBe('non-realise')
  })

  it('a letter sent to somebody else, the declarant named elsewhere: a doubt', async () => {
    const text = 'Mme DUPONT Camille    Déclarant 1    0,0 %'
    expect((await avis(withField('declarant1', 'MARTIN SOPHIE'), text)).statut).toBe('non-realise')
  })

  it('a number or a date edited in one place: the other places that print it are no excuse', async () => {
    const text = 'N° fiscal : 30 01 234 567 890    mis en recouvrement le 31/07/2025'
    expect((await avis(withField('numeroFiscal', '3001234507890'), text)).statut).toBe('anomalie')
    expect((await avis(withField('dateMiseEnRecouvrement', '2023-07-31'), text)).statut).toBe('anomalie')
    // Quite another one was read in the wrong place.
    expect((await avis(withField('numeroFiscal', '9905512007012'), text)).statut).toBe('conforme')
    expect((await avis(withField('dateMiseEnRecouvrement', '2025-09-12'), text)).statut).toBe('conforme')
  })

  it('a doubtful reading is looked at again, closely: what all looks see counts', async () => {
    const looked = async (texts: readonly string[], confidence = 0.99): Promise<CheckResult> => {
      const looks = texts.map(text => ({ text, confidences: [...text].map(() => confidence) }))
      const champs = withField('revenuFiscalReference', 13243, { confiance: 0.7 })
      return run({
        ...context('avis-imposition', [pageWith({ codes: [NOTICE] })], champs),
        reread: () => Promise.resolve(looks),
      })
    }
    expect(await looked(['13 243 €', '13 243', '13243 € |', '13 243 €'])).toMatchObject({
      statut: 'anomalie',
      preuves: [{ zone: [0.1, 0.1, 0.4, 0.12] }, { source: '2d-doc' }],
    })
    expect((await looked(['18 243 €', '18 243', '18 243 €', '18243'])).statut).toBe('conforme')
    expect((await looked(['13 243 €', '18 243', '13 243 €', '13 243 €'])).statut).toBe('non-realise')
    expect((await looked(['13 243 €', '13 213', '13 243 €', '13 243 €'])).statut).toBe('non-realise')
    expect((await looked(['13 243 €', '13 243', '13 243 €', '13 243 €'], 0.9)).statut).toBe('non-realise')
    expect((await looked([])).statut).toBe('non-realise')
  })

  it('a printed reading that gave way to the code, too doubtful, is looked at again where it stands', async () => {
    const print = champ(13243, { confiance: 0.04 })
    const champs = {
      ...printed(NOTICE_PRINTED),
      revenuFiscalReference: champ(18243, { source: '2d-doc', autresLectures: [print] }),
    }
    const at = async (text: string): Promise<string> => {
      const looks = Array.from({ length: 4 }, () => ({ text, confidences: [...text].map(() => 1) }))
      const ctx = context('avis-imposition', [pageWith({ codes: [NOTICE] })], champs)
      return (await run({ ...ctx, reread: () => Promise.resolve(looks) })).statut
    }
    expect(await at('13 243 €')).toBe('anomalie')
    expect(await at('18 243 €')).toBe('conforme')
    expect((await avis(champs)).statut).toBe('non-realise')
  })

  it('an amount of the tax under another meaning is not held against anybody', async () => {
    expect((await avis(withField('montantImpot', 1210))).statut).toBe('conforme')
  })

  it('an amount computed, not read, is not compared', async () => {
    expect((await avis(withField('anneeRevenus', 2021, { source: 'calcul' }))).statut).toBe('conforme')
  })

  it('nothing printed was read: not carried out', async () => {
    expect((await avis({})).statut).toBe('non-realise')
  })

  it('a code whose signature is false, or of a test key, is compared with nothing', async () => {
    expect(await avis(printed(NOTICE_PRINTED), undefined, [NOTICE.replace('4118243', '4108243')])).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('authentique') as string,
    })
    expect((await avis(printed(NOTICE_PRINTED), undefined, [contentOf(vector('ref-28readme'))])).statut).toBe(
      'non-realise',
    )
  })

  it('two notices in one piece: the one that agrees is compared, else nothing is held against anybody', async () => {
    const other =
      NOTICE.slice(0, 0) +
      twoDDocText({
        type: '28',
        issueDate: null,
        signatureDate: '2025-08-01',
        fields: [
          ['43', '1'],
          ['44', '2544A00000001'],
          ['45', '2024'],
          ['46', 'PETIT JADE'],
          ['4A', '31072025'],
          ['41', '900'],
        ],
      })
    expect((await avis(printed(NOTICE_PRINTED), undefined, [other, NOTICE])).statut).toBe('conforme')
    expect(await avis(withField('revenuFiscalReference', 13240), undefined, [other, NOTICE])).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('Plusieurs documents') as string,
    })
  })
})

describe('2d-doc-coherence: other documents', () => {
  const payslip = twoDDocText({
    type: '06',
    issueDate: '2025-07-30',
    signatureDate: '2025-08-01',
    fields: [
      ['10', 'MME/ROUX/ALICE'],
      ['50', '14000000000000'],
      ['53', '2461'],
      ['54', '247F'],
      ['55', '15052018'],
      ['58', '1800,50'],
      ['59', '12603,50'],
      ['5A', '2310,00'],
    ],
  })
  const PAYSLIP = {
    nom: 'ROUX',
    prenoms: 'Alice',
    siret: '140 000 000 00000',
    periodeDebut: '2025-07-01',
    periodeFin: '2025-07-31',
    netImposable: 1800.5,
    salaireBrut: 2310.4,
  }
  const bulletin = (champs: Champs): Promise<CheckResult> =>
    run(context('bulletin-de-paie', [pageWith({ codes: [payslip] })], champs))

  it('a payslip, within one euro', async () => {
    expect((await bulletin(printed(PAYSLIP))).statut).toBe('conforme')
    expect((await bulletin({ ...printed(PAYSLIP), periodeDebut: champ('2025-07-15') })).statut).toBe('conforme')
  })

  it.each<[string, ValeurChamp]>([
    ['netImposable', 2900.5],
    ['siret', '14000000100009'],
    ['periodeFin', '2025-11-30'],
    ['nom', 'MARCHAND'],
  ])('a payslip whose %s was edited: anomalie', async (nom, valeur) => {
    expect((await bulletin({ ...printed(PAYSLIP), [nom]: champ(valeur) })).statut).toBe('anomalie')
  })

  it('the code of an identity card: names, number, sex, nationality', async () => {
    const code = twoDDocText({
      type: '07',
      issueDate: '2023-05-12',
      signatureDate: '2023-05-12',
      fields: [
        ['60', 'CAMILLE/LOUISE'],
        ['62', 'DUPONT'],
        ['65', 'ID'],
        ['66', 'F8K2TR7B4'],
        ['67', 'FR'],
        ['68', 'F'],
        ['6C', 'FR'],
      ],
    })
    const CARD = {
      nom: 'Dupont',
      prenoms: 'Camille, Louise',
      numeroDocument: 'F8K2TR7B4',
      sexe: 'F',
      nationalite: 'Française',
    }
    const card = (champs: Champs): Promise<CheckResult> =>
      run(context('carte-nationale-identite', [pageWith({ codes: [code] })], champs))
    expect((await card(printed(CARD))).statut).toBe('conforme')
    for (const [nom, valeur] of [
      ['nom', 'MARTIN'],
      ['prenoms', 'Sophie'],
      ['numeroDocument', 'G4M8PX1Q7'],
      ['sexe', 'M'],
      ['nationalite', 'Belge'],
    ] as const)
      expect([nom, (await card({ ...printed(CARD), [nom]: champ(valeur) })).statut]).toEqual([nom, 'anomalie'])
    // A usage name printed large beside the birth name.
    expect((await card({ ...printed(CARD), nom: champ('DUPONT-MARTIN'), nomUsage: champ('MARTIN') })).statut).toBe(
      'conforme',
    )
  })

  it('an attestation of the foreigners service', async () => {
    const code = twoDDocText({
      type: '13',
      issueDate: '2025-06-03',
      signatureDate: '2025-06-03',
      fields: [
        ['60', 'AMINA'],
        ['62', 'DIALLO'],
        ['67', 'SN'],
        ['68', 'F'],
        ['69', '12051990'],
        ['6J', '2'],
        ['6K', '7500000000000000001'],
        ['6Q', '9912345678'],
        ['6N', '03062025'],
        ['6O', '02092025'],
      ],
    })
    const PRINTED = {
      nom: 'DIALLO',
      prenoms: 'Amina',
      dateNaissance: '1990-05-12',
      numeroEtranger: '9912345678',
      dateExpiration: '2025-09-02',
      numeroDocument: '7500000000000000001',
    }
    const attestation = (champs: Champs): Promise<CheckResult> =>
      run(context('recepisse-titre-de-sejour', [pageWith({ codes: [code] })], champs))
    expect((await attestation(printed(PRINTED))).statut).toBe('conforme')
    expect(await attestation({ ...printed(PRINTED), dateExpiration: champ('2026-06-02') })).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining("date d'expiration (2D-Doc : 02/09/2025, page : 02/06/2026)") as string,
    })
  })

  it('a letter of a name that OCR misread is nothing, that the text of a PDF says is a doubt', async () => {
    const code = twoDDocText({
      type: '13',
      issueDate: '2025-06-03',
      signatureDate: '2025-06-03',
      fields: [
        ['60', 'KAAN/OGUZHAN'],
        ['62', 'CELIK'],
      ],
    })
    const at = async (source: 'ocr' | 'texte-pdf'): Promise<string> => {
      const champs = printed({ nom: 'CELIK', prenoms: 'Kaan Oÿuzhan' }, { source, confiance: 0.9 })
      return (await run(context('recepisse-titre-de-sejour', [pageWith({ codes: [code] })], champs))).statut
    }
    expect(await at('ocr')).toBe('conforme')
    expect(await at('texte-pdf')).not.toBe('conforme')
  })

  it('what every such document prints and was read nowhere may be what was edited: a doubt', async () => {
    const seen = (text: string): Promise<CheckResult> =>
      run(
        context(
          'bulletin-de-paie',
          [pageWith({ codes: [payslip], text })],
          printed({ ...PAYSLIP, netImposable: null }),
        ),
      )
    expect(await seen('BULLETIN')).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('page : non lu') as string,
    })
    // The same amount under another name is not the one that was looked for.
    expect((await seen('Cumul imposable 1 800,50')).statut).toBe('non-realise')
  })

  it('no code: the same words as the signature', async () => {
    expect((await run(context('bulletin-de-paie', [pageWith({})]))).statut).toBe('sans-objet')
    expect((await run(context('avis-imposition', [pageWith({})]))).statut).toBe('non-realise')
  })
})
