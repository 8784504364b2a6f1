import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../flow/house.ts'
import { receiveDeposit, type Details } from '../flow/receive-deposit.ts'
import type { Precheck } from '../flow/precheck.ts'
import { acteurOf } from './access.ts'
import { HttpProblem, sendProblem } from './problems.ts'

export interface ReceiveOptions {
  readonly maxBytes: number
  /** The instant answer; `null` where no worker runs beside the API. */
  readonly precheck: Precheck | null
  /** Milliseconds that a sender may say nothing in the middle of a file; 30 s by default. */
  readonly patienceMs?: number
  /** ISO instant. */
  readonly now: () => string
}

const MULTIPART_OVERHEAD = 100_000
const NUMERO_UNIQUE = /^[0-9A-Z]{1,30}$/

/** `POST /v1/depots`: one file, taken in as it comes; 202 once nothing can lose it any more. */
export function addReceiveRoutes(server: FastifyInstance, house: House, options: ReceiveOptions): void {
  const { maxBytes, precheck, now } = options
  if (precheck !== null) addPrecheckRoute(server, precheck, options)
  server.post(
    '/v1/depots',
    {
      config: { portee: 'depots:ecrire' },
      bodyLimit: maxBytes + MULTIPART_OVERHEAD,
      schema: {
        summary: 'Dépose un fichier',
        description:
          'Champs du formulaire : « fichier » (un seul) et « numeroUnique » (facultatif). Le même fichier déposé deux fois ' +
          'est un seul dépôt. La réponse 202 assure que le dépôt sera traité.',
        consumes: ['multipart/form-data'],
        headers: {
          type: 'object',
          properties: { 'idempotency-key': { type: 'string', minLength: 1, maxLength: 200 } },
        },
        response: {
          202: {
            type: 'object',
            required: ['id', 'dejaRecu'],
            properties: { id: { type: 'string' }, dejaRecu: { type: 'boolean' } },
          },
        },
      },
    },
    async (request, reply) => {
      hurry(request, reply, options)
      const received = await receiveDeposit(await incoming(request), house, { maxBytes, now: now() })
      if (received.kind === 'key-reused') throw new HttpProblem('cle-idempotence-reutilisee')
      const { id, kind } = received
      return reply
        .code(202)
        .header('location', `/v1/depots/${id}`)
        .send({ id, dejaRecu: kind === 'known' })
    },
  )
}

/** `POST /v1/precontrole`: what was recognised and what to do again, at once; nothing is kept. */
function addPrecheckRoute(server: FastifyInstance, precheck: Precheck, options: ReceiveOptions): void {
  const { maxBytes, now } = options
  server.post(
    '/v1/precontrole',
    {
      config: { portee: 'depots:ecrire' },
      bodyLimit: maxBytes + MULTIPART_OVERHEAD,
      schema: {
        summary: 'Dit tout de suite ce qu’est un fichier et ce qui est à refaire',
        description: 'Type, fin de validité, qualité. Jamais un avis sur l’authenticité ; rien n’est gardé.',
        consumes: ['multipart/form-data'],
      },
    },
    async (request, reply) => {
      hurry(request, reply, options)
      const { source, nom } = await incoming(request)
      return precheck(source, nom, now())
    },
  )
}

const PATIENCE_MS = 30_000

/** Who says nothing for long in the middle of a file is told so and let go: nothing is kept of what came. */
function hurry({ raw }: FastifyRequest, reply: FastifyReply, { patienceMs = PATIENCE_MS }: ReceiveOptions): void {
  raw.setTimeout(patienceMs, () => {
    if (raw.complete || reply.sent) return
    reply.raw.once('finish', () => raw.destroy())
    sendProblem(reply.header('connection', 'close'), 'envoi-trop-lent')
  })
}

/** The file of the form; its fields may stand before or after it. */
async function incoming(request: FastifyRequest): Promise<Parameters<typeof receiveDeposit>[0]> {
  if (!request.isMultipart()) throw new HttpProblem('type-non-accepte')
  const { canal, guichet } = acteurOf(request)
  const parts = request.parts({ limits: { fileSize: Infinity, files: 2, fields: 10, fieldSize: 200 } })
  const fields = new Map<string, string>()
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    const part = next.value
    if (part.type === 'field') {
      fields.set(part.fieldname, String(part.value))
      continue
    }
    const details = async (): Promise<Details> => {
      for (let after = await parts.next(); after.done !== true; after = await parts.next()) {
        if (after.value.type === 'file') {
          after.value.file.resume()
          throw new HttpProblem('plusieurs-fichiers')
        }
        fields.set(after.value.fieldname, String(after.value.value))
      }
      const numeroUnique = fields.get('numeroUnique') ?? null
      if (numeroUnique !== null && !NUMERO_UNIQUE.test(numeroUnique)) throw new HttpProblem('requete-invalide')
      const key = request.headers['idempotency-key']
      return { canal, guichet, numeroUnique, idempotencyKey: typeof key === 'string' ? digestOf(key) : null }
    }
    return { source: part.file, nom: part.filename, details }
  }
  throw new HttpProblem('fichier-absent')
}

/** A key is only ever compared: what a caller wrote in it (a name, a number) is not kept. */
const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex')
