import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedStreams, stringOperands } from '../../src/output/pdf-bytes.ts'
import { writePiecePdf } from '../../src/output/write-pdf.ts'
import { blank, line, meanOf, pageOf, Sheet, shown, textOf } from './pages.ts'

const meta = { titre: 'Avis d’impôt — œuvre' }
const words = (text: string): string[] => text.split(/\s+/).filter(w => w !== '')
const FRENCH = ['Cœur à l’ouvrage : 1 234,56 €', 'N° de l’avis « été » ÉÈÊËÀÂÇÎÏÔÙÛÜŸŒÆ', 'fin de ligne']

describe('the text of a written PDF', () => {
  it('is read as it was, accents, ligatures and euro included, in its order', async () => {
    const pdf = await writePiecePdf(
      [
        pageOf(
          blank(),
          FRENCH.map((t, i) => line(t, 0.1 + i * 0.05)),
        ),
      ],
      meta,
    )
    expect(words((await textOf(pdf))[0] ?? '')).toEqual(words(FRENCH.join(' ')))
  })

  it('keeps characters that no French page has', async () => {
    const text = 'Łukasz Şahin Ωμέγα ☑ 東京 𝔘 ok'
    const pdf = await writePiecePdf([pageOf(blank(), [line(text, 0.2)])], meta)
    expect(words((await textOf(pdf))[0] ?? '')).toEqual(words(text))
  })

  it('is never shown', async () => {
    const pdf = await writePiecePdf([pageOf(blank(), [line('Invisible', 0.5)])], meta)
    expect(meanOf(await shown(pdf, 100), 0, 0, 400, 400)).toEqual([255, 255, 255])
  })

  it('gives back any words, whatever is in them', async () => {
    const letter = fc.constantFrom(...'aéœÉ€’(\\)<>«/%0189.-ßŁ✓')
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async lines => {
          const set = lines.map((l, i) => line(l.join(' '), 0.1 + i * 0.1))
          const pdf = await writePiecePdf([pageOf(blank(100, 100), set)], meta)
          // PDFium takes a hyphen at the end of a line for a cut word.
          const read = (await textOf(pdf))[0]?.replaceAll('\u0002', '-').replaceAll('\uFFFE', '-') ?? ''
          expect(read.replaceAll(/\s/g, '')).toBe(lines.flat().join(''))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('puts each word in its box', async () => {
    const pdf = await writePiecePdf([pageOf(blank(), [line('Nom prénom', 0.3, 0.25)])], meta)
    const text = stringOperands(decodedStreams(pdf).find(s => Buffer.from(s).includes('3 Tr')) ?? new Uint8Array())
    expect(text).toBe('Nom pr\u00e9nom')
  })

  it('is empty when a page has no words', async () => {
    expect(await textOf(await writePiecePdf([pageOf(blank()), pageOf(blank(), [line('deux', 0.1)])], meta))).toEqual([
      '',
      'deux',
    ])
  })
})

describe('the bytes of a written PDF', () => {
  it('are the same for the same pages', async () => {
    const page = async () =>
      pageOf(await new Sheet(600, 600).print(50, 50, 550, 550).ring(300, 300, 100, 6, [200, 0, 0]).scanned(), [
        line('a', 0.1),
      ])
    const [a, b] = [await writePiecePdf([await page()], meta), await writePiecePdf([await page()], meta)]
    expect(Buffer.from(a).equals(b)).toBe(true)
    const other = await writePiecePdf([await page()], { titre: 'Bail' })
    expect(Buffer.from(a).equals(other)).toBe(false)
  })

  it('show every digit of the text to who searches them decompressed, and none that was left out', async () => {
    const found = async (lines: Parameters<typeof pageOf>[1]) =>
      decodedStreams(await writePiecePdf([pageOf(blank(), lines)], meta)).some(s =>
        stringOperands(s).includes('2 69 05 49 588 157 80'),
      )
    expect(await found([line('N° 2 69 05 49 588 157 80', 0.4)])).toBe(true)
    expect(await found([line('N°', 0.4)])).toBe(false)
  })

  it('say the title, the language and the producer, no date and no one', async () => {
    const all = decodedStreams(await writePiecePdf([pageOf(blank())], meta)).map(s => Buffer.from(s).toString('latin1'))
    const text = all.join('\n')
    expect(text).toContain('/Lang (fr)')
    expect(text).toContain('/Producer (numeriseur)')
    expect(all.some(s => Buffer.from(s, 'latin1').toString('utf8').includes(meta.titre))).toBe(true)
    expect(text).not.toMatch(
      /CreationDate|ModDate|Author|Creator|xmp:|\/AcroForm|\/Annots|\/JavaScript|\/Names|\/Outlines/,
    )
  })
})

const installed = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
/** Other readers are asked when they are there, and must be there in CI. */
const asked = (tool: string) => it.runIf(installed(tool) || process.env['CI'] === 'true')

describe('other readers', () => {
  const written = async (): Promise<string> => {
    const scan = await new Sheet(800, 800)
      .print(50, 50, 750, 300)
      .ring(400, 550, 100, 6, [200, 0, 0])
      .box(500, 400, 700, 700, [215, 215, 215])
      .scanned()
    const path = join(await mkdtemp(join(tmpdir(), 'numeriseur-pdf-')), 'piece.pdf')
    await writeFile(
      path,
      await writePiecePdf(
        [
          pageOf(
            scan,
            FRENCH.map((t, i) => line(t, 0.1 + i * 0.05)),
          ),
        ],
        meta,
      ),
    )
    return path
  }

  asked('qpdf')('qpdf finds nothing wrong', async () => {
    expect(execFileSync('qpdf', ['--check', await written()], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  asked('pdftotext')('poppler reads the same words', async () => {
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', await written(), '-'], { encoding: 'utf8' })
    expect(words(text)).toEqual(words(FRENCH.join(' ')))
  })

  asked('pdftoppm')('poppler draws the page without a complaint', async () => {
    const path = await written()
    const { stderr, status } = spawnSync('pdftoppm', ['-r', '100', '-png', '-singlefile', path, path], {
      encoding: 'utf8',
    })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })
})

describe('the memory that writing a piece takes', () => {
  it('is that of one page: the next picture is asked for once the one before is coded', async () => {
    const story: string[] = []
    function* pages(): Generator<ReturnType<typeof pageOf>> {
      for (const name of ['first', 'second']) {
        story.push(`${name} asked`)
        const raster = blank(100, 100)
        const { data } = raster
        const watched = Object.defineProperty({ ...raster }, 'data', {
          get: () => {
            story.push(`${name} seen`)
            return data
          },
        })
        yield pageOf(watched)
      }
    }
    await writePiecePdf(pages(), meta)
    expect(story.filter((event, i) => event !== story[i - 1])).toEqual([
      'first asked',
      'first seen',
      'second asked',
      'second seen',
    ])
  })
})
