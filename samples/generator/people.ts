import { rng } from './rng.ts'
import { shift } from './dates.ts'
import { ORIGINS, type Origin } from './names.ts'
import { BIRTHPLACES, STREETS, TOWNS } from './places.ts'
import { fictionalNumeroFiscal, nirKey } from './numbers.ts'
import type { Adresse, HolderWish, Person, Rng } from './template.ts'

/** Fictional people. All their numbers have right keys and agree with their birth and sex; none designates anybody. */

interface PersonOptions extends HolderWish {
  readonly today: string
  readonly adresse?: Adresse
  readonly nom?: string
  readonly origin?: Origin
}

const originOf = (random: Rng, wish: HolderWish): Origin => {
  const { nationalites } = wish
  const fits = ORIGINS.filter(
    o =>
      !nationalites || (o.nationalite === null ? nationalites.includes('FRA') : nationalites.includes(o.nationalite)),
  )
  const french = nationalites?.includes('FRA') === true
  const candidates = fits.length > 0 && !french ? fits : ORIGINS
  let mark = random.next() * candidates.reduce((sum, o) => sum + o.weight, 0)
  for (const origin of candidates) if ((mark -= origin.weight) < 0) return origin
  return candidates[0] as Origin
}

/** An address of fantasy in a real town. */
export function fictionalAdresse(random: Rng): Adresse {
  const [codePostal, ville] = random.pick(TOWNS)
  const bis = random.chance(0.12) ? ' bis' : ''
  const extra = random.chance(0.25)
    ? `, bâtiment ${random.pick(['A', 'B', 'C', 'D'])}, appartement ${random.int(2, 148)}`
    : ''
  return { ligne: `${random.int(1, 184)}${bis} ${random.pick(STREETS)}${extra}`, codePostal, ville }
}

/** A person. Wishes (age, nationality, sex) are always met. */
export function fictionalPerson(random: Rng, options: PersonOptions): Person {
  const { today } = options
  const origin = options.origin ?? originOf(random, options)
  const sexe = options.sexe ?? random.pick(['F', 'M'] as const)
  const age = random.int(options.ageMin ?? 22, options.ageMax ?? 67)
  const dateNaissance = shift(today, { years: -age, days: -random.int(3, 360) })
  const names = sexe === 'F' ? origin.femmes : origin.hommes
  const prenoms = new Set([random.pick(names)])
  for (const chance of [0.7, 0.45]) if (random.chance(chance)) prenoms.add(random.pick(names))
  const bornAbroad = origin.nationalite !== null && !(options.nationalites?.[0] === 'FRA' && random.chance(0.5))
  const place = random.pick(bornAbroad || origin.nationalite === null ? origin.places : BIRTHPLACES.france)
  const nationalite =
    origin.nationalite === null
      ? 'FRA'
      : options.nationalites
        ? options.nationalites.includes(origin.nationalite)
          ? origin.nationalite
          : 'FRA'
        : random.chance(0.6)
          ? 'FRA'
          : origin.nationalite
  const c13 =
    (sexe === 'M' ? '1' : '2') +
    dateNaissance.slice(2, 4) +
    dateNaissance.slice(5, 7) +
    place.nir +
    String(random.int(1, 498)).padStart(3, '0')
  const nom = options.nom ?? random.pick(origin.noms)
  const usage = sexe === 'F' && age > 24 && random.chance(0.3) ? random.pick(originOf(random, {}).noms) : null
  return {
    civilite: sexe === 'M' ? 'M.' : 'Mme',
    sexe,
    nom,
    nomUsage: usage === nom ? null : usage,
    prenoms: [...prenoms],
    dateNaissance,
    lieuNaissance: place.pays === null ? place.ville : `${place.ville} (${place.pays})`,
    villeNaissance: place.ville,
    paysNaissance: place.pays,
    departementNaissance: place.departement,
    nationalite,
    nir: c13 + nirKey(c13),
    numeroFiscal: fictionalNumeroFiscal(random),
    adresse: options.adresse ?? fictionalAdresse(random),
  }
}

/** People who live together: the holder of the documents, a partner, nought to four children under 18. */
export interface Household {
  readonly person: Person
  readonly partner: Person
  readonly children: readonly Person[]
}

/**
 * The household of a name: same seed and name, same people.
 * @param wish what the holder must be (a student, a foreigner, a pensioner)
 */
export function household(seed: number, name: string, today: string, wish: HolderWish = {}): Household {
  const random = rng(seed, 'household', name)
  const person = fictionalPerson(random, { ...wish, today })
  const { adresse } = person
  const age = Number(today.slice(0, 4)) - Number(person.dateNaissance.slice(0, 4))
  const partner = fictionalPerson(random, {
    today,
    adresse,
    sexe: random.chance(0.93) ? (person.sexe === 'F' ? 'M' : 'F') : person.sexe,
    ageMin: Math.max(20, age - 6),
    ageMax: Math.max(24, age + 6),
  })
  const count = age < 20 || age > 62 ? 0 : random.pick([0, 1, 1, 2, 2, 3, 4])
  const oldest = Math.max(0, Math.min(17, age - 20))
  const nom = random.chance(0.75) ? partner.nom : `${partner.nom.split('-')[0]}-${person.nom.split('-')[0]}`
  const children = Array.from({ length: count }, () =>
    fictionalPerson(random, { today, adresse, nom, nationalites: ['FRA'], ageMin: 0, ageMax: oldest }),
  ).sort((a, b) => a.dateNaissance.localeCompare(b.dateNaissance))
  return { person, partner, children }
}
