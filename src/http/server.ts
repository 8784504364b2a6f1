import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { House } from '../flow/house.ts'
import type { PagePicture } from '../flow/page-pictures.ts'
import { FileTooLarge } from '../store/files/file-store.ts'
import { ObjectsUnreachable } from '../store/files/objects.ts'
import { guardRoutes } from './access.ts'
import { addDepositRoutes } from './deposit-routes.ts'
import { addHealthRoutes } from './health-routes.ts'
import { HttpProblem, sendProblem, type CodeProbleme } from './problems.ts'
import { addReceiveRoutes, type ReceiveOptions } from './receive-route.ts'

export interface ServerOptions extends ReceiveOptions {
  readonly pictures: PagePicture
  readonly dataDir: string
  /** Told of every failure of our own: the kind of the error, never its message. */
  readonly onFailure: (kind: string) => void
}

/** The HTTP API. Every answer that is not the one asked for is a problem in French (RFC 9457). */
export async function buildServer(house: House, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: false,
    requestTimeout: LONGEST_REQUEST_MS,
    forceCloseConnections: true,
  })
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const code = codeOf(error)
    if (code === 'erreur-interne' || code === 'service-indisponible') options.onFailure(error.name)
    return sendProblem(reply, code)
  })
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, 'route-inconnue'))
  guardRoutes(server, house.keys)
  await server.register(multipart)
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'numeriseur', version: '1', description: 'Dépôt et contrôle des pièces justificatives.' },
      components: { securitySchemes: { cle: { type: 'http', scheme: 'bearer' } } },
      security: [{ cle: [] }],
    },
  })
  addReceiveRoutes(server, house, options)
  addDepositRoutes(server, house, options.pictures)
  addHealthRoutes(server, house, options.dataDir)
  server.get('/v1/openapi.json', { config: { portee: null }, schema: { hide: true } }, () => server.swagger())
  return server
}

function codeOf(error: FastifyError): CodeProbleme {
  if (error instanceof HttpProblem) return error.code
  if (error.statusCode === 415) return 'type-non-accepte'
  if (error instanceof FileTooLarge || error.statusCode === 413) return 'fichier-trop-grand'
  if (error instanceof ObjectsUnreachable || UNREACHABLE.has(error.code)) return 'service-indisponible'
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || /unexpected end/i.test(error.message)) return 'envoi-interrompu'
  return error.statusCode !== undefined && error.statusCode < 500 ? 'requete-invalide' : 'erreur-interne'
}

/** For a bundle of the largest size on a slow line; who says nothing for long is sent away before. */
const LONGEST_REQUEST_MS = 3_600_000

/** PostgreSQL away or going away, no room on the disk. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOSPC', '57P01', '57P03', '53300', '08006'])
