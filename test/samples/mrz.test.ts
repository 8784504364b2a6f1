import { describe, expect, it } from 'vitest'
import { cniPlastifiee, mrvB, mrzName, permisMrz, td1, td3, type MrzHolder } from '../../samples/generator/mrz.ts'

const holder = (
  nom: string,
  prenoms: string[],
  dateNaissance: string,
  sexe: 'M' | 'F',
  nationalite = 'FRA',
): MrzHolder => ({
  nom,
  prenoms,
  dateNaissance,
  sexe,
  nationalite,
})

describe('the machine readable zones of the samples', () => {
  it('write the specimen of the electronic identity card', () => {
    const maelys = holder('MARTIN', ['Maëlys', 'Gaëlle', 'Marie'], '1990-07-13', 'F')
    expect(td1('ID', 'FRA', 'X4RTBPFW4', '2030-02-11', maelys)).toEqual([
      'IDFRAX4RTBPFW46<<<<<<<<<<<<<<<',
      '9007138F3002119FRA<<<<<<<<<<<6',
      'MARTIN<<MAELYS<GAELLE<MARIE<<<',
    ])
  })

  it('write a laminated card, whose composite digit runs over both lines', () => {
    const julie = holder('LEFEBVRE', ['Julie', 'Claire'], '1978-03-14', 'F')
    expect(cniPlastifiee('050875300417', '750123', julie)).toEqual([
      'IDFRALEFEBVRE<<<<<<<<<<<<<<<<<750123',
      '0508753004176JULIE<<CLAIRE<7803141F3',
    ])
  })

  it('write a passport whose empty zone has a filler for digit', () => {
    const lea = holder('MERCIER', ['Léa', 'Jeanne'], '1988-07-05', 'F')
    expect(td3('FRA', '24AB12345', '2034-02-12', lea)).toEqual([
      'P<FRAMERCIER<<LEA<JEANNE<<<<<<<<<<<<<<<<<<<<',
      '24AB123456FRA8807054F3402122<<<<<<<<<<<<<<<6',
    ])
  })

  it('put the foreigner number in the optional zone of a residence permit', () => {
    const aminata = holder('DIALLO', ['Aminata'], '1990-05-12', 'F', 'SEN')
    expect(td1('IR', 'FRA', 'KTR8PX2L9', '2028-06-30', aminata, { optional: '9912345678' })).toEqual([
      'IRFRAKTR8PX2L949912345678<<<<<',
      '9005123F2806309SEN<<<<<<<<<<<6',
      'DIALLO<<AMINATA<<<<<<<<<<<<<<<',
    ])
  })

  it('write a long-stay visa and a driving licence', () => {
    const salma = holder('EL IDRISSI', ['Salma'], '1996-04-11', 'F', 'MAR')
    expect(mrvB('019284756', '2026-11-30', salma)).toEqual([
      'VDFRAEL<IDRISSI<<SALMA<<<<<<<<<<<<<<',
      '0192847564MAR9604113F2611309<<<<<<<<',
    ])
    expect(permisMrz('13AA00002', '2018-12-31', 'MARTIN')).toBe('D1FRA13AA000026181231MARTIN<<9')
  })

  it('drop accents and apostrophes, part compound names, spell out umlauts in Germany', () => {
    expect(mrzName("N'DIAYE-FAŸ")).toBe('NDIAYE<FAY')
    expect(mrzName('BŒUF')).toBe('BOEUF')
    expect(mrzName('GROßMANN', 'etendu')).toBe('GROSSMANN')
    expect(mrzName('KÖHLER', 'etendu')).toBe('KOEHLER')
    expect(mrzName('ÖZTÜRK')).toBe('OZTURK')
  })
})
