import { availableParallelism } from 'node:os'
import type { AddressInfo } from 'node:net'
import { Option, type Command } from 'commander'
import { openHouse } from '../flow/house.ts'
import { buildServer } from '../http/server.ts'
import { PORTEES } from '../store/api-keys.ts'
import { parseJobs, parsePort } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { stopSignal } from './stop-signal.ts'

interface Flags {
  readonly port: number
  readonly hote: string
  readonly jobs?: number
  readonly travailleurs: boolean
}

const FIRST_KEY_DAYS = 365

/** Adds `numeriseur serve`: the API and the workers, with the embedded defaults. */
export function addServeCommand(program: Command, ports: CliPorts): void {
  program
    .command('serve')
    .summary('reçoit les dépôts par HTTP et les traite')
    .description('Ouvre l’API et traite les dépôts. Sans rien régler : base, fichiers et files dans NUMERISEUR_DATA.')
    .option('--port <n>', 'port', parsePort, 3000)
    .option('--hote <adresse>', 'adresse d’écoute', '127.0.0.1')
    .option('--jobs <n>', 'nombre de lectures en parallèle (par défaut : une par cœur)', parseJobs)
    .addOption(new Option('--no-travailleurs', 'seulement l’API : d’autres machines traitent (DATABASE_URL)'))
    .action(async (flags: Flags) => {
      const { config, stderr } = ports
      const house = await openHouse(config)
      try {
        // The API alone never loads what reads documents.
        const workers = flags.travailleurs
          ? await (
              await import('./run-workers.ts')
            ).runWorkers(config, house, flags.jobs ?? availableParallelism(), stderr)
          : null
        try {
          const server = await buildServer(house, {
            maxBytes: config.limits.maxBytes,
            now: ports.now,
            dataDir: config.dataDir,
            precheck: workers?.precheck ?? null,
            onFailure: kind => stderr.write(`Une requête a échoué (${kind}).\n`),
          })
          await server.listen({ host: flags.hote, port: flags.port })
          const { port } = server.server.address() as AddressInfo
          if (await house.keys.none()) {
            const key = await house.keys.create('guichet', 'LOCAL', PORTEES, FIRST_KEY_DAYS)
            ports.stdout.write(`Première clé (guichet LOCAL, montrée cette seule fois) : ${key}\n`)
          }
          ports.stdout.write(`numeriseur écoute sur http://${flags.hote}:${port}\n`)
          await stopSignal()
          stderr.write('Arrêt demandé : les travaux en cours se terminent.\n')
          await server.close()
        } finally {
          await workers?.stop()
        }
      } finally {
        await house.close()
      }
    })
}
