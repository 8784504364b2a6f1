import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { startOfParisDay } from '../formats/calendar.ts'
import type { CliPorts } from './process-command.ts'
import { exitCodeOf } from './exit-codes.ts'
import { renderTable } from './table.ts'

/** The day the sample household makes its demande; the samples are dated around it. */
const JOUR_DEPOT = '2026-10-15'
const OUT_DIR = 'out'

/** Adds `numeriseur demo`: the main job on the bundled samples, with the embedded defaults. */
export function addDemoCommand(program: Command, ports: CliPorts): void {
  program
    .command('demo')
    .summary('traite les liasses d’exemple')
    .description('Traite les liasses d’exemple (documents fictifs) dans le dossier out/ et montre le résultat.')
    .action(async () => {
      const samples = samplesFolder()
      const config = {
        ...ports.config,
        // The 2D-Doc of the samples are signed by the project's own test authority: only the demo trusts it.
        trustStoreFile: ports.config.trustStoreFile ?? resolve(samples, '2d-doc-trust-store.json'),
      }
      const options = {
        canal: 'guichet' as const,
        guichet: 'DEMO',
        numeroUnique: null,
        jourDepot: JOUR_DEPOT,
        recuLe: startOfParisDay(JOUR_DEPOT),
        outDir: OUT_DIR,
        store: false,
        jobs: null,
        verbose: false,
      }
      ports.stderr.write('Traitement des liasses d’exemple (documents fictifs)...\n')
      const { runProcess } = await import('./run-process.ts')
      const resultats = await runProcess(await bundles(samples), options, config, {
        stderr: ports.stderr,
        onResult: resultat => ports.stderr.write(`${resultat.depot.fichier} : ${resultat.pieces.length} pièces\n`),
      })
      ports.stdout.write(renderTable(resultats))
      ports.stdout.write(`\nPièces produites (PDF compressés, masqués, cherchables) : ${resolve(OUT_DIR)}\n`)
      for (const { depot, pieces } of resultats) {
        ports.stdout.write(`  ${depot.fichier} : ${pieces[0] ? resolve(OUT_DIR, depot.id) : 'aucune pièce'}\n`)
      }
      ports.exit(exitCodeOf(resultats))
    })
}

/** The bundles of the samples, without the truth files that stand beside them. */
async function bundles(samples: string): Promise<string[]> {
  const folder = resolve(samples, 'bundles')
  const names = await readdir(folder)
  return names
    .filter(n => !n.endsWith('.json'))
    .sort()
    .map(n => resolve(folder, n))
}

/** `samples/` at the root of the project, from `src/cli/` or `dist/src/cli/`. */
function samplesFolder(): string {
  const up = import.meta.url.includes('/dist/') ? '../../../samples' : '../../samples'
  return fileURLToPath(new URL(up, import.meta.url))
}
