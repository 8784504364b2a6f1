import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { conditionNamed, conditions } from './capture/conditions.ts'
import { householdOf, suits, TODAY, type DrawOptions } from './draw.ts'
import { FORGERIES, type ForgeryId } from './forgeries.ts'
import { makePki } from './pki.ts'
import { drawSheet, forgeSheet, makeSample, type Sheet } from './sample.ts'
import { TEMPLATES } from './templates/index.ts'
import { INEDITS } from './templates/inedits/index.ts'
import { writeCommitted, writeSample } from './write-committed.ts'

/**
 * Draws the samples.
 *
 *     npx tsx samples/generator/main.ts [--seed N] [--out DIR] [--only ID] [--conditions a,b|all] [--today YYYY-MM-DD]
 *         [--forgeries a,b|all] [--held-out]
 *     npx tsx samples/generator/main.ts --committed
 *
 * `--only` takes a template id or the beginning of one. `a+b` in `--conditions` puts the stamp or watermark of `a` on the
 * sheet and captures it as `b` does. `--forgeries` draws falsified documents instead of genuine ones. `--household NAME` draws for the same people every template that suits them.
 * `--held-out` draws the layouts kept out of the normal draw and of training instead of the others.
 * `--committed` draws `samples/documents`, `samples/bundles` and `samples/bad` anew. `--make-pki` makes new test keys.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    only: { type: 'string' },
    conditions: { type: 'string', default: 'scan-200-grey' },
    household: { type: 'string' },
    today: { type: 'string', default: TODAY },
    forgeries: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    committed: { type: 'boolean', default: false },
    'make-pki': { type: 'boolean', default: false },
  },
})

async function drawAll(): Promise<void> {
  const { only, today, household } = values
  const known = values['held-out'] ? INEDITS : TEMPLATES
  const templates = known.filter(t => only === undefined || t.id.startsWith(only))
  if (templates.length === 0) throw new Error(`no template ${only}; known: ${known.map(t => t.id).join(', ')}`)
  const asked = values.conditions === 'all' ? conditions(today).map(c => c.id) : values.conditions.split(',')
  const captures = asked.map(name => conditionNamed(name, today))
  const asForgeries = values.forgeries === undefined ? null : forgeriesNamed(values.forgeries)
  const folder = values.out ?? 'samples/generated'
  const options: DrawOptions = {
    seed: Number(values.seed),
    today,
    ...(household === undefined ? {} : { household: { name: household } }),
  }
  const browser = await openBrowser()
  try {
    for (const template of templates) {
      if (household !== undefined && !suits(template, householdOf(template, options).person, today)) {
        console.log(`${template.id} does not suit the household ${household}`)
        continue
      }
      const sheet = await drawSheet(browser, template, options)
      const sheets = asForgeries === null ? [sheet] : await forge(browser, sheet, asForgeries)
      for (const drawn of sheets) {
        for (const condition of captures) {
          const forged = drawn.falsification === undefined ? '' : `--${drawn.falsification}`
          const name = `${template.id.replace('/', '--')}${forged}--${condition.id}`
          const sample = await makeSample(browser, drawn, condition, options)
          writeSample(folder, name, sample)
          console.log(`${name}.${sample.file.extension} ${Math.round(sample.file.bytes.length / 1024)} kB`)
        }
      }
    }
  } finally {
    await browser.close()
  }
}

function forgeriesNamed(names: string): ForgeryId[] {
  const known = Object.keys(FORGERIES) as ForgeryId[]
  if (names === 'all') return known
  return names.split(',').map(name => {
    const forgery = known.find(id => id === name)
    if (!forgery) throw new Error(`no forgery ${name}; known: ${known.join(', ')}`)
    return forgery
  })
}

async function forge(browser: Browser, sheet: Sheet, ids: readonly ForgeryId[]): Promise<Sheet[]> {
  const forged: Sheet[] = []
  for (const id of ids) {
    const made = await forgeSheet(browser, sheet, id)
    if (made) forged.push(made)
  }
  return forged
}

async function drawCommitted(): Promise<void> {
  const browser = await openBrowser()
  try {
    await writeCommitted(browser, Number(values.seed), values.out ?? 'samples', line => console.log(line))
  } finally {
    await browser.close()
  }
}

if (values['make-pki']) makePki()
else if (values.committed) await drawCommitted()
else await drawAll()
