import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHIPPED = join('models', 'ocr', 'fra.traineddata')

/** Path of the shipped French language data: beside the sources or, once built, one folder further up. */
export function shippedLanguageData(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, SHIPPED)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) throw new Error(`language data not found: ${SHIPPED} is part of the installation`)
  }
}
