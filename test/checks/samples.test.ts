import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawContext } from '../../samples/generator/draw.ts'
import { rng } from '../../samples/generator/rng.ts'
import { TEMPLATES } from '../../samples/generator/templates/index.ts'
import { twoDDocText } from '../../samples/generator/two-d-doc.ts'
import { createChecks, runChecks } from '../../src/checks/registry.ts'
import type { Check, CheckContext, Finding } from '../../src/domain/check.ts'
import type { ValeurChamp } from '../../src/domain/champs.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { band } from '../formats/mrz/band.ts'
import { context, pageWith, printed } from './context.ts'

/** The drawn documents of the samples, as a perfect reader would give them: what they print, their band, their code. */

const SEEDS = [1, 2, 3]
const CHECKED = TEMPLATES.filter(t =>
  [
    'carte-nationale-identite',
    'passeport',
    'titre-de-sejour',
    'recepisse-titre-de-sejour',
    'avis-imposition',
    'bulletin-de-paie',
  ].includes(t.type),
)

interface Sample {
  readonly name: string
  readonly champs: Readonly<Record<string, ValeurChamp>>
  readonly mrz: readonly string[] | null
  readonly codes: readonly string[]
  readonly judge: (parts: Partial<Pick<Sample, 'champs' | 'mrz' | 'codes'>>) => CheckContext
}

let checks: readonly Check[]
const samples: Sample[] = []

beforeAll(async () => {
  const store = fileURLToPath(new URL('../../samples/2d-doc-trust-store.json', import.meta.url))
  // The checks that ask a service, or read the rows of a payslip, have tests of their own.
  checks = createChecks({ trustStore: await loadTrustStore(store), registries: [], taxNotices: null }).filter(
    c => !['siret-registre', 'avis-administration', 'bulletin-totaux'].includes(c.code),
  )
  for (const seed of SEEDS) {
    for (const template of CHECKED) {
      const drawing = await drawContext(template, { seed })
      const codes: string[] = []
      const twoDDoc = (spec: Parameters<typeof twoDDocText>[0]): string => {
        codes.push(twoDDocText(spec))
        return ''
      }
      const { mrz: lines, ...champs } = template.draw({ ...drawing, twoDDoc }).champs
      const mrz = typeof lines === 'string' ? lines.split('\n') : null
      const sample = { name: `${template.id} ${seed}`, champs, mrz, codes }
      const judge: Sample['judge'] = parts => {
        const { mrz: read, codes: decoded, champs: fields } = { ...sample, ...parts }
        const page = pageWith({ ...(read ? { mrz: band(read) } : {}), codes: decoded })
        return context(template.type, [page], printed(fields), drawing.today)
      }
      samples.push({ ...sample, judge })
    }
  }
})

const anomalies = async (ctx: CheckContext): Promise<Finding[]> =>
  (await runChecks(checks, ctx)).filter(f => f.statut === 'anomalie')

describe('the documents of the samples', () => {
  it('are never suspected', async () => {
    for (const sample of samples) expect([sample.name, await anomalies(sample.judge({}))]).toEqual([sample.name, []])
  })

  it('with a band or a signed code, and both faces, have those checks carried out and passed', async () => {
    for (const sample of samples) {
      if (sample.mrz === null && sample.codes.length === 0) continue
      const statuts = (await runChecks(checks, sample.judge({}))).map(f => f.statut)
      expect([sample.name, statuts]).toEqual([sample.name, statuts.filter(s => s === 'conforme' || s === 'sans-objet')])
    }
  })

  it('with one digit of the band changed are always seen', async () => {
    for (const sample of samples) {
      if (!sample.mrz) continue
      const random = rng('mrz', sample.name)
      const at = sample.mrz.length === 3 ? random.int(0, 1) : sample.mrz.length - 1
      const line = sample.mrz[at] ?? ''
      const place = random.pick([...line].flatMap((c, i) => (/\d/.test(c) ? [i] : [])))
      const digit = String((Number(line[place]) + random.int(1, 9)) % 10)
      const mrz = sample.mrz.map((l, i) => (i === at ? line.slice(0, place) + digit + line.slice(place + 1) : l))
      expect([sample.name, (await anomalies(sample.judge({ mrz }))).length > 0]).toEqual([sample.name, true])
    }
  })

  it.each([
    ['dateNaissance', '1961-11-23'],
    ['nom', 'GARNIER'],
    ['revenuFiscalReference', 4321],
    ['anneeRevenus', 2015],
    ['netImposable', 5432.1],
  ])('with %s changed on the page are always seen', async (nom, valeur) => {
    for (const sample of samples) {
      const checked = sample.mrz !== null || sample.codes.length > 0
      // A notice is not compared by the surname alone: its code holds the declarants.
      if (!checked || sample.champs[nom] === undefined || (nom === 'nom' && sample.champs['declarant1'] !== undefined))
        continue
      const found = await anomalies(sample.judge({ champs: { ...sample.champs, [nom]: valeur } }))
      expect([sample.name, found.length > 0]).toEqual([sample.name, true])
    }
  })

  it('with one byte of the code changed are always seen', async () => {
    for (const sample of samples) {
      const [code] = sample.codes
      if (code === undefined) continue
      const at = code.indexOf('\u001f') - 3
      const codes = [code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1)]
      expect([sample.name, (await anomalies(sample.judge({ codes }))).length > 0]).toEqual([sample.name, true])
    }
  })
})
