import { describe, expect, it } from 'vitest'
import { legendsIn } from '../../src/formats/legends.ts'

const meanings = (texte: string): string[] => legendsIn(texte).map(l => l.meaning)

describe('a legend laid over a document', () => {
  it.each([
    ['POUR DEMANDE DE LOGEMENT SOCIAL UNIQUEMENT', ['protection']],
    ['Documents exclusivement destinés à la location', ['protection']],
    ['Numérisé avec CamScanner', ['numerisation']],
    ['SPÉCIMEN', ['modele']],
    ['Sans valeur', ['modele']],
    ['BROUILLON', ['projet']],
    ['ANNULÉ', ['annule']],
    ['Evaluation version', ['logiciel']],
    ['DUPLICATA', ['copie']],
  ])('%s is understood', (texte, expected) => {
    expect(meanings(texte)).toEqual(expected)
  })

  it('that protects a copy says both', () => {
    expect(meanings('COPIE POUR DEMANDE DE LOGEMENT SOCIAL')).toEqual(['protection', 'copie'])
  })

  it.each([
    'Spécimen de signature',
    'Annule et remplace le précédent',
    'Chef de projet',
    'Attestation provisoire',
    'par exemple',
  ])('%s is said by honest documents', texte => {
    expect(meanings(texte)).toEqual([])
  })

  it('is understood with a letter badly read, and the noise is counted', () => {
    expect(legendsIn('LOGEMENT S0CIAL')).toMatchObject([{ meaning: 'protection', cue: 'LOGEMENT SOCIAL' }])
    expect(legendsIn('SPECIMEM')).toEqual([{ meaning: 'modele', cue: 'SPECIMEN', edits: 1 }])
  })

  it('never gives the words of the page, which may be a name', () => {
    expect(JSON.stringify(legendsIn('Réservé à Karim BENSAÏD'))).not.toContain('BENSA')
  })

  it('is none in other words', () => {
    expect(meanings('Karim BENSAÏD 12 rue des Tanneurs')).toEqual([])
    expect(meanings('')).toEqual([])
  })
})
