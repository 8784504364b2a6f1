import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fileTypeFromBuffer } from 'file-type'
import { parse } from 'mrz'
import { nif, siret as siretRule } from 'stdnum/lib/cjs/fr/index.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, CODES_TYPE, infoTypePiece } from '../../src/domain/type-piece.ts'
import { ERREURS_DEPOT } from '../../src/domain/erreurs.ts'
import { foldWords } from '../../src/formats/text.ts'
import type { Verite, VeritePiece } from '../../samples/generator/truth.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url))
const truthsIn = (folder: string): Verite[] =>
  readdirSync(`${SAMPLES}${folder}`)
    .filter(f => f.endsWith('.truth.json'))
    .map(f => JSON.parse(readFileSync(`${SAMPLES}${folder}/${f}`, 'utf8')) as Verite)

const documents = truthsIn('documents')
const bundles = truthsIn('bundles')
const all = [...documents.map(t => ({ folder: 'documents', t })), ...bundles.map(t => ({ folder: 'bundles', t }))]

const VISA_LACKS: ReadonlySet<string> = new Set(['documentCode', 'compositeCheckDigit'])

const ISO = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: string): boolean => ISO.test(text) && Temporal.PlainDate.from(text).toString() === text

const textOf = (t: Verite, piece: VeritePiece): string =>
  foldWords(
    t.pages
      .filter(p => piece.pages.includes(p.numero))
      .map(p => p.texte)
      .join(' '),
  )

describe.each(all.map(({ folder, t }) => [t.fichier, folder, t] as const))('the truth of %s', (fichier, folder, t) => {
  it('stands beside a file of the kind that its name says', async () => {
    const type = await fileTypeFromBuffer(readFileSync(`${SAMPLES}${folder}/${fichier}`))
    expect(type?.ext.replace('tif', 'tiff')).toBe(fichier.split('.').at(-1))
  })

  it('numbers the pages from 1 and gives each page to one piece at most', () => {
    expect(t.pages.map(p => p.numero)).toEqual(t.pages.map((_, i) => i + 1))
    const given = t.pieces.flatMap(p => p.pages)
    expect(new Set(given).size).toBe(given.length)
    const blank = t.pages.filter(p => p.blanche).map(p => p.numero)
    expect([...given, ...blank].sort((a, b) => a - b)).toEqual(t.pages.map(p => p.numero))
  })

  it('names known types and categories, dates that exist, a rule of validity', () => {
    for (const piece of t.pieces) {
      expect(CODES_TYPE).toContain(piece.type)
      expect(CATEGORIES).toContain(piece.categorie)
      if (piece.type !== 'autre-piece-reglementaire') expect(piece.categorie).toBe(infoTypePiece(piece.type).categorie)
      for (const [nom, valeur] of Object.entries(piece.champs)) {
        if (/^(?:date|periode)/.test(nom)) expect(isDate(String(valeur)), `${nom} ${valeur}`).toBe(true)
        expect(valeur, nom).not.toBe('')
      }
      if (piece.dateFinValidite !== null) expect(isDate(piece.dateFinValidite)).toBe(true)
      expect(piece.regleValidite).toMatch(/^[a-z0-9-]+$/)
      if (!infoTypePiece(piece.type).finDeValidite) expect(piece.dateFinValidite).toBeNull()
    }
  })

  it('holds zones inside the page, as many NIR as the piece counts', () => {
    for (const page of t.pages) {
      const zones = [...page.nirZones, ...Object.values(page.champsZones).flat(), ...page.codesZones]
      for (const [x0, y0, x1, y1] of zones) {
        expect(x0 >= 0 && y0 >= 0 && x1 <= 1 && y1 <= 1 && x0 < x1 && y0 < y1, String([x0, y0, x1, y1])).toBe(true)
      }
    }
    for (const piece of t.pieces) {
      const zones = t.pages.filter(p => piece.pages.includes(p.numero)).flatMap(p => p.nirZones)
      expect(piece.nir.occurrences).toBe(zones.length)
    }
  })

  it('prints the name of the holder on the page', () => {
    for (const piece of t.pieces) {
      const { nom } = piece.champs
      if (typeof nom === 'string') expect(textOf(t, piece)).toContain(foldWords(nom))
    }
  })

  it('has numbers whose keys are right', () => {
    for (const { champs } of t.pieces) {
      if (typeof champs.siret === 'string') expect(siretRule.validate(champs.siret)).toMatchObject({ isValid: true })
      for (const numero of [champs.numeroFiscal, champs.numeroFiscal2])
        if (typeof numero === 'string') expect(nif.validate(numero)).toMatchObject({ isValid: true })
      const { mrz } = champs
      if (typeof mrz === 'string') {
        const { details } = parse(mrz.split('\n'))
        // A long-stay visa has no composite digit, which the parser takes for that of a two-line card.
        const wrong = details.filter(d => !d.valid && !(mrz.startsWith('VD') && VISA_LACKS.has(d.field ?? '')))
        expect(wrong).toEqual([])
      }
    }
  })
})

describe('the committed samples', () => {
  const layouts = (type: string): number =>
    new Set(documents.filter(t => t.pieces[0]?.type === type).map(t => t.template)).size

  it('show every type, and two layouts of identity, tax notice, payslip, CAF attestation, rent receipt', () => {
    for (const type of CODES_TYPE) expect(layouts(type), type).toBeGreaterThanOrEqual(1)
    const twice = CODES_TYPE.filter(type => infoTypePiece(type).categorie === 'identite')
    for (const type of [...twice, 'avis-imposition', 'bulletin-de-paie', 'attestation-caf', 'quittance-de-loyer'])
      expect(layouts(type), type).toBeGreaterThanOrEqual(2)
  })

  it('come as TIFF, JPEG, PNG, born-digital PDF and phone photo', () => {
    const extensions = new Set(documents.map(t => t.fichier.split('.').at(-1)))
    for (const extension of ['tiff', 'jpg', 'png', 'pdf', 'webp']) expect(extensions).toContain(extension)
    expect(documents.filter(t => t.condition === 'pdf').length).toBeGreaterThanOrEqual(5)
    expect(documents.some(t => t.condition.startsWith('photo'))).toBe(true)
  })

  it('have three bundles of one household each, one with a blank page between documents', () => {
    expect(bundles).toHaveLength(3)
    expect(bundles.map(t => t.fichier.split('.').at(-1)).sort()).toEqual(['pdf', 'pdf', 'tiff'])
    const mixed = bundles.filter(t => /(?:^|\+ )pdf(?: \+|$)/.test(t.condition) && t.condition.includes('scan'))
    expect(mixed).toHaveLength(1)
    expect(bundles.filter(t => t.pages.some(p => p.blanche))).toHaveLength(1)
    for (const t of bundles) {
      const births = new Set(t.pieces.map(p => p.champs.dateNaissance).filter(d => d !== undefined))
      expect(births.size).toBe(1)
    }
  })

  it('have bad files of every error that a file alone can cause', () => {
    const attendu = JSON.parse(readFileSync(`${SAMPLES}bad/attendu.json`, 'utf8')) as {
      fichier: string
      erreur: string | null
    }[]
    for (const { fichier, erreur } of attendu) {
      expect(existsSync(`${SAMPLES}bad/${fichier}`)).toBe(true)
      if (erreur !== null) expect(Object.keys(ERREURS_DEPOT)).toContain(erreur)
    }
    const codes = attendu.map(a => a.erreur)
    for (const code of ['fichier-protege', 'fichier-illisible', 'fichier-vide', 'format-non-accepte', 'pages-blanches'])
      expect(codes).toContain(code)
    expect(statSync(`${SAMPLES}bad/vide.pdf`).size).toBe(0)
  })

  it('stay under 20 MB', () => {
    const size = (folder: string): number =>
      readdirSync(folder, { withFileTypes: true })
        .filter(e => e.name !== 'generated')
        .reduce(
          (sum, e) => sum + (e.isDirectory() ? size(`${folder}/${e.name}`) : statSync(`${folder}/${e.name}`).size),
          0,
        )
    expect(size(SAMPLES.slice(0, -1))).toBeLessThan(20e6)
  })
})
