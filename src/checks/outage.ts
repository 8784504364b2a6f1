import type { CheckResult } from '../domain/check.ts'
import type { Unavailable, UnavailableCause } from '../domain/services.ts'

const CAUSES: Readonly<Record<UnavailableCause, string>> = {
  'non-configure': "n'est pas configuré",
  'delai-depasse': "n'a pas répondu à temps",
  'debit-depasse': 'refuse pour le moment de nouvelles demandes',
  panne: 'est en panne',
  'reponse-inattendue': 'a donné une réponse qui ne se lit pas',
  'acces-refuse': "refuse l'accès : la clé est à vérifier",
}

/** An outage is never a fact about a document: the check is not carried out, and says when to run it again. */
export function outageMotif(service: string, { cause, reverifierLe }: Unavailable): CheckResult {
  const motif = `${service} ${CAUSES[cause]} : le contrôle est à refaire.`
  return { statut: 'non-realise', motif, ...(reverifierLe === null ? {} : { reverifierLe }) }
}

/** The outage to report among several: the one that a later run may lift. */
export const worstOutage = (outages: readonly Unavailable[]): Unavailable | undefined =>
  outages.find(o => o.reverifierLe !== null) ?? outages[0]
