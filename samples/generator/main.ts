import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compose, conditions, type Condition } from './capture/conditions.ts'
import { openBrowser } from './browser.ts'
import { drawSheet, makeSample, type Sample } from './sample.ts'
import { makePki } from './pki.ts'
import { TODAY } from './draw.ts'
import { TEMPLATES } from './templates/index.ts'

/**
 * Draws the samples.
 *
 *     npx tsx samples/generator/main.ts [--seed N] [--out DIR] [--only ID] [--conditions a,b|all] [--today YYYY-MM-DD]
 *     npx tsx samples/generator/main.ts --committed
 *
 * `--only` takes a template id or the beginning of one. `a+b` in `--conditions` puts the stamp or watermark of `a` on the
 * sheet and captures it as `b` does. `--household NAME` draws every template for the same people.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    only: { type: 'string' },
    conditions: { type: 'string', default: 'scan-200-grey' },
    household: { type: 'string' },
    today: { type: 'string', default: TODAY },
    'make-pki': { type: 'boolean', default: false },
  },
})

const known = conditions(values.today)

function conditionsAsked(list: string): Condition[] {
  if (list === 'all') return [...known]
  return list.split(',').map(asked =>
    compose(
      asked.split('+').map(id => {
        const found = known.find(c => c.id === id)
        if (!found) throw new Error(`unknown condition ${id}; known: ${known.map(c => c.id).join(', ')}`)
        return found
      }),
    ),
  )
}

export function writeSample(folder: string, name: string, { file, truth }: Sample): void {
  mkdirSync(folder, { recursive: true })
  const fichier = `${name}.${file.extension}`
  writeFileSync(join(folder, fichier), file.bytes)
  writeFileSync(join(folder, `${name}.truth.json`), `${JSON.stringify({ fichier, ...truth }, null, 1)}\n`)
}

async function drawAll(): Promise<void> {
  const { only } = values
  const templates = TEMPLATES.filter(t => only === undefined || t.id.startsWith(only))
  if (templates.length === 0) throw new Error(`no template ${only}; known: ${TEMPLATES.map(t => t.id).join(', ')}`)
  const folder = values.out ?? 'samples/generated'
  const options = {
    seed: Number(values.seed),
    today: values.today,
    ...(values.household === undefined ? {} : { household: values.household }),
  }
  const browser = await openBrowser()
  try {
    for (const template of templates) {
      const sheet = await drawSheet(browser, template, options)
      for (const condition of conditionsAsked(values.conditions)) {
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

if (values['make-pki']) makePki()
else await drawAll()
