import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'

const MRZ: readonly string[] = ['mrz-cles', 'mrz-coherence']
const CODES: readonly string[] = ['2d-doc-signature', '2d-doc-coherence']

/** Controls that say `anomalie` about one of the pieces, among those of the MRZ and the 2D-Doc. */
const accusers = ({ resultat }: Evaluation): string[] =>
  (resultat?.pieces ?? []).flatMap(p =>
    p.controles.filter(c => c.statut === 'anomalie' && [...MRZ, ...CODES].includes(c.code)).map(c => c.code),
  )

/** An MRZ check says `anomalie` about one of the pieces. */
export const isAccusedByMrz = (evaluation: Evaluation): boolean => accusers(evaluation).some(c => MRZ.includes(c))

const isPhoto = ({ sample }: Evaluation): boolean => sample.truth.condition.includes('photo')

/** A document whose MRZ or 2D-Doc could accuse it, and that a person can read. */
const carriesProof = ({ sample }: Evaluation): boolean =>
  sample.truth.pieces.some(p => p.lisible !== false && typeof p.champs['mrz'] === 'string') ||
  sample.truth.pages.some(p => (p.codes ?? []).some(c => c.format === 'datamatrix'))

/** Prints how many falsified documents their MRZ or 2D-Doc betrays, and how many genuine ones are accused. */
export function printForgeries(evaluations: readonly Evaluation[]): void {
  const row = (name: string, group: readonly Evaluation[], wanted: boolean): string[] => {
    const accused = group.filter(e => accusers(e).length > 0)
    const odd = group.filter(e => accusers(e).length > 0 !== wanted).map(e => e.sample.truth.fichier)
    const by = [...new Set(accused.flatMap(accusers))].sort().join(', ')
    return [
      name,
      String(group.length),
      `${accused.length} (${percent(accused.length / group.length)})`,
      by,
      odd.slice(0, 3).join(', ') + (odd.length > 3 ? `, and ${odd.length - 3} more` : ''),
    ]
  }
  const headers = (last: string): string[] => ['documents', 'read', 'accused', 'by', last]
  const forged = evaluations.filter(e => e.sample.truth.falsification !== undefined)
  const genuine = evaluations.filter(e => e.sample.truth.falsification === undefined && carriesProof(e))
  const on = (e: Evaluation): string => (isPhoto(e) ? 'photo' : 'scan')
  if (forged.length > 0) {
    console.log('\nFalsified documents that their MRZ or 2D-Doc betrays\n')
    const groups = groupBy(forged, e => `${e.sample.truth.falsification ?? ''}, ${on(e)}`)
    console.log(
      columns([headers('not seen in'), ...groups.map(([name, g]) => row(name, g, true)), row('all', forged, true)]),
    )
  }
  if (genuine.length > 0) {
    console.log('\nGenuine documents with an MRZ or a 2D-Doc\n')
    console.log(columns([headers('accused wrongly'), ...groupBy(genuine, on).map(([name, g]) => row(name, g, false))]))
  }
}
