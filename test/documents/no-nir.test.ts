import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/documents/registry.ts'
import { page, piece } from './page-builder.ts'
import { JOUR_DEPOT } from './kinds/values.ts'

/** A fictional number with its key, in the forms that papers print. */
const FORMS = [
  '2 69 05 49 588 157 80',
  '269054958815780',
  '2 69 05 49 588 157 | 80',
  '2.69.05.49.588.157.80',
  '2690549588157 80',
  '2 69 05 49 588 157 / 80',
]
const LABELS = [
  'Nom',
  'N°',
  'Matricule',
  'N° allocataire',
  'Identifiant',
  'Numéro étranger',
  'Référence',
  'Adresse',
  'N° de carte',
  'Employeur',
  'INE',
]

describe('fields', () => {
  it.each(KINDS.map(k => [k.type, k] as const))('of %s never hold a NIR, wherever it stands', (_type, kind) => {
    for (const form of FORMS) {
      const right = LABELS.map(l => `${l} : ${form}`).join('\n')
      const below = LABELS.map(l => `${l}\n${form}`).join('\n')
      const block = `Mme DUPONT Jeanne\n${form}\n12 RUE DES LILAS\n69003 LYON`
      for (const drawing of [right, below, block]) {
        const values = JSON.stringify(kind.readFields(piece(page(drawing)), JOUR_DEPOT))
        expect(values.replace(/\D/g, '')).not.toContain('2690549588157')
      }
    }
  })
})
