import { maskNir } from '../formats/nir-text.ts'

/** A result that still holds a NIR is refused whole. The message says where, never what. */
export class NirInResult extends Error {
  override readonly name = 'NirInResult'
  constructor(where: string) {
    super(
      `Un numéro de sécurité sociale est resté dans le résultat (${where}) : rien n'est enregistré. Signalez-le à l'exploitant.`,
    )
  }
}

/**
 * The last wall before the disk: no text and no number of the result may hold a NIR.
 * @throws NirInResult
 */
export function refuseNir(value: unknown, where: string): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value)
    if (maskNir(text) !== text) throw new NirInResult(where)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) refuseNir(item, `${where}.${key}`)
  }
}
