import { fictionalCompany, fictionalLandlord } from './companies.ts'
import { household } from './people.ts'
import { portraitOf } from './portrait.ts'
import { rng } from './rng.ts'
import { qrSvg, twoDDocSvg } from './two-d-doc.ts'
import type { DrawContext, Drawn, Template } from './template.ts'

/** The day of the demande in the samples: every committed document is dated around it. */
export const TODAY = '2026-10-15'

export interface DrawOptions {
  readonly seed: number
  /** People of this name are the same in every template; absent: people of their own for the template. */
  readonly household?: string
  readonly today?: string
  /** Distinguishes several drawings of one template for one household (three payslips). */
  readonly copy?: string
}

/**
 * What a template draws from: a household, its employer and landlord, and a stream of random numbers of its own.
 * Same template and options, same drawing.
 */
export async function drawContext(template: Template, options: DrawOptions): Promise<DrawContext> {
  const { seed, today = TODAY } = options
  const name = options.household ?? template.id
  const { person, partner, children } = household(seed, name, today, template.titulaire)
  const photo = await portraitOf(person)
  return {
    rng: rng(seed, template.id, name, options.copy ?? ''),
    person,
    partner,
    children,
    company: fictionalCompany(rng(seed, 'employer', name)),
    bailleur: fictionalLandlord(rng(seed, 'landlord', name)),
    today,
    twoDDoc: twoDDocSvg,
    qr: qrSvg,
    portrait: () => photo,
  }
}

export const draw = async (template: Template, options: DrawOptions): Promise<Drawn> =>
  template.draw(await drawContext(template, options))
