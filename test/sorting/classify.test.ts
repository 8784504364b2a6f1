import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { classifyPage, classifyPiece } from '../../src/sorting/classify.ts'
import { noisy, page } from '../documents/page-builder.ts'
import * as famille from '../documents/kinds/drawings/famille.ts'
import * as logement from '../documents/kinds/drawings/logement.ts'
import * as police from '../documents/kinds/drawings/police.ts'
import * as d from './drawings.ts'

const BULLETIN = d.BULLETIN('mars 2024', '01/03/2024', '31/03/2024')

const LAYOUTS: readonly (readonly [TypePiece, string, string])[] = [
  ['quittance-de-loyer', 'private landlord', logement.QUITTANCE_PARTICULIER],
  ['quittance-de-loyer', 'social landlord', logement.QUITTANCE_BAILLEUR_SOCIAL],
  ['quittance-de-loyer', 'rent call', logement.AVIS_ECHEANCE],
  ['quittance-de-loyer', 'rent paid up to date', logement.ATTESTATION_A_JOUR],
  ['recu-hotel', 'hotel invoice', logement.RECU_HOTEL],
  ['recu-hotel', 'camping receipt', logement.RECU_CAMPING],
  ['bail', 'standard contract', logement.BAIL_VIDE],
  ['bail', 'social landlord', logement.BAIL_SOCIAL],
  ['attestation-hebergement', 'by a relative', logement.ATTESTATION_HEBERGEMENT],
  ['attestation-hebergement', 'by a centre', logement.ATTESTATION_CHRS],
  ['attestation-hebergement', 'contract of a hostel', logement.CONTRAT_RESIDENCE],
  ['acte-de-naissance', 'extract', famille.EXTRAIT_NAISSANCE],
  ['acte-de-naissance', 'full copy', famille.COPIE_INTEGRALE],
  ['acte-de-naissance', 'multilingual', famille.EXTRAIT_PLURILINGUE],
  ['livret-de-famille', 'wedding page', famille.LIVRET_MARIAGE],
  ['livret-de-famille', 'children page', famille.LIVRET_ENFANTS],
  ['certificat-de-grossesse', 'letter', famille.CERTIFICAT_GROSSESSE],
  ['certificat-de-grossesse', 'cerfa', famille.CERFA_GROSSESSE],
  ['jugement-de-divorce', 'judgment', famille.JUGEMENT],
  ['jugement-de-divorce', 'order of non-conciliation', famille.ONC],
  ['jugement-de-divorce', 'agreement by lawyers', famille.CONVENTION_DIVORCE],
  ['depot-de-plainte', 'report', police.PLAINTE],
  ['depot-de-plainte', 'receipt', police.RECEPISSE_PLAINTE],
  ['main-courante', 'police', police.MAIN_COURANTE],
  ['main-courante', 'gendarmerie', police.RENSEIGNEMENT_JUDICIAIRE],
  ['carte-nationale-identite', 'front', d.CNI_RECTO],
  ['carte-nationale-identite', 'back', d.CNI_VERSO],
  ['passeport', 'French', d.PASSEPORT],
  ['titre-de-sejour', '2020 layout', d.TITRE_SEJOUR],
  ['recepisse-titre-de-sejour', 'renewal', d.RECEPISSE],
  ['bulletin-de-paie', 'private', BULLETIN],
  ['avis-imposition', 'first page', d.AVIS_IMPOT],
  ['avis-imposition', 'leaf', d.AVIS_IMPOT_2],
  ['attestation-caf', 'payment', d.ATTESTATION_CAF],
  ['contrat-de-travail', 'permanent', d.CONTRAT_TRAVAIL],
  ['autre-piece-reglementaire', 'employer', d.ATTESTATION_EMPLOYEUR],
  ['autre-piece-reglementaire', 'PACS', d.PACS],
  ['autre-piece-reglementaire', 'notice to quit', d.CONGE_VENTE],
  ['autre-piece-reglementaire', 'bailiff', d.COMMANDEMENT],
  ['autre-piece-reglementaire', 'doctor', d.CERTIFICAT_MEDICAL],
  ['autre-piece-reglementaire', 'MDPH', d.DECISION_MDPH],
  ['autre-piece-reglementaire', 'domiciliation', d.DOMICILIATION],
  ['autre-piece-reglementaire', 'German tax notice', d.TAX_ETRANGER],
  ['hors-perimetre', 'taxe foncière', d.TAXE_FONCIERE],
  ['hors-perimetre', 'taxe d’habitation', d.TAXE_HABITATION],
  ['hors-perimetre', 'declaration of income', d.DECLARATION],
  ['hors-perimetre', 'health insurance rights', d.ATTESTATION_DROITS],
  ['hors-perimetre', 'bank identity', d.RIB],
  ['hors-perimetre', 'energy bill', d.FACTURE_ENERGIE],
  ['hors-perimetre', 'driving licence', d.PERMIS],
]

describe('type of a page', () => {
  it.each(LAYOUTS)('tells %s (%s)', (type, _layout, drawing) => {
    const vote = classifyPage(page(drawing))
    expect(vote.type).toBe(type)
    expect(vote.confiance).toBeGreaterThanOrEqual(0.65)
    expect(vote.evidence.length).toBeGreaterThan(0)
  })

  it.each(LAYOUTS)('still tells %s (%s) on a poor scan', (type, _layout, drawing) => {
    for (const seed of [1, 2, 3]) expect(classifyPage(noisy(page(drawing), 22, seed)).type).toBe(type)
  })

  it.each(LAYOUTS)('tells %s (%s) without accents and in capitals', (type, _layout, drawing) => {
    const plain = drawing.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
    expect(classifyPage(page(plain)).type).toBe(type)
  })

  it('gives the same answer each time', () => {
    expect(classifyPage(page(BULLETIN))).toEqual(classifyPage(page(BULLETIN)))
  })
})

describe('documents nobody knows', () => {
  it.each([
    ['a tale', d.PROSE],
    ['a recipe', d.RECETTE],
    ['an English letter', d.ANGLAIS],
    ['a museum leaflet', d.MUSEE],
    ['two words', 'bonjour Paul'],
    ['nothing but figures', '12 345\n67 890\n11,20'],
    ['no word at all', ''],
  ])('leaves %s out of scope, without being sure', (_name, drawing) => {
    const vote = classifyPage(page(drawing))
    expect(vote.type).toBe('hors-perimetre')
    expect(vote.confiance).toBeLessThanOrEqual(0.6)
  })

  it('does not take a letter that lists the pieces to join for one of them', () => {
    const letter = `
Objet : votre demande de rendez-vous
Madame, Monsieur,
Merci de vous présenter avec votre carte nationale d'identité, votre livret de famille, vos trois derniers bulletins
de paie, votre avis d'imposition, une quittance de loyer ou une attestation d'hébergement et un acte de naissance.
Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.
`
    const vote = classifyPage(page(letter))
    expect(vote.type).toBe('hors-perimetre')
    expect(vote.confiance).toBeLessThanOrEqual(0.6)
  })
})

describe('pairs that must not be confused', () => {
  const second = (drawing: string) => classifyPage(page(drawing))

  it('a tax notice that mentions the taxe d’habitation stays a tax notice', () => {
    const drawing = `${d.AVIS_IMPOT}\nCe document ne concerne ni votre taxe d'habitation ni vos taxes foncières.`
    expect(second(drawing).type).toBe('avis-imposition')
  })

  it('a taxe foncière that quotes the income stays out of scope', () => {
    const drawing = `${d.TAXE_FONCIERE}\nCet allègement dépend de votre revenu fiscal de référence.`
    expect(second(drawing).type).toBe('hors-perimetre')
  })

  it('a lease that speaks of quittances and états des lieux stays a lease', () => {
    const drawing = `${logement.BAIL_VIDE}\nUn état des lieux est annexé. Une attestation d'assurance est remise chaque année.`
    expect(second(drawing).type).toBe('bail')
  })

  it('a main courante that speaks of a plainte stays a main courante', () => {
    expect(second(`${police.MAIN_COURANTE}\nElle est informée de la possibilité d'un dépôt de plainte.`).type).toBe(
      'main-courante',
    )
  })

  it('a plainte that mentions an earlier main courante stays a plainte', () => {
    expect(second(`${police.PLAINTE}\nJ'ai déjà déposé une main courante l'an dernier.`).type).toBe('depot-de-plainte')
  })

  it('a birth record with the mention of a wedding is no livret de famille', () => {
    expect(second(famille.COPIE_INTEGRALE).type).toBe('acte-de-naissance')
  })

  it('a divorce judgment that speaks of hébergement and pension is no attestation', () => {
    expect(second(famille.JUGEMENT).type).toBe('jugement-de-divorce')
  })

  it('a certificate of pregnancy is no other medical certificate', () => {
    expect(second(famille.CERTIFICAT_GROSSESSE.replace('CERTIFICAT DE GROSSESSE', 'CERTIFICAT MÉDICAL')).type).toBe(
      'certificat-de-grossesse',
    )
  })

  it('an insurance avis d’échéance is no rent call', () => {
    const drawing = `
MUTUELLE DES PROVINCES - ASSURANCE HABITATION
                    AVIS D'ÉCHÉANCE
Contrat multirisque habitation n° 4512 887    Sociétaire : M. BENSAÏD
Cotisation annuelle TTC   182,40 €   responsabilité civile, dégât des eaux
`
    expect(second(drawing).type).toBe('hors-perimetre')
  })

  it('the letterhead "Hôtel de ville" or "Hôtel de police" makes no hotel', () => {
    expect(second('HÔTEL DE VILLE\nService de la voirie\nArrivée du courrier le 12/03/2025').type).toBe(
      'hors-perimetre',
    )
  })
})

describe('machine readable codes', () => {
  const code = (barcode: string): PageReading => page('Document', { barcodes: [barcode] })

  it.each<[string, TypePiece]>([
    ['DC04FR03EDF11B581B5828' + '01FR', 'avis-imposition'],
    ['DC03FR03EDF11B581B5806' + '01', 'bulletin-de-paie'],
    ['DC04FR0500011B581B58' + '0701FR', 'carte-nationale-identite'],
    ['DC04FR03EDF11B581B58' + '1301FR', 'recepisse-titre-de-sejour'],
    ['DC04FR03EDF11B581B58' + '0101FR', 'hors-perimetre'],
    ['DC04FR03EDF11B581B58' + 'A201FR', 'carte-invalidite'],
    ['DC04FR03EDF11B581B58' + 'AE01FR', 'autre-piece-reglementaire'],
    ['DC04FR03EDF11B581B58' + 'B101FR', 'hors-perimetre'],
  ])('reads the document type in the header of a 2D-Doc (%s)', (barcode, type) => {
    expect(classifyPage(code(barcode)).type).toBe(type)
  })

  it('ignores codes that are no 2D-Doc', () => {
    expect(classifyPage(code('%0001234567890')).type).toBe('hors-perimetre')
    expect(classifyPage(code('https://example.org/DC04')).confiance).toBeLessThanOrEqual(0.6)
  })

  it.each<[readonly string[], TypePiece]>([
    [['P<FRADUBOIS<<HUGO<LEON<<<<<<<<<<<<<<<<<<<<<<', '18FV123457FRA9110022M2805112<<<<<<<<<<<<<<02'], 'passeport'],
    [['P<MARBENALI<<YOUSSEF<<<<<<<<<<<<<<<<<<<<<<<<', 'AB12345674MAR8001014M3001014<<<<<<<<<<<<<<00'], 'passeport'],
    [['IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<751023', '1206751023456SOPHIE<<<<<<<<8002037F4'], 'carte-nationale-identite'],
    [
      ['1DFRAX4RTBPFW46<<<<<<<<<<<<<<<', '9007138F3002119FRA<<<<<<<<<<<6', 'MARTIN<<MAELYS<GAELLE<MARIE<<<'],
      'carte-nationale-identite',
    ],
    [
      ['IDBEL590330101085<<<<<<<<<<<<<', '8502016F3002119BEL<<<<<<<<<<<4', 'SPECIMEN<<SPECIMEN<<<<<<<<<<<<'],
      'carte-nationale-identite',
    ],
    [
      ['IRFRAAB12345676<<<<<<<<<<<<<<<', '8502016F3002119MLI<<<<<<<<<<<4', 'TRAORE<<AWA<<<<<<<<<<<<<<<<<<<'],
      'titre-de-sejour',
    ],
    [['D1FRA13AA000026181231MARTIN<<9'], 'hors-perimetre'],
  ])('reads the first letters of a machine readable zone (%s)', (mrz, type) => {
    expect(classifyPage(page('', { mrz, ratio: 1.586 })).type).toBe(type)
  })

  it('finds a zone that is only among the words of the page', () => {
    expect(classifyPage(page('P<FRADUBOIS<<HUGO<LEON<<<<<<<<<<<<<<<<<<<<<<')).type).toBe('passeport')
  })
})

describe('type of a piece', () => {
  it('lets the title of the first page speak before those of the next ones', () => {
    const annex = page(logement.QUITTANCE_PARTICULIER, { page: 2 })
    expect(classifyPiece([page(logement.BAIL_VIDE), annex]).type).toBe('bail')
  })

  it('says what else it could be', () => {
    const { second } = classifyPiece([page('ATTESTATION\n\nLoyer\nnuitée\nchambre\ntaxe de séjour')])
    expect(second).not.toBeNull()
  })

  it('is never sure of a page that can hardly be read', () => {
    const poor = page(BULLETIN)
    const unread = { ...poor, quality: { ...poor.quality, state: 'unreadable' as const, motif: 'floue' } }
    expect(classifyPiece([unread]).confiance).toBeLessThanOrEqual(0.5)
  })

  it('never writes words of the page in the evidence', () => {
    const { evidence } = classifyPiece([page(d.CNI_RECTO)])
    expect(evidence.join(' ')).not.toMatch(/MARTIN|SOPHIE|1206/)
  })
})
