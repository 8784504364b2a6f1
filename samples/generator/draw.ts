import { fictionalCompany, fictionalLandlord } from './companies.ts'
import { household, type Household } from './people.ts'
import { portraitOf } from './portrait.ts'
import { rng } from './rng.ts'
import { qrSvg, twoDDocSvg } from './two-d-doc.ts'
import { yearsBetween } from './dates.ts'
import type { DrawContext, Drawn, HolderWish, Person, Template } from './template.ts'

/** The day of the demande in the samples: every committed document is dated around it. */
export const TODAY = '2026-10-15'

/** A named household: the same people in every template that is drawn for it. */
export interface HouseholdSpec {
  readonly name: string
  readonly holder?: HolderWish
}

export interface DrawOptions {
  readonly seed: number
  /** Absent: people made for the template alone. */
  readonly household?: HouseholdSpec
  readonly today?: string
  /** Distinguishes several drawings of one template for one household. */
  readonly copy?: string
}

/** Whether a document of the template makes sense for the person. */
export function suits(template: Template, person: Person, today: string): boolean {
  const { sexe, ageMin = 0, ageMax = 120, nationalites } = template.titulaire ?? {}
  const age = yearsBetween(person.dateNaissance, today)
  return (
    (sexe === undefined || sexe === person.sexe) &&
    age >= ageMin &&
    age <= ageMax &&
    (nationalites === undefined || nationalites.includes(person.nationalite))
  )
}

/** The people that a template is drawn for. */
export function householdOf(template: Template, { seed, today = TODAY, household: spec }: DrawOptions): Household {
  return spec ? household(seed, spec.name, today, spec.holder) : household(seed, template.id, today, template.titulaire)
}

/** What draws the pictures of a document. */
interface Pictures {
  readonly portraitOf: (person: Person) => Promise<string>
  readonly twoDDoc: DrawContext['twoDDoc']
  readonly qr: DrawContext['qr']
}

const PICTURES: Pictures = { portraitOf, twoDDoc: twoDDocSvg, qr: qrSvg }

/**
 * What a template draws from: a household, its employer and landlord, and a stream of random numbers of its own.
 * Same template and options, same drawing.
 */
export async function drawContext(
  template: Template,
  options: DrawOptions,
  pictures: Pictures = PICTURES,
): Promise<DrawContext> {
  const { seed, today = TODAY } = options
  const name = options.household?.name ?? template.id
  const { person, partner, children } = householdOf(template, options)
  if (!suits(template, person, today)) throw new Error(`${template.id} makes no sense for the household ${name}`)
  const photo = await pictures.portraitOf(person)
  return {
    rng: rng(seed, template.id, name, options.copy ?? ''),
    person,
    partner,
    children,
    company: fictionalCompany(rng(seed, 'employer', name)),
    bailleur: fictionalLandlord(rng(seed, 'landlord', name)),
    today,
    twoDDoc: pictures.twoDDoc,
    qr: pictures.qr,
    portrait: () => photo,
  }
}

export const draw = async (template: Template, options: DrawOptions): Promise<Drawn> =>
  template.draw(await drawContext(template, options))
