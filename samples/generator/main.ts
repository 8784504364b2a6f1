import { parseArgs } from 'node:util'
import { openBrowser } from './browser.ts'
import { conditionNamed, conditions } from './capture/conditions.ts'
import { householdOf, suits, TODAY, type DrawOptions } from './draw.ts'
import { makePki } from './pki.ts'
import { drawSheet, makeSample } from './sample.ts'
import { TEMPLATES } from './templates/index.ts'
import { writeCommitted, writeSample } from './write-committed.ts'

/**
 * Draws the samples.
 *
 *     npx tsx samples/generator/main.ts [--seed N] [--out DIR] [--only ID] [--conditions a,b|all] [--today YYYY-MM-DD]
 *     npx tsx samples/generator/main.ts --committed
 *
 * `--only` takes a template id or the beginning of one. `a+b` in `--conditions` puts the stamp or watermark of `a` on the
 * sheet and captures it as `b` does. `--household NAME` draws for the same people every template that suits them.
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
    committed: { type: 'boolean', default: false },
    'make-pki': { type: 'boolean', default: false },
  },
})

async function drawAll(): Promise<void> {
  const { only, today, household } = values
  const templates = TEMPLATES.filter(t => only === undefined || t.id.startsWith(only))
  if (templates.length === 0) throw new Error(`no template ${only}; known: ${TEMPLATES.map(t => t.id).join(', ')}`)
  const asked = values.conditions === 'all' ? conditions(today).map(c => c.id) : values.conditions.split(',')
  const captures = asked.map(name => conditionNamed(name, today))
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
      for (const condition of captures) {
        const name = `${template.id.replace('/', '--')}--${condition.id}`
        const sample = await makeSample(browser, sheet, condition, options)
        writeSample(folder, name, sample)
        console.log(`${name}.${sample.file.extension} ${Math.round(sample.file.bytes.length / 1024)} kB`)
      }
    }
  } finally {
    await browser.close()
  }
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
