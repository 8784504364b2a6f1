import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { pieceAddress, pieceContext } from '../flow/addresses.ts'
import type { House } from '../flow/house.ts'
import type { Reception } from '../store/receptions.ts'
import { ObjectMissing } from '../store/files/objects.ts'
import { acteurOf } from './access.ts'
import { HttpProblem } from './problems.ts'
import { sendProgress } from './progress-events.ts'
import { STATE, stateOf } from './deposit-state.ts'

type ById = FastifyRequest<{ Params: { id: string; piece?: string } }>

const params = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } as const

/** What can be asked of a deposit. One of another guichet is as unknown as none. */
export function addDepositRoutes(server: FastifyInstance, house: House): void {
  const find = async (request: ById): Promise<Reception> => {
    const reception = await house.receptions.find(request.params.id, acteurOf(request).proprietaire)
    if (reception === null) throw new HttpProblem('depot-inconnu')
    return reception
  }

  server.get(
    '/v1/depots/:id',
    {
      config: { portee: 'depots:lire' },
      schema: { summary: 'État d’un dépôt', params, response: { 200: STATE } },
    },
    async (request: ById) => stateOf(await find(request)),
  )

  server.get(
    '/v1/depots/:id/evenements',
    {
      config: { portee: 'depots:lire' },
      schema: { summary: 'Avancement d’un dépôt, au fil de l’eau (server-sent events)', params },
    },
    async (request: ById, reply) => {
      const first = await find(request)
      sendProgress(reply, async () => stateOf((await house.receptions.find(first.id, first.proprietaire)) ?? first))
    },
  )

  server.get(
    '/v1/depots/:id/resultat',
    {
      config: { portee: 'resultats:lire' },
      schema: { summary: 'Résultat d’un dépôt (numeriseur/resultat@1)', params },
    },
    async (request: ById, reply) => {
      const { id } = await find(request)
      const resultat = await house.receptions.resultat(id)
      if (resultat === null) throw new HttpProblem('resultat-absent')
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(resultat))
    },
  )

  server.get(
    '/v1/depots/:id/pieces/:piece',
    {
      config: { portee: 'resultats:lire' },
      schema: { summary: 'PDF d’une pièce, masqué et cherchable', params, produces: ['application/pdf'] },
    },
    async (request: ById, reply) => {
      const { id } = await find(request)
      const resultat = await house.receptions.resultat(id)
      const piece = resultat?.pieces.find(p => p.id === request.params.piece)
      if (!piece || !piece.nir.neutralise || piece.fichier.octets === 0) throw new HttpProblem('piece-inconnue')
      const { sha256, octets } = piece.fichier
      const bytes = house.files.read(pieceAddress(id, sha256), pieceContext(id))
      // The first frame is opened before the answer begins: a file that is gone is a problem, not a cut answer.
      const first = await bytes.next().catch((error: unknown) => {
        if (error instanceof ObjectMissing) throw new HttpProblem('piece-inconnue')
        throw error
      })
      return reply
        .type('application/pdf')
        .header('content-length', octets)
        .header('content-disposition', `attachment; filename="${piece.id}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(from(first, bytes)))
    },
  )
}

async function* from(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done !== true) yield first.value
  yield* rest
}
