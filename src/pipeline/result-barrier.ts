import { maskNir } from '../formats/nir-text.ts'
import type { Resultat } from '../domain/resultat.ts'

/** The last wall before a result leaves: every text of it passes through the NIR barrier. */
export const withoutNir = (resultat: Resultat): Resultat => clean(resultat)

function clean<T>(value: T): T {
  if (typeof value === 'string') return maskNir(value) as T
  if (Array.isArray(value)) return value.map(item => clean(item as unknown)) as T
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item as unknown)])) as T
  }
  return value
}
