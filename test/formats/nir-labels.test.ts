import { describe, expect, it } from 'vitest'
import { findNirLabels, speakingLabel } from '../../src/formats/nir-labels.ts'
import { foldSigns } from '../../src/formats/signs.ts'

const labels = (text: string): string[] =>
  findNirLabels(foldSigns(text)).map(l => `${l.kind}${l.block ? '!' : ''} ${text.slice(l.start, l.end)}`)

describe('labels of a NIR as documents write them', () => {
  it.each([
    'N° Sécurité sociale',
    'NO SECU',
    'N° SS',
    'NSS',
    'N° S.S',
    'NUMERO DE SECURITE SOCIALE',
    'Numéro INSEE',
    'N° INSEE',
    'NIR',
    'NIA',
    'N° ASSURE',
    'MATRICULE INSEE',
    'N° DE S.S',
    "N° d'immatriculation",
    'N° Sécu. Soc',
    'numeroSecuriteSociale',
    'num_secu',
    'NSECURITESOCIALE',
    'N° Se\u0301curite\u0301 sociale',
  ])('%s is strong: even an unreadable number beside it is masked', text => {
    expect(labels(text)).toEqual([`fort! ${text}`])
  })

  it.each(['Sécurité sociale', 'Assuré social', "N° d'identification"])(
    '%s is strong when a number stands there',
    text => {
      expect(labels(text)).toEqual([`fort ${text}`])
    },
  )

  it('a colon makes "Sécurité sociale" as good as a numbered label', () => {
    expect(labels('Sécurité sociale :')).toEqual(['fort! Sécurité sociale'])
    expect(labels('Sécurité sociale (NIR) :')[0]).toBe('fort! Sécurité sociale')
  })

  it.each(['N° 5écur1té soc1ale', 'No SECURITE S0CIALE', 'N° de Secunté sociale', 'Numèro d immatr1culation', 'N1R'])(
    'OCR noise in %s',
    text => expect(labels(text)[0]).toMatch(/^fort/),
  )

  it.each(['Matricule', 'Immatriculation', 'Assuré', 'Identifiant'])('%s alone says little', text => {
    expect(labels(text)).toEqual([`faible ${text}`])
  })

  it.each([
    'SIRET',
    'Numéro fiscal',
    "Référence de l'avis",
    'IBAN',
    'URSSAF',
    'N° allocataire',
    'Plafond de la sécurité sociale',
    'Sécurité Sociale plafonnée',
    'Sécurité sociale déplafonnée',
  ])('%s is another number', text => expect(labels(text).at(-1)).toMatch(/^exclu/))

  it.each(['à venir', 'n° 1A 206', 'une assurance', 'règlement (UE)', 'N° 12 rue', 'ANNEE'])('%s is no label', text => {
    expect(labels(text).filter(l => l.startsWith('fort'))).toEqual([])
  })

  it('a label may be misread, but not all of what it names', () => {
    for (const text of [
      'Numéro de 5S',
      'N° INSEF',
      "Numéro d'immatnculation",
      'N° de sécunté sociale',
      'Numéro de NlR',
    ])
      expect(labels(text)).toEqual([`fort! ${text}`])
    expect(labels('Numéro de la demande')).toEqual(['vague demande'])
    expect(labels("Numéro de l'avis 74764070643590")).toEqual(["vague Numéro de l'avis"])
    expect(labels('Numéro de la SS 74764070643590')).toEqual(['fort! Numéro de la SS'])
  })

  it('a label does not go on over a line, a cell or a long gap', () => {
    expect(labels('N° de sécurité\nsociale')).toEqual([])
    expect(labels('sécurité\tsociale')).toEqual([])
  })

  it('a doubtful label just after a strong one does not weaken it', () => {
    const speaking = (text: string): string | undefined => speakingLabel(text, findNirLabels(text))?.kind
    expect(speaking('N SS / Matricule : ')).toBe('fort')
    expect(speaking('N SS 12 Matricule : ')).toBe('faible')
    expect(speaking('N SS SIRET : ')).toBe('exclu')
    expect(speaking('')).toBeUndefined()
  })
})
