import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { pieceAddress, pieceContext } from '../flow/addresses.ts'
import type { House } from '../flow/house.ts'
import type { Reception } from '../store/receptions.ts'
import type { PagePicture } from '../flow/page-pictures.ts'
import type { Piece } from '../domain/resultat.ts'
import { ObjectMissing } from '../store/files/objects.ts'
import { acteurOf } from './access.ts'
import { HttpProblem } from './problems.ts'
import { sendProgress } from './progress-events.ts'
import { STATE, stateOf } from './deposit-state.ts'

type ById = FastifyRequest<{ Params: { id: string; piece?: string; page?: number } }>

const params = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } as const

const pieceParams = {
  type: 'object',
  required: ['id', 'piece'],
  properties: { ...params.properties, piece: { type: 'string' } },
} as const
const pageParams = {
  type: 'object',
  required: ['id', 'piece', 'page'],
  properties: { ...pieceParams.properties, page: { type: 'integer', minimum: 1, maximum: 100_000 } },
} as const

/** What can be asked of a deposit. One of another guichet is as unknown as none. */
export function addDepositRoutes(server: FastifyInstance, house: House, pictures: PagePicture): void {
  const find = async (request: ById): Promise<Reception> => {
    const reception = await house.receptions.find(request.params.id, acteurOf(request).proprietaire)
    if (reception === null) throw new HttpProblem('depot-inconnu')
    return reception
  }

  /** A piece whose masking is not proven has no file: it is as unknown as none. */
  const findPiece = async (request: ById): Promise<{ readonly id: string; readonly piece: Piece }> => {
    const { id } = await find(request)
    const piece = (await house.receptions.resultat(id))?.pieces.find(p => p.id === request.params.piece)
    if (!piece || !piece.nir.neutralise || piece.fichier.octets === 0) throw new HttpProblem('piece-inconnue')
    return { id, piece }
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
      const known = request.headers['last-event-id']
      sendProgress(reply, typeof known === 'string' ? known : null, async () =>
        stateOf((await house.receptions.find(first.id, first.proprietaire)) ?? first),
      )
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
      schema: { summary: 'PDF d’une pièce, masqué et cherchable', params: pieceParams, produces: ['application/pdf'] },
    },
    async (request: ById, reply) => {
      const { id, piece } = await findPiece(request)
      const { sha256, octets } = piece.fichier
      const bytes = house.files.read(pieceAddress(id, sha256), pieceContext(id))
      // The first frame is opened before the answer begins: a file that is gone is a problem, not a cut answer.
      const first = await bytes.next().catch(destroyed)
      return reply
        .type('application/pdf')
        .header('content-length', octets)
        .header('content-disposition', `attachment; filename="${piece.id}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(from(first, bytes)))
    },
  )

  server.get(
    '/v1/depots/:id/pieces/:piece/pages/:page',
    {
      config: { portee: 'resultats:lire' },
      schema: {
        summary: 'Image d’une page d’une pièce, dessinée depuis le PDF masqué',
        params: pageParams,
        produces: ['image/jpeg'],
      },
    },
    async (request: ById, reply) => {
      const { id, piece } = await findPiece(request)
      const jpeg = await pictures(id, piece.fichier.sha256, request.params.page ?? 1).catch(destroyed)
      if (jpeg === null) throw new HttpProblem('page-inconnue')
      return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(Buffer.from(jpeg))
    },
  )
}

function destroyed(error: unknown): never {
  if (error instanceof ObjectMissing) throw new HttpProblem('piece-inconnue')
  throw error
}

async function* from(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done !== true) yield first.value
  yield* rest
}
