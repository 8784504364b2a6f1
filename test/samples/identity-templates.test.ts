import { parse } from 'mrz'
import { describe, expect, it } from 'vitest'
import { draw, householdOf, TODAY } from '../../samples/generator/draw.ts'
import { DOCUMENTS } from '../../samples/generator/templates/documents.ts'
import { TEMPLATES } from '../../samples/generator/templates/index.ts'
import type { Drawn } from '../../samples/generator/template.ts'
import { foldWords } from '../../src/formats/text.ts'

const CARDS = TEMPLATES.filter(t => !DOCUMENTS.includes(t))
const SEEDS = [1, 2, 3, 4, 5, 6]

/** What stands in the elements of a field, tags removed. */
function printed(d: Drawn, nom: string): string[] {
  const html = d.pages.map(p => p.html).join('')
  return [...html.matchAll(new RegExp(`data-champ="${nom}"[^>]*>(.*?)</(?:span|div)>`, 'gs'))].map(m =>
    (m[1] ?? '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )
}

const dayFirst = (iso: string): string => iso.split('-').reverse().join('')

describe.each(CARDS.map(t => [t.id, t] as const))('%s', (_, template) => {
  it('prints its fields as the truth gives them, whoever holds it', async () => {
    for (const seed of SEEDS) {
      const d = await draw(template, { seed })
      for (const nom of ['nom', 'prenoms', 'numeroDocument', 'nomUsage', 'ine', 'anneeUniversitaire']) {
        const valeur = d.champs[nom]
        for (const text of printed(d, nom)) expect(foldWords(text), nom).toBe(foldWords(String(valeur)))
      }
      for (const nom of ['dateNaissance', 'dateDelivrance', 'dateExpiration'])
        for (const text of printed(d, nom)) expect(text.replace(/\D/g, ''), nom).toBe(dayFirst(String(d.champs[nom])))
      for (const text of printed(d, 'mrz')) if (template.type !== 'hors-perimetre') expect(text).toBe(d.champs.mrz)
    }
  })

  it('has a machine readable zone, where it has one, that agrees with its fields', async () => {
    for (const seed of SEEDS) {
      const { champs } = await draw(template, { seed })
      if (typeof champs.mrz !== 'string') continue
      const { fields } = parse(champs.mrz.split('\n'))
      expect(fields.birthDate).toBe(String(champs.dateNaissance).slice(2).replaceAll('-', ''))
      if (fields.expirationDate)
        expect(fields.expirationDate).toBe(String(champs.dateExpiration).slice(2).replaceAll('-', ''))
      // Of a laminated card the parser gives the serial only, the end of the printed number.
      expect(String(champs.numeroDocument).endsWith(fields.documentNumber ?? '?')).toBe(true)
      expect(fields.sex).toBe(champs.sexe === 'M' ? 'male' : 'female')
    }
  })

  it('ends its validity after its issue, and is not issued before its holder can be', async () => {
    for (const seed of SEEDS) {
      const { champs, dateFinValidite } = await draw(template, { seed })
      const { person } = householdOf(template, { seed })
      const { dateDelivrance } = champs
      if (typeof dateDelivrance !== 'string') continue
      expect(dateDelivrance > person.dateNaissance && dateDelivrance <= TODAY).toBe(true)
      if (dateFinValidite !== null) expect(dateFinValidite > dateDelivrance).toBe(true)
    }
  })
})

describe('identity documents of the samples', () => {
  it('are valid on the day of the demande, but for the one that is expired on purpose', async () => {
    for (const template of CARDS) {
      const { dateFinValidite, regleValidite } = await draw(template, { seed: 1 })
      if (dateFinValidite === null) expect(regleValidite).toBe('sans-objet')
      else expect(dateFinValidite < TODAY, template.id).toBe(template.id === 'titre-de-sejour/carte-2020-perimee')
    }
  })
})
