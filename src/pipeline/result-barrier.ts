import { maskNir, NIR_MASK } from '../formats/nir-text.ts'
import type { Resultat } from '../domain/resultat.ts'

/** The last wall before a result leaves: every text and number of it passes through the NIR barrier. */
export const withoutNir = (resultat: Resultat): Resultat => clean(resultat)

function clean<T>(value: T): T {
  if (typeof value === 'string') return maskNir(value) as T
  // A number that is a NIR is no amount and no count: it leaves as the text that stands for one.
  if (typeof value === 'number') return (maskNir(String(value)) === String(value) ? value : NIR_MASK) as T
  if (Array.isArray(value)) return value.map(item => clean(item as unknown)) as T
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item as unknown)])) as T
  }
  return value
}
