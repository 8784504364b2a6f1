import { readFile } from 'node:fs/promises'
import { DEFAULT_PROFILE, type RegionalProfile } from '../documents/regional-profile.ts'

/** The file named by NUMERISEUR_PROFIL_REGIONAL cannot be used. */
export class ProfileUnreadable extends Error {
  override readonly name = 'ProfileUnreadable'
  constructor(detail: string) {
    super(
      `Le profil régional (NUMERISEUR_PROFIL_REGIONAL) n'est pas utilisable : ${detail}. Corrigez le fichier JSON ou retirez la variable.`,
    )
  }
}

/** The regional profile: the defaults, replaced value by value by those of the file. Unknown names are refused. */
export async function loadProfile(path: string | null): Promise<RegionalProfile> {
  if (path === null) return DEFAULT_PROFILE
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new ProfileUnreadable(error instanceof SyntaxError ? 'ce n’est pas du JSON' : 'le fichier est illisible')
  }
  return merge(DEFAULT_PROFILE, json, 'profil')
}

/** What a value of that name may be; other numbers are whole months or years, not negative. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  identiteFrancaisePerimee: /^(?:obsolete|acceptee)$/,
  passeportHorsUe: /^(?:null|date-imprimee)$/,
  arrondi: /^(?:fin-de-mois|jour)$/,
  finAnneeUniversitaire: /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  fin: /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
}

function isAllowed(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= 120
  return typeof value === 'string' && (ALLOWED[name]?.test(value) ?? true)
}

function merge<T>(base: T, given: unknown, where: string): T {
  if (base === null || typeof base !== 'object') {
    const name = where.slice(where.lastIndexOf('.') + 1)
    if (typeof given !== typeof base || !isAllowed(name, given))
      throw new ProfileUnreadable(`${where} n'a pas la bonne forme`)
    return given as T
  }
  if (given === null || typeof given !== 'object') throw new ProfileUnreadable(`${where} n'a pas la bonne forme`)
  const out = { ...base } as Record<string, unknown>
  for (const [name, value] of Object.entries(given)) {
    if (!(name in base)) throw new ProfileUnreadable(`${where}.${name} est inconnu`)
    out[name] = merge(out[name], value, `${where}.${name}`)
  }
  return out as T
}
