import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import { pageText } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { maskReading } from '../../src/masking/burn.ts'
import { findNirs, type NirFinding } from '../../src/masking/find-nirs.ts'
import { at, inside, page, zonesOf } from './page-builder.ts'

const find = (
  reading: PageReading,
  type: TypePiece | null = 'bulletin-de-paie',
  naissances: string[] = [],
): NirFinding[] => findNirs([reading], { type, naissances })

/** What a person still reads on the page after masking, line by line. */
const left = (reading: PageReading, type: TypePiece | null = 'bulletin-de-paie', naissances: string[] = []): string[] =>
  pageText(
    maskReading(
      reading,
      find(reading, type, naissances).flatMap(f => [...f.zones]),
    ),
  ).split('\n')

/** Every sign of `number` on the page lies under a mask. */
function expectCovered(reading: PageReading, number: string, type: TypePiece | null = 'bulletin-de-paie'): void {
  const masks = find(reading, type).flatMap(f => [...f.zones])
  const zones = number.split(' ').flatMap(group => zonesOf(reading, group))
  expect(zones.length).toBeGreaterThan(0)
  for (const zone of zones) expect(inside(zone, masks)).toBe(true)
}

const SPACED = '2 69 05 49 588 157 80'

describe('where the number stands', () => {
  it('right of its label: number and key are covered, the label stays', () => {
    const reading = page().line('N° Sécurité sociale :', SPACED, 'Emploi : agent').build()
    expect(left(reading)).toEqual(['N° Sécurité sociale : Emploi : agent'])
    expectCovered(reading, SPACED)
  })

  it('below its label, in a block of headings', () => {
    const reading = page()
      .line('N° Sécurité Sociale', at(0.4, 'Matricule'), at(0.7, 'Emploi'))
      .line('2690549588157', at(0.4, '00123'), at(0.7, 'Agent'))
      .build()
    expect(left(reading)).toEqual(['N° Sécurité Sociale Matricule Emploi', '00123 Agent'])
  })

  it('in boxes of which OCR made letters of one group', () => {
    const reading = page().line("Votre numéro d'immatriculation", '2 05 09 59 rs 50 347 66').build()
    expect(left(reading, 'certificat-de-grossesse')).toEqual(["Votre numéro d'immatriculation"])
    const prose = page().line("Numéro d'immatriculation", '1 12 05 rue des 12 érables').build()
    expect(find(prose, 'certificat-de-grossesse')).toEqual([])
  })

  it('in the next column, far right of its label', () => {
    expect(left(page().line('Numéro de sécurité sociale', at(0.42, '2690549588157')).build())).toEqual([
      'Numéro de sécurité sociale',
    ])
  })

  it('with its key in its own box, and another number after it', () => {
    const reading = page().line('N° SS', at(0.3, '2 69 05 49 588 157'), at(0.55, '80'), at(0.7, '35')).build()
    expect(left(reading)).toEqual(['N° SS 35'])
  })

  it('without its key: two figures of the next column are no key', () => {
    const reading = page().line('N° SS', at(0.3, '2 69 05 49 588 157'), at(0.6, '35')).build()
    expect(left(reading)).toEqual(['N° SS 35'])
  })

  it('with the word clé between number and key: one block covers both', () => {
    const reading = page().line('NIR', '2 69 05 49 588 157', 'Clé : 80', 'Échelon 3').build()
    expect(left(reading)).toEqual(['NIR Échelon 3'])
    expect(find(reading)[0]?.zones).toHaveLength(1)
  })

  it('one character per box, borders read as pipes', () => {
    expect(left(page().line('Numéro de sécurité sociale', '|2|6|9|0|5|4|9|5|8|8|1|5|7|8|0|').build())).toEqual([
      'Numéro de sécurité sociale',
    ])
  })

  it('over two lines of one cell', () => {
    const reading = page().line('Assuré', at(0.5, '2 69 05 49 588')).line('Martin', at(0.5, '157 80')).build()
    expect(left(reading)).toEqual(['Assuré', 'Martin'])
  })

  it('broken at the end of a line of text', () => {
    const reading = page()
      .line('Le salarié, immatriculé à la sécurité sociale sous le numéro 2 69 05 49')
      .line('588 157 80, est engagé à compter du 3 mai.')
      .build()
    expect(left(reading, 'contrat-de-travail').join(' ')).toBe(
      'Le salarié, immatriculé à la sécurité sociale sous le numéro est engagé à compter du 3 mai.',
    )
  })

  it('under a label that is itself on two lines', () => {
    const reading = page().line('N° de Sécurité').line('sociale :', at(0.3, '2690549588157')).build()
    expect(left(reading)).toEqual(['N° de Sécurité', 'sociale :'])
  })

  it.each(['N° SS / Matricule :', 'S.S. N°', 'Immatriculation à la sécurité sociale :', 'N° Sécu. Soc.'])(
    'after the label %s',
    label => {
      expect(left(page().line(label, '2690549588157').build())).toEqual([label])
    },
  )

  it('glued to its label in one word: the word is cut', () => {
    const reading = page().line('NIR:2690549588157', 'Emploi').build()
    const [finding] = find(reading)
    const word = reading.lines[0]?.words[0]
    expect(left(reading)).toEqual(['NIR Emploi'])
    expect(finding?.zones[0]?.[0]).toBeGreaterThan((word?.zone[0] ?? 1) + 0.015)
    expectCovered(reading, '2690549588157')
  })

  it('without a label when its key is right', () => {
    expect(
      left(page().line('Mme ALIX', SPACED).line('26905 49 588 157 80').line('2690549588157 80').build(), null),
    ).toEqual(['Mme ALIX'])
  })
})

describe('what OCR did to it', () => {
  it.each([
    '2 69 O5 49 S88 l57 8O',
    '2 69 05 49 588 157 81',
    '26905 4 9 588 157 80',
    '2.69.05.49.588.157.80',
    '2 b9 O5 4? S88 l57 8',
    '269O549S881578',
    '2 69 05 49 588 15/ 80',
  ])('under its label %s is masked', number => {
    expect(left(page().line('N° Sécurité sociale :', number, 'Emploi').build())).toEqual([
      'N° Sécurité sociale : Emploi',
    ])
  })

  it.each([
    'N° 5écur1té soc1ale :',
    'N°SS',
    'No SECURITE S0CIALE',
    'Nº de Secunté sociale',
    'N° S.S.',
    'Sécurité sociale :',
  ])('the label read %s is understood', label => {
    expect(left(page().line(label, '2690549588157').build())[0]).not.toContain('2690549588157')
  })

  it('2B of Haute-Corse read 28: the key decides', () => {
    const [finding] = find(page().line('2 53 07 28 073 004 70').build())
    expect(finding?.secret()).toBe('253072B07300470')
  })

  it('an unreadable number below its label is masked as a block, its neighbours stay', () => {
    const reading = page()
      .line('N° Sécurité sociale', at(0.5, 'Emploi'))
      .line('2?9O549S88157B', at(0.5, 'Agent'))
      .build()
    expect(left(reading)).toEqual(['N° Sécurité sociale Emploi', 'Agent'])
    expect(find(reading)[0]?.evidence).toContain('bloc-illisible-sous-libelle')
  })

  it('a number of which OCR lost the middle is masked by the room that it takes, a short number is not', () => {
    const lost = page().line('Numéro INSEE', '2', at(0.244, '>'), at(0.285, '552999221')).build()
    expect(left(lost)).toEqual(['Numéro INSEE'])
    expect(left(page().line('Numéro INSEE', '2', '552999221').build())).toEqual(['Numéro INSEE 2 552999221'])
  })

  it.each([
    "Votre numéro d'immatriculation Lfs/Hta]fele]fs[sT2][ofol21{71e]",
    "NIR de l'apprenti(e) * BIOGIUBIO0|E6B)EBEBIOGI HA",
  ])('the row of boxes in %s is masked, its label stays', text => {
    const reading = page().line(text).build()
    const [finding] = find(reading)
    const boxes = reading.lines[0]?.words.filter(w => /[|[\]]/.test(w.text)) ?? []
    expect(boxes.every(w => inside(w.zone, finding?.zones ?? []))).toBe(true)
    expect(left(reading)[0]).toBe(text.replace(/ (?:Lfs|BIO).*$/, ''))
  })

  it('on a carte Vitale the number has no label: groups of figures alone on a line are masked, though some were lost', () => {
    const card = page()
      .line('TSHIBANGU')
      .line('73 62 99 31 435 39 :')
      .line('Présentez-la à chaque consultation')
      .build()
    expect(left(card, 'hors-perimetre')).toEqual(['TSHIBANGU', 'Présentez-la à chaque consultation'])
    const specks = page().line('| 1 96 06 75 12. -24 15').line('Présentez-la à chaque consultation').build()
    expect(left(specks, 'hors-perimetre').join(' ')).not.toMatch(/96|75|24/)
    const phone = page().line('06 12 34 56 78').line('36 46').line('carte Vitale').line('01 10 2026').build()
    expect(find(phone, 'hors-perimetre')).toEqual([])
    expect(find(page().line('73 62 99 31 435 39').build(), 'hors-perimetre')).toEqual([])
  })

  it('an empty row of boxes is left as it is', () => {
    expect(find(page().line("Numéro d'immatriculation", 'EE 1R)| | [| | Il | | [ | | | [| | |').build())).toEqual([])
  })

  it.each([
    'N° Sécurité sociale : 2 69 05 XX XXX XXX XX',
    'N° Sécurité sociale : 2690549******',
    'N° Sécurité sociale : 14/06/2022 0123',
    'N° Sécurité sociale : 01 23 45 67 89',
    'N° Sécurité sociale : 732 829 320 00074',
    'N° Sécurité sociale : néant',
  ])('%s is left as it is', text => {
    expect(find(page().line(text).build())).toEqual([])
  })
})

describe('what is not a NIR', () => {
  it.each([
    ['Sécurité Sociale plafonnée', '1 768,02', '6,90', '122,00'],
    ['SIRET', '732 829 320 00074', 'APE 7820Z'],
    ['Matricule', '2690549588157'],
    ['N° de dossier', '1801275123456'],
    ['Demande', '1111023517879GDPUB'],
    ['IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
    ['URSSAF', 'N° 117 1570712345'],
    ['Base', '12,50', '2 10 12 15 100 200', '300,00', '1 250,00'],
  ])('%s %s', (...parts) => {
    expect(
      find(
        page()
          .line(...parts)
          .build(),
      ),
    ).toEqual([])
  })

  it('cells of a table that would make one number are not one', () => {
    const cells = ['2', '69', '05', '49', '588', '157'].map((text, i) => at(0.1 + i * 0.12, text))
    expect(
      find(
        page()
          .line(...cells)
          .build(),
        null,
      ),
    ).not.toHaveLength(1)
    expect(
      find(
        page()
          .line('Jours', ...cells.slice(1))
          .build(),
        null,
      ),
    ).toEqual([])
  })

  it('an MRZ is never masked', () => {
    const reading = page().mrz('IDFRADUPONT<<<<<<<<<<<<<<<<<<<<<<<<<', '269054958815780<<<<<<<<<<<<<<<<<<<<<').build()
    expect(find(reading, null)).toEqual([])
  })

  it("an avis d'imposition keeps its numéro fiscal and its référence", () => {
    const reading = page()
      .line('Numéro fiscal du déclarant 1', at(0.5, '30 23 217 600 053'))
      .line("Référence de l'avis", at(0.5, '22 78 0123456 78'))
      .line('Numéro FIP', at(0.5, '2278012345678'))
      .line('Vos cotisations de sécurité sociale')
      .line('1801275123456')
      .build()
    expect(find(reading, 'avis-imposition')).toEqual([])
  })
})

describe('documents that carry no NIR need two proofs', () => {
  it('label and key', () => {
    expect(find(page().line('Assuré social', at(0.4, '269054958815780')).build(), 'quittance-de-loyer')).toHaveLength(1)
  })

  it('printed groups and key', () => {
    expect(find(page().line('Mme ALIX', SPACED).build(), 'bail')).toHaveLength(1)
  })

  it('a key alone is not enough', () => {
    const reading = page().line('Code', '269054958815780').build()
    expect(find(reading, 'quittance-de-loyer')).toEqual([])
    expect(find(reading, 'bulletin-de-paie')).toHaveLength(1)
  })

  it('a label just before the number says enough', () => {
    expect(find(page().line('N° de sécurité sociale : 2690549588157').build(), 'bail')).toHaveLength(1)
  })
})

describe('evidence from elsewhere', () => {
  it('the birth of the holder makes a number without label or key a NIR', () => {
    const reading = page().line('Matricule', '2690549588157').build()
    expect(find(reading)).toEqual([])
    expect(find(reading, 'bulletin-de-paie', ['1969-05-12'])[0]?.evidence).toContain('naissance-concordante')
    expect(find(reading, 'bulletin-de-paie', ['1969-06-12'])).toEqual([])
  })

  it('the only civilité of the page agrees', () => {
    expect(find(page().line('Madame ALIX').line('NIR', SPACED).build())[0]?.evidence).toContain('civilite-concordante')
    expect(find(page().line('Monsieur ALIX').line('NIR', SPACED).build())[0]?.evidence).not.toContain(
      'civilite-concordante',
    )
  })

  it('a number found once with its label is found again on every page, in any spacing, misread or glued', () => {
    const first = page(1).line('N° SS', SPACED).build()
    const second = page(2)
      .line('Dossier 26905 4958 8157')
      .line('Code 0002690549588157000')
      .line('Code 26905495B8157')
      .line('Code 2690549538157')
      .line('Code 1801275123456')
      .build()
    const found = findNirs([first, second], { type: 'bulletin-de-paie' })
    const masks = found.filter(f => f.page === 2).flatMap(f => [...f.zones])
    expect(pageText(maskReading(second, masks)).split('\n')).toEqual([
      'Dossier',
      'Code 000 000',
      'Code',
      'Code',
      'Code 1801275123456',
    ])
  })

  it('two numbers side by side are both masked whole', () => {
    const reading = page().line('N° SS', `${SPACED} 1 80 12 75 123 456 43`, 'Emploi').build()
    expect(left(reading)).toEqual(['N° SS Emploi'])
    expect(find(reading)).toHaveLength(2)
  })

  it('several persons on one page are all masked', () => {
    const reading = page().line('Assurée', SPACED).line('Bénéficiaire', '1 80 12 75 123 456 42').build()
    expect(find(reading, 'hors-perimetre')).toHaveLength(2)
  })
})

describe('symbols', () => {
  it('a QR that holds a NIR is masked whole', () => {
    const reading = page().barcode('nom=ALIX&nir=269054958815780', 'qr').build()
    const [finding] = find(reading, null)
    expect(finding?.zones).toEqual([reading.barcodes[0]?.zone])
    expect(maskReading(reading, finding?.zones ?? []).barcodes).toEqual([])
  })

  it('the 2D-Doc of an avis is left alone', () => {
    const content = 'DC04FR0AXT4A25472547280100FR46ALIX\u001d473023217600053442278012345678\u001d45'
    expect(find(page().barcode(content).build(), 'avis-imposition')).toEqual([])
  })

  it('a field of a 2D-Doc that is a NIR masks the symbol', () => {
    expect(find(page().barcode('DC04FR0AXT4A25472547100100FR\u001d50269054958815780\u001d51X').build())).toHaveLength(1)
  })

  it('a number known from the page masks the symbol that repeats it without key', () => {
    const reading = page().line('NIR', SPACED).barcode('ID:2690549588157;', 'other').build()
    expect(find(reading)).toHaveLength(2)
  })

  it('a symbol of 13 figures is one when the birth agrees', () => {
    const reading = page().barcode('2690549588157', 'other').build()
    expect(find(reading)).toEqual([])
    expect(find(reading, 'bulletin-de-paie', ['1969-05-01'])).toHaveLength(1)
  })
})

describe('the number never leaves', () => {
  it('neither JSON, nor a copy, nor a structured clone of a finding holds it', () => {
    const [finding] = find(page().line('NIR', SPACED).build())
    expect(finding?.secret()).toBe('269054958815780')
    const copies = [finding, { ...finding }, structuredClone(finding), finding?.evidence]
    for (const copy of copies) expect(JSON.stringify(copy).replace(/\D/g, '')).not.toContain('49588157')
    expect(Object.keys(finding ?? {})).toEqual(['page', 'zones', 'score', 'evidence', 'label'])
  })
})
