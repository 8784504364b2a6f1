import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { House } from '../flow/house.ts'
import { createMetrics } from './metrics.ts'

const DISK_BYTES = 1_000_000_000
const open = { portee: null } as const

/** Health and measures, for the machines that watch: no key, no personal data. */
export function addHealthRoutes(server: FastifyInstance, house: House, dataDir: string): void {
  server.get('/vivant', { config: open, schema: { summary: 'Le processus répond' } }, () => ({ etat: 'vivant' }))

  server.get('/pret', { config: open, schema: { summary: 'Les dépôts peuvent être reçus' } }, async (_, reply) => {
    const [base, fichiers, file, disque] = await Promise.all([
      answers(house.outbox.backlog()),
      house.files.check(),
      answers(house.queues.counts()),
      statfs(dataDir).then(
        ({ bavail, bsize }) => bavail * bsize > DISK_BYTES,
        () => false,
      ),
    ])
    // Without the queue deposits are still taken: it is said, and does not count.
    const ready = base && fichiers && disque
    const word = (ok: boolean): string => (ok ? 'oui' : 'non')
    return reply.code(ready ? 200 : 503).send({
      pret: word(ready),
      base: word(base),
      fichiers: word(fichiers),
      file: word(file),
      disque: word(disque),
    })
  })

  const metrics = createMetrics(house)
  server.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.routeOptions.url ?? 'inconnue', reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
  server.get('/metrics', { config: open, schema: { summary: 'Mesures (Prometheus)' } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  )
}

const answers = (request: Promise<unknown>): Promise<boolean> =>
  request.then(
    () => true,
    () => false,
  )
