import { Ajv2020 } from 'ajv/dist/2020.js'
import type { CompanyRegistry, Etablissement, ServiceOutcome } from '../domain/services.ts'
import type { JsonClient } from './json-client.ts'
import { nullable } from './nullable.ts'

/**
 * Recherche d'entreprises, open API of the State (`GET /search?q=<SIRET>`). It shows the present state only and hides
 * the units that refuse diffusion: unknown here does not mean that the company does not exist.
 */
export function rechercheEntreprises(client: JsonClient): CompanyRegistry {
  return {
    nom: "Recherche d'entreprises",
    exhaustif: false,
    async find(siret): Promise<ServiceOutcome<Etablissement>> {
      const answer = await client.get(`/search?q=${encodeURIComponent(siret)}`)
      if ('kind' in answer) return answer
      if (answer.status === 401 || answer.status === 403) {
        return { kind: 'unavailable', cause: 'acces-refuse', reverifierLe: null }
      }
      if (answer.status !== 200 || !isSearchAnswer(answer.body)) {
        return { kind: 'unavailable', cause: 'reponse-inattendue', reverifierLe: null }
      }
      for (const unit of answer.body.results) {
        const found = [...(unit.matching_etablissements ?? []), ...(unit.siege ? [unit.siege] : [])].find(
          e => e.siret === siret,
        )
        if (found) return { kind: 'found', value: toEtablissement(unit, found) }
      }
      return { kind: 'not-found' }
    },
  }
}

interface ApiEtablissement {
  readonly siret: string
  readonly etat_administratif?: string | null
  readonly date_creation?: string | null
  readonly date_debut_activite?: string | null
  readonly date_fermeture?: string | null
  readonly liste_enseignes?: readonly string[] | null
  readonly nom_commercial?: string | null
  readonly statut_diffusion_etablissement?: string | null
}

interface ApiUnit {
  readonly siren: string
  readonly nom_complet?: string | null
  readonly nom_raison_sociale?: string | null
  readonly sigle?: string | null
  readonly etat_administratif?: string | null
  readonly nombre_etablissements_ouverts?: number | null
  readonly nature_juridique?: string | null
  readonly statut_diffusion?: string | null
  readonly dirigeants?: readonly { readonly nom?: string | null; readonly prenoms?: string | null }[] | null
  readonly siege?: ApiEtablissement | null
  readonly matching_etablissements?: readonly ApiEtablissement[] | null
}

/** The literal that the register puts for a hidden value: never a name. */
const HIDDEN = '[NON-DIFFUSIBLE]'
/** Legal category of a sole trader. */
const ENTREPRENEUR_INDIVIDUEL = '1000'

function toEtablissement(unit: ApiUnit, e: ApiEtablissement): Etablissement {
  const noms = [unit.nom_complet, unit.nom_raison_sociale, unit.sigle, e.nom_commercial, ...(e.liste_enseignes ?? [])]
    .filter((n): n is string => typeof n === 'string' && n !== '')
    .flatMap(withParentheses)
  const shown = noms.filter(n => !n.includes(HIDDEN))
  const ouvert = e.etat_administratif !== 'F'
  return {
    siret: e.siret,
    noms: [...new Set(shown)],
    nonDiffusible: shown.length === 0,
    ouvert,
    dateCreation: e.date_creation ?? null,
    // A closed establishment without a closing date closed when its present period began.
    dateFermeture: e.date_fermeture ?? (ouvert ? null : (e.date_debut_activite ?? null)),
    uniteOuverte: unit.etat_administratif === 'A' && (unit.nombre_etablissements_ouverts ?? 0) > (ouvert ? 1 : 0),
    exploitants:
      unit.nature_juridique === ENTREPRENEUR_INDIVIDUEL
        ? (unit.dirigeants ?? []).map(d => `${d.nom ?? ''} ${d.prenoms ?? ''}`.trim()).filter(n => n !== '')
        : [],
  }
}

/** `LA POSTE (LP)` is known by both names. */
function withParentheses(name: string): string[] {
  const inside = /\(([^)]+)\)/.exec(name)?.[1]
  return inside === undefined ? [name] : [name.replace(/\([^)]*\)/, '').trim(), inside]
}

const ETABLISSEMENT = {
  type: 'object',
  required: ['siret'],
  properties: {
    siret: { type: 'string' },
    etat_administratif: nullable('string'),
    date_creation: nullable('string'),
    date_debut_activite: nullable('string'),
    date_fermeture: nullable('string'),
    liste_enseignes: { type: ['array', 'null'], items: { type: 'string' } },
    nom_commercial: nullable('string'),
  },
}
const isSearchAnswer = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<{
  readonly results: readonly ApiUnit[]
}>({
  type: 'object',
  required: ['results'],
  properties: {
    results: {
      type: 'array',
      items: {
        type: 'object',
        required: ['siren'],
        properties: {
          siren: { type: 'string' },
          nom_complet: nullable('string'),
          nom_raison_sociale: nullable('string'),
          sigle: nullable('string'),
          etat_administratif: nullable('string'),
          nombre_etablissements_ouverts: nullable('number'),
          nature_juridique: nullable('string'),
          dirigeants: {
            type: ['array', 'null'],
            items: { type: 'object', properties: { nom: nullable('string'), prenoms: nullable('string') } },
          },
          siege: { anyOf: [{ type: 'null' }, ETABLISSEMENT] },
          matching_etablissements: { type: ['array', 'null'], items: ETABLISSEMENT },
        },
      },
    },
  },
})
