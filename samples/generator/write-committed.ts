import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { badFiles } from './bad-files.ts'
import { conditionNamed, type Condition } from './capture/conditions.ts'
import { COMMITTED_BUNDLES, COMMITTED_DOCUMENTS, type CommittedBundle } from './committed.ts'
import { TODAY, type DrawOptions } from './draw.ts'
import { drawSheet, makeBundle, makeSample, type BundlePart, type Sample } from './sample.ts'
import { SERIES, TEMPLATES } from './templates/index.ts'
import type { Template } from './template.ts'

/** Writes a sample and its truth beside it. */
export function writeSample(folder: string, name: string, { file, truth }: Sample): void {
  mkdirSync(folder, { recursive: true })
  const fichier = `${name}.${file.extension}`
  writeFileSync(join(folder, fichier), file.bytes)
  writeFileSync(join(folder, `${name}.truth.json`), `${JSON.stringify({ fichier, ...truth }, null, 1)}\n`)
}

export function templateNamed(id: string): Template {
  const found = [...TEMPLATES, ...SERIES].find(t => t.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

const catalogueRow = (path: string, { file, truth }: Sample): string =>
  `| \`${path}\` | ${truth.pages.length} | ${truth.template} | ${truth.condition} | ${Math.ceil(file.bytes.length / 1024)} |`

const catalogue = (rows: readonly string[]): string => `# The committed samples

Written by \`npx tsx samples/generator/main.ts --committed\`; do not edit. Conditions are explained in README.md.

| file | pages | template | condition | kB |
|---|---|---|---|---|
${rows.join('\n')}
`

/**
 * Draws the committed set anew: `documents/`, `bundles/` and `bad/` under `root`, emptied first, and their catalogue.
 * @param log told each file that was written
 */
export async function writeCommitted(
  browser: Browser,
  seed: number,
  root: string,
  log: (line: string) => void,
): Promise<void> {
  const rows: string[] = []
  const written = (folder: string, name: string, sample: Sample): void => {
    writeSample(join(root, folder), name, sample)
    const row = catalogueRow(`${folder}/${name}.${sample.file.extension}`, sample)
    rows.push(row)
    log(row)
  }
  for (const folder of ['documents', 'bundles', 'bad']) rmSync(join(root, folder), { recursive: true, force: true })
  for (const { name, template, condition } of COMMITTED_DOCUMENTS) {
    const sheet = await drawSheet(browser, templateNamed(template), { seed })
    written('documents', name, await makeSample(browser, sheet, conditionNamed(condition, TODAY), { seed }))
  }
  for (const bundle of COMMITTED_BUNDLES) {
    const options = { seed, household: bundle.household }
    const parts = await bundleParts(browser, bundle, options)
    written('bundles', bundle.name, await makeBundle(browser, parts, bundle.format, options))
  }
  await writeBad(browser, seed, join(root, 'bad'))
  writeFileSync(join(root, 'catalogue.md'), catalogue(rows))
}

async function bundleParts(browser: Browser, bundle: CommittedBundle, options: DrawOptions): Promise<BundlePart[]> {
  const parts: BundlePart[] = []
  for (const part of bundle.parts) {
    if (part === null) {
      // The blank back of the sheet before it.
      const before = parts.at(-1)
      if (!before) throw new Error(`${bundle.name} begins with a blank page`)
      const sheet = { ...before.sheet, pages: before.sheet.pages.slice(-1) }
      parts.push({ sheet, condition: conditionNamed('blank', TODAY), blank: true })
    } else {
      const [template, condition] = part
      parts.push({
        sheet: await drawSheet(browser, templateNamed(template), options),
        condition: conditionNamed(condition, TODAY),
      })
    }
  }
  return parts
}

async function writeBad(browser: Browser, seed: number, folder: string): Promise<void> {
  const make = async (template: string, condition: Condition): Promise<Buffer> => {
    const sheet = await drawSheet(browser, templateNamed(template), { seed, copy: 'bad' })
    return (await makeSample(browser, sheet, condition, { seed })).file.bytes
  }
  const pdf = await make('carte-etudiant/certificat-de-scolarite', conditionNamed('pdf', TODAY))
  const jpeg = await make('carte-etudiant/certificat-de-scolarite', conditionNamed('scan-150-grey', TODAY))
  const files = await badFiles(pdf, jpeg)
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  const attendu = files.map(({ name, erreur, pourquoi }) => ({ fichier: name, erreur, pourquoi }))
  writeFileSync(join(folder, 'attendu.json'), `${JSON.stringify(attendu, null, 1)}\n`)
}
