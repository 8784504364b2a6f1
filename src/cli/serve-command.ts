import { availableParallelism } from 'node:os'
import { Option, type Command } from 'commander'
import { openServer } from './open-server.ts'
import { parseJobs, parsePort } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { stopSignal } from './stop-signal.ts'

interface Flags {
  readonly port: number
  readonly hote: string
  readonly jobs?: number
  readonly travailleurs: boolean
}

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
    .action(async ({ port, hote, jobs, travailleurs }: Flags) => {
      const { config, stdout, stderr, now } = ports
      const server = await openServer({
        config,
        hote,
        port,
        jobs: travailleurs ? (jobs ?? availableParallelism()) : null,
        guichet: 'LOCAL',
        now,
        stderr,
      })
      try {
        if (server.firstKey !== null) {
          stdout.write(`Première clé (guichet LOCAL, montrée cette seule fois) : ${server.firstKey}\n`)
        }
        stdout.write(`numeriseur écoute sur ${server.url}\n`)
        await stopSignal()
        stderr.write('Arrêt demandé : les travaux en cours se terminent.\n')
      } finally {
        await server.close()
      }
    })
}
