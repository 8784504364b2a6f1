import type { Template } from '../template.ts'
import { AUTRES_AVIS } from './fiscal-autres-modeles.ts'
import { AVIS } from './fiscal-avis.ts'

/** All documents that are not identity cards. */
export const DOCUMENTS: readonly Template[] = [...AVIS, ...AUTRES_AVIS]
