import { describe, expect, it } from 'vitest'
import { readEditionDate } from '../../src/documents/edition-date.ts'
import { amounts } from '../../src/documents/parsers.ts'
import { readField } from '../../src/documents/read-value.ts'
import { recentMonth } from '../../src/documents/recent-month.ts'
import { readRecipient } from '../../src/documents/recipient.ts'
import { page, piece } from './page-builder.ts'

const recipient = (drawing: string, labels: readonly string[] = []) => {
  const found = readRecipient(piece(page(drawing)), { labels })
  return found && [found.nom?.valeur, found.prenoms?.valeur]
}

describe('the addressee of a letter', () => {
  it('is the person of the postal block, not the service that writes', () => {
    expect(
      recipient(`
        Caisse d'allocations familiales
        TSA 52055                              Monsieur Huu Phuoc HUYNH
        44130 SAINT-HERBLAIN CEDEX             48 quai de l'Industrie
                                               44800 SAINT-HERBLAIN
        Mme Hélène PONCELIN, directrice
      `),
    ).toEqual(['HUYNH', 'Huu Phuoc'])
  })

  it('stands under a label of his own before any title', () => {
    expect(
      recipient(`Employeur     M. Rémi SARNIQUE          Salarié     Mme Yasmina GUÉRANDAIS`, ['Salarié']),
    ).toEqual(['GUÉRANDAIS', 'Yasmina'])
  })

  it('may have the surname, or the whole name, on the line below', () => {
    expect(recipient(`M. El Mehdi\nOUHADDOU`)).toEqual(['OUHADDOU', 'El Mehdi'])
    expect(recipient(`N° INSEE      Clé      MADAME\n                         HADJ-SAÏD NAÏMA`)).toEqual([
      'HADJ-SAÏD',
      'NAÏMA',
    ])
  })

  it('in capitals is cut as the same name elsewhere with small letters shows', () => {
    expect(recipient(`MADAME KERBRAT OZANNE\nNous attestons que Madame Kerbrat OZANNE perçoit`)).toEqual([
      'OZANNE',
      'Kerbrat',
    ])
    expect(recipient(`MADAME OZANNE KERBRAT\nNous attestons que Madame Kerbrat OZANNE perçoit`)).toEqual([
      'OZANNE',
      'Kerbrat',
    ])
  })

  it('is nobody when only a formula opens the letter', () => {
    expect(recipient(`Madame, Monsieur,\nNous vous informons`)).toBeNull()
  })
})

describe('the day of a letter', () => {
  const day = (drawing: string) => readEditionDate(piece(page(drawing)))?.valeur ?? null
  it.each([
    ["CAISSE PRIMAIRE D'ASSURANCE MALADIE          Bobigny, le 10/06/2024", '2024-06-10'],
    ['Le 3 août 2024\nPaiement effectué le 05/08/2024', '2024-08-03'],
    ['Edité le 12/09/2024', '2024-09-12'],
    ['Fait à Lyon, le 1er octobre 2024', '2024-10-01'],
    ['Née le 03/02/1980', null],
    ['Le règlement a été effectué par virement le 05/08/2026.', null],
    ['exercice clos le 31 décembre 2025', null],
  ])('%s: %s', (drawing, expected) => {
    expect(day(drawing)).toBe(expected)
  })
})

describe('the month a paper is about', () => {
  const month = (drawing: string, notAfter = '2024-10-15') =>
    recentMonth(piece(page(drawing)), notAfter)?.champ.valeur ?? null
  it.each([
    ['au titre du mois de septembre 2024', '2024-09'],
    ['Juin 2024     100,00\nJuillet 2024     120,00\nMai 2024     90,00', '2024-07'],
    ['Période du 01/08/2024 au 31/08/2024', '2024-08'],
    ['versée en juillet 2024, droits ouverts jusqu’en décembre 2024', '2024-07'],
    ['à compter de septembre 2024', null],
    ['valable en novembre 2024', null],
    ['Mois          Montant\nseptembre     730,90\n2024', '2024-09'],
    ['Contrat du 01/01/2023 au 31/12/2023', null],
  ])('%s: %s', (drawing, expected) => {
    expect(month(drawing)).toBe(expected)
  })
})

describe('labels and values of tables', () => {
  const value = (drawing: string, ...labels: string[]) =>
    readField(piece(page(drawing)), labels, amounts)?.valeur ?? null

  it('a label on two lines of one column', () => {
    const table = `
      Heures          Salaire         Net
      travaillées     brut            imposable
      151,67          3 143,06        2 562,74
    `
    expect(value(table, 'Net imposable')).toBe(2562.74)
    expect(value(table, 'Salaire brut')).toBe(3143.06)
  })

  it('a value is that of its own column and label', () => {
    expect(value(`Brut            Net\n1 000,00        800,00`, 'Net')).toBe(800)
    expect(value(`Total net       Prime : 50,00`, 'Total net')).toBeNull()
    expect(value(`Total net       € 1 500,00`, 'Total net')).toBe(1500)
  })

  it('an amount has cents, or a currency: a rate is none', () => {
    expect(value('Valeur du point      1,4386 €', 'Valeur du point')).toBeNull()
    expect(value('Total      568 €', 'Total')).toBe(568)
    expect(value('Total      568', 'Total')).toBeNull()
  })
})
