import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import { openHouse } from '../flow/house.ts'
import { parseJobs } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { stopSignal } from './stop-signal.ts'

/** Adds `numeriseur worker`. */
export function addWorkerCommand(program: Command, ports: CliPorts): void {
  program
    .command('worker')
    .summary('traite les dépôts de la file')
    .description('Traite les dépôts en attente, sans fin. Lancez-en autant que vous voulez avec DATABASE_URL.')
    .option('--jobs <n>', 'nombre de lectures en parallèle (par défaut : une par cœur)', parseJobs)
    .action(async (flags: { readonly jobs?: number }) => {
      const { runWorkers } = await import('./run-workers.ts')
      const house = await openHouse(ports.config)
      try {
        const run = await runWorkers(ports.config, house, flags.jobs ?? availableParallelism(), ports.stderr)
        ports.stderr.write('Les travailleurs sont prêts.\n')
        await stopSignal()
        ports.stderr.write('Arrêt demandé : les travaux en cours se terminent.\n')
        await run.stop()
      } finally {
        await house.close()
      }
    })
}
