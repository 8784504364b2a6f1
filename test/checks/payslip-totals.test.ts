import { describe, expect, it } from 'vitest'
import { payslipTotalsCheck } from '../../src/checks/payslip-totals.ts'
import type { CheckResult, Reread } from '../../src/domain/check.ts'
import { readBulletin } from '../../src/documents/kinds/bulletin-de-paie-champs.ts'
import { page, piece } from '../documents/page-builder.ts'
import { context } from './context.ts'

/** A fictional slip of a person paid by the hour, with the sums that a payroll program makes. */
const SLIP = `
ATELIERS DU VAL                                                        BULLETIN DE PAIE
Période du 01/07/2026 au 31/07/2026                                    Paiement le 31/07/2026

Rubriques                                      Base       Taux      À déduire      À payer      Charges patronales
Salaire de base                              130,00    12,3100                   1 600,30
SALAIRE BRUT                                                                     1 600,30
Complémentaire Santé                                                    19,62                                19,62
Sécurité sociale plafonnée                 1 600,30     6,9000         110,42                               136,83
Sécurité sociale déplafonnée               1 600,30     0,4000           6,40                                33,77
Complémentaire Tranche 1                   1 600,30     4,0100          64,17                                96,18
CSG déductible                             1 591,91     6,8000         108,25
CSG/CRDS non déductible                    1 591,91     2,9000          46,17
TOTAL DES COTISATIONS ET CONTRIBUTIONS                                 355,03                               286,40
Remboursement transport                                                             45,40
Titres-restaurant                                                       72,00
MONTANT NET SOCIAL                                                               1 245,27
NET À PAYER AVANT IMPÔT SUR LE REVENU                                            1 218,67
Impôt sur le revenu prélevé à la source    1 311,06       6,20          81,29
NET PAYÉ EN EUROS                                                                1 137,38
`

const run = async (
  drawing: string,
  source: 'ocr' | 'texte-pdf' = 'texte-pdf',
  confidence?: number,
  reread?: Reread,
): Promise<CheckResult> => {
  const drawn = page(drawing, { source, ...(confidence === undefined ? {} : { confidence }) })
  const champs = readBulletin(piece(drawn))
  const asked = context('bulletin-de-paie', [drawn], champs)
  return payslipTotalsCheck().run(reread ? { ...asked, reread } : asked)
}
const edited = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((slip, [from, to]) => slip.replace(from, to), SLIP)

describe('bulletin-totaux', () => {
  it.each(['texte-pdf', 'ocr'] as const)('redoes the five sums of a genuine slip (%s)', async source => {
    const result = await run(SLIP, source)
    expect(result).toMatchObject({ statut: 'conforme', motif: expect.stringContaining('justes : 5') as string })
    expect(result.statut === 'conforme' && result.preuves.every(p => p.page === 1 && p.zone !== null)).toBe(true)
  })

  it('a net paid that was raised is an anomalie, with the sum that shows it', async () => {
    expect(await run(edited(['1 137,38', '1 737,38']))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining(
        "1 218,67 € avant impôt moins 81,29 € d'impôt font 1 137,38 €, le bulletin porte un net payé de 1 737,38 €",
      ) as string,
    })
  })

  it('both nets raised: the gross pay and the contributions do not make them', async () => {
    expect(await run(edited(['1 137,38', '1 737,38'], ['1 218,67', '1 818,67']))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('ne donnent pas le net à payer avant impôt de 1 818,67 €') as string,
    })
  })

  it('hours changed without redoing the line', async () => {
    expect(await run(edited(['130,00', '151,67']))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('151,67 h à 12,31 € font 1 867,06 €, le bulletin porte 1 600,30 €') as string,
    })
  })

  it('a gross pay that is not the one contributions are computed on', async () => {
    const slip = SLIP.replace(/(SALAIRE BRUT +)1 600,30/, '$12 600,30')
    expect(await run(slip)).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('Les gains font 1 600,30 €') as string,
    })
  })

  it('read by OCR, one wrong sum may be a misread figure: a person looks', async () => {
    expect((await run(edited(['1 137,38', '1 737,38']), 'ocr')).statut).toBe('non-realise')
  })

  it('read by OCR, one wrong sum whose figures closer looks confirm is an anomalie', async () => {
    const line = (text: string): { text: string; confidences: number[] } => ({
      text,
      confidences: [...text].map(() => 0.98),
    })
    const looks = (paid: string): Reread => {
      const row = line(`1 218,67 | 81,29 | ${paid}`)
      return () => Promise.resolve([row, row, row])
    }
    const slip = edited(['1 137,38', '1 737,38'])
    expect((await run(slip, 'ocr', 0.95, looks('1 737,38'))).statut).toBe('anomalie')
    expect((await run(slip, 'ocr', 0.95, looks('1 137,38'))).statut).toBe('non-realise')
  })

  it('read by OCR, two wrong sums of figures surely read are an anomalie', async () => {
    const slip = edited(['1 137,38', '1 737,38'], ['130,00', '151,67'])
    expect((await run(slip, 'ocr')).statut).toBe('anomalie')
    expect((await run(slip, 'ocr', 0.8)).statut).toBe('non-realise')
  })

  it('lines that are taken or added after the contributions are part of the sum, whatever their sign', async () => {
    const slip = edited(['1 218,67', '1 290,67'], ['1 137,38', '1 209,38'], ['72,00', '     '])
    expect(await run(slip)).toMatchObject({ statut: 'conforme' })
  })

  it('a net that follows from a total that cannot be confirmed accuses nobody', async () => {
    const slip = edited(['110,42', '      '], ['1 218,67', '1 818,67'], ['1 137,38', '1 737,38'])
    expect((await run(slip)).statut).toBe('conforme')
  })

  it('an advance taken after the tax explains a lower net', async () => {
    const slip = SLIP.replace('NET PAYÉ EN', `Acompte du 15/07${' '.repeat(53)}200,00\nNET PAYÉ EN`).replace(
      '1 137,38',
      '  937,38',
    )
    expect(await run(slip)).toMatchObject({ statut: 'conforme' })
  })

  it('a State payslip: due less deducted make the net before tax', async () => {
    const slip = (net: string): string => `
CODE      ÉLÉMENTS                        À PAYER      À DÉDUIRE      POUR INFORMATION
101000    TRAITEMENT BRUT                 2185,71
101050    RETENUE PC                                      242,61
102000    INDEMNITE DE RESIDENCE            21,86
401301    C.S.G. DEDUCTIBLE                               154,29
          TOTAUX DU MOIS                  2207,57         396,90
NET À PAYER AVANT IMPÔT SUR LE REVENU     ${net}`
    expect(await run(slip('1810,67'))).toMatchObject({ statut: 'conforme' })
    expect(await run(slip('2810,67'))).toMatchObject({ statut: 'anomalie' })
  })

  it('a State payslip with tax: what is deducted holds it, and the difference is what is paid', async () => {
    const slip = (avant: string, paid: string): string => `
CODE      ÉLÉMENTS                        À PAYER      À DÉDUIRE      POUR INFORMATION
101000    TRAITEMENT BRUT                 2207,57
101050    RETENUE PC                                      242,61
401301    C.S.G. DEDUCTIBLE                               154,29
558000    IMPOT SUR LE REVENU PRELEVE A LA SOURCE          13,61
          TOTAUX DU MOIS                  2207,57         410,51
NET À PAYER AVANT IMPÔT SUR LE REVENU     ${avant}

NET À PAYER                               ${paid}`
    expect((await run(slip('1810,67', '1797,06'))).statut).toBe('conforme')
    expect((await run(slip('2810,67', '2797,06'))).statut).toBe('anomalie')
    expect((await run(slip('1810,67', ''))).statut).not.toBe('anomalie')
  })

  it('nothing to redo: not carried out, never conforme', async () => {
    expect((await run('BULLETIN DE PAIE\nNet à payer 1 200,00')).statut).toBe('non-realise')
  })

  it('concerns payslips only', () => {
    expect(payslipTotalsCheck().appliesTo(context('quittance-de-loyer', []))).toBe(false)
  })
})
