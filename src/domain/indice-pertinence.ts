/** Pertinence index written to the SNE, from the most to the least severe (result contract, priority order). */
export const INDICES_PERTINENCE = [
  'suspicion-de-fraude',
  'inexploitable',
  'hors-perimetre-reglementaire',
  'obsolete',
  'non-verifie',
  'perimetre-reglementaire',
] as const
export type IndicePertinence = (typeof INDICES_PERTINENCE)[number]

export const LABELS_INDICE: Readonly<Record<IndicePertinence, string>> = {
  'suspicion-de-fraude': 'Suspicion de fraude',
  inexploitable: 'Inexploitable',
  'hors-perimetre-reglementaire': 'Hors périmètre réglementaire',
  obsolete: 'Obsolète',
  'non-verifie': 'Non vérifié',
  'perimetre-reglementaire': 'Périmètre réglementaire',
}
