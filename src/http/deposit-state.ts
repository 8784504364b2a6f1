import type { Reception } from '../store/receptions.ts'

/** What is told of a deposit while it is on its way. */
export type DepositState = Pick<Reception, 'id' | 'etat' | 'fichier' | 'octets' | 'recuLe' | 'avancement'>

export const stateOf = ({ id, etat, fichier, octets, recuLe, avancement }: Reception): DepositState => ({
  id,
  etat,
  fichier,
  octets,
  recuLe,
  avancement,
})

export const STATE = {
  type: 'object',
  required: ['id', 'etat', 'fichier', 'octets', 'recuLe', 'avancement'],
  properties: {
    id: { type: 'string' },
    etat: { type: 'string', enum: ['recu', 'lu', 'verse', 'quarantaine'] },
    fichier: { type: 'string' },
    octets: { type: 'integer' },
    recuLe: { type: 'string' },
    avancement: {
      type: ['object', 'null'],
      properties: { pages: { type: 'integer' }, pagesLues: { type: 'integer' }, pieces: { type: 'integer' } },
    },
  },
} as const
