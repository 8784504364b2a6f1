import { Gauge, Histogram, Registry } from 'prom-client'
import type { House } from '../flow/house.ts'

/** Measures for Prometheus. Labels come from closed lists: states, queues, routes, status codes. */
export function createMetrics({ receptions, outbox }: House) {
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'numeriseur_depots',
    help: 'Deposits by state',
    labelNames: ['etat'],
    registers,
    async collect() {
      for (const [etat, nombre] of Object.entries(await receptions.comptes())) this.set({ etat }, nombre)
    },
  })
  const oldest = new Gauge({
    name: 'numeriseur_travail_plus_ancien_secondes',
    help: 'How long the oldest work that is due has waited',
    labelNames: ['voie'],
    registers,
  })
  new Gauge({
    name: 'numeriseur_travaux',
    help: 'Stages still to be done, by queue',
    labelNames: ['voie'],
    registers,
    async collect() {
      this.reset()
      oldest.reset()
      for (const { voie, nombre, ageSecondes } of await outbox.backlog()) {
        this.set({ voie }, nombre)
        oldest.set({ voie }, ageSecondes)
      }
    },
  })
  const answers = new Histogram({
    name: 'numeriseur_http_secondes',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'statut'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 0.8, 2, 5, 20],
    registers,
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: (route: string, statut: number, seconds: number) => answers.observe({ route, statut }, seconds),
  }
}
