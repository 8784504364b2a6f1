import { describe, expect, it } from 'vitest'
import { autrePieceReglementaire } from '../../../src/documents/kinds/autre-piece-reglementaire.ts'
import { horsPerimetre } from '../../../src/documents/kinds/hors-perimetre.ts'
import type { DocumentKind, Nature } from '../../../src/documents/kind.ts'
import { NATURES_HORS_PERIMETRE } from '../../../src/documents/natures/hors-perimetre.ts'
import { NATURES_REGLEMENTAIRES } from '../../../src/documents/natures/reglementaires.ts'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import { classifyPage } from '../../../src/sorting/classify.ts'
import * as d from '../../sorting/drawings.ts'
import { page, piece } from '../page-builder.ts'

const JOUR = '2025-04-01'

const read = (kind: DocumentKind, drawing: string, barcodes: readonly string[] = []) => {
  const text = piece(page(drawing, { barcodes }))
  const champs = kind.readFields(text, JOUR)
  const context = { champs, text, jourDepot: JOUR, profil: DEFAULT_PROFILE }
  return {
    nature: champs['natureDocument']?.valeur,
    categorie: kind.categorie?.(champs),
    validity: kind.validity(context).regleValidite,
    remarks: kind.remarks?.(context) ?? [],
  }
}

/** The shortest page that shows what a document is: its best title, its best mentions. */
function shortest({ cues }: Nature): string {
  const best = cues.filter(c => c.weight > 0).sort((a, b) => b.weight - a.weight)
  const title = best.find(c => c.where === 'head')
  const mentions = best.filter(c => c.where !== 'head').slice(0, title ? 2 : 4)
  return `                    ${title?.words.toUpperCase() ?? ''}\n\n${mentions.map(m => m.words).join('\n')}`
}

describe('documents that the regulation lists without a type code', () => {
  it.each(NATURES_REGLEMENTAIRES.map(n => [n.code, n] as const))('%s is told by its title', (code, nature) => {
    expect(classifyPage(page(shortest(nature))).type).toBe('autre-piece-reglementaire')
    expect(read(autrePieceReglementaire, shortest(nature))).toMatchObject({ nature: code, categorie: nature.categorie })
  })

  it.each([
    ['attestation-employeur', 'ressources', d.ATTESTATION_EMPLOYEUR],
    ['attestation-pacs', 'situation-familiale', d.PACS],
    ['lettre-de-conge', 'motif-de-la-demande', d.CONGE_VENTE],
    ['procedure-expulsion', 'motif-de-la-demande', d.COMMANDEMENT],
    ['certificat-medical', 'motif-de-la-demande', d.CERTIFICAT_MEDICAL],
    ['decision-handicap', 'motif-de-la-demande', d.DECISION_MDPH],
    ['certificat-de-domiciliation', 'logement-actuel', d.DOMICILIATION],
    ['avis-imposition-etranger', 'revenu-fiscal', d.TAX_ETRANGER],
  ])('reads %s, of the category %s, on a whole page', (nature, categorie, drawing) => {
    const result = read(autrePieceReglementaire, drawing)
    expect(result).toMatchObject({ nature, categorie, validity: 'sans-objet' })
    expect(result.remarks[0]).toMatch(/^Document reconnu : une? .+\.$/)
  })

  it('takes the nature that a 2D-Doc names', () => {
    expect(read(autrePieceReglementaire, 'Document', ['DC04FR03EDF11B581B58AE01FR']).nature).toBe('acte-de-deces')
  })

  it('gives no nature when none is known', () => {
    expect(read(autrePieceReglementaire, d.PROSE).nature).toBeUndefined()
  })
})

describe('documents that the regulation does not list', () => {
  it.each(NATURES_HORS_PERIMETRE.map(n => [n.code, n] as const))('%s is told by its title', (code, nature) => {
    expect(classifyPage(page(shortest(nature))).type).toBe('hors-perimetre')
    expect(read(horsPerimetre, shortest(nature)).nature).toBe(code)
  })

  it.each([
    ['taxe-fonciere', d.TAXE_FONCIERE],
    ['taxe-habitation', d.TAXE_HABITATION],
    ['declaration-revenus', d.DECLARATION],
    ['attestation-droits-assurance-maladie', d.ATTESTATION_DROITS],
    ['rib', d.RIB],
    ['facture-energie', d.FACTURE_ENERGIE],
    ['permis-de-conduire', d.PERMIS],
  ])('reads %s on a whole page and says that it is not asked for', (nature, drawing) => {
    const result = read(horsPerimetre, drawing)
    expect(result.nature).toBe(nature)
    expect(result.remarks[0]).toContain('La réglementation ne le prévoit pas')
  })

  it('lets the words of a bill say whose it is, its 2D-Doc being the same for all', () => {
    expect(read(horsPerimetre, d.FACTURE_ENERGIE, ['DC04FR03EDF11B581B580101FR']).nature).toBe('facture-energie')
  })

  it('takes a page without words for a photo, and a tale for nothing known', () => {
    expect(read(horsPerimetre, '').nature).toBe('photo')
    expect(read(horsPerimetre, d.PROSE).nature).toBeUndefined()
  })
})

describe('tables of natures', () => {
  it('have no code twice', () => {
    const codes = [...NATURES_REGLEMENTAIRES, ...NATURES_HORS_PERIMETRE].map(n => n.code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('have kebab-case codes without accents and French labels with an article', () => {
    for (const { code, label } of [...NATURES_REGLEMENTAIRES, ...NATURES_HORS_PERIMETRE]) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(label).toMatch(/^(?:une? |des |la |le )/)
    }
  })
})
