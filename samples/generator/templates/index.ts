import type { Template } from '../template.ts'
import { DOCUMENTS } from './documents.ts'

/** Every template, in the order in which the generator draws them. One line per file. */
export const TEMPLATES: readonly Template[] = [...DOCUMENTS]
