import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Acteur, ApiKeys, Portee } from '../store/api-keys.ts'
import { HttpProblem } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must allow to use the route; `null` for a route that everyone may use. */
    portee?: Portee | null
  }
  interface FastifyRequest {
    acteur: Acteur | null
  }
}

/** Who asks. Only routes that ask for a key have one. */
export function acteurOf({ acteur }: FastifyRequest): Acteur {
  if (acteur === null) throw new HttpProblem('cle-absente')
  return acteur
}

/** No request comes to a route before its key was checked, and no route exists that does not say what it asks for. */
export function guardRoutes(server: FastifyInstance, keys: Pick<ApiKeys, 'check'>): void {
  server.decorateRequest('acteur', null)
  server.addHook('onRoute', route => {
    if (route.config?.portee === undefined) throw new Error(`${route.url} does not say who may use it`)
  })
  server.addHook('onRequest', async request => {
    const { portee } = request.routeOptions.config
    if (request.is404 || portee === null || portee === undefined) return
    const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (key === undefined) throw new HttpProblem('cle-absente')
    request.acteur = await keys.check(key)
    if (request.acteur === null) throw new HttpProblem('cle-refusee')
    if (!request.acteur.portees.includes(portee)) throw new HttpProblem('portee-absente')
  })
}
