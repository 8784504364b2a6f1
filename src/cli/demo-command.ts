import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { Resultat } from '../domain/resultat.ts'
import { startOfParisDay } from '../formats/calendar.ts'
import { ApiClient } from './api-client.ts'
import { exitCodeOf } from './exit-codes.ts'
import { openServer } from './open-server.ts'
import type { CliPorts } from './process-command.ts'
import { renderTable } from './table.ts'

/** The day the sample household makes its demande; the samples are dated around it. */
const JOUR_DEPOT = '2026-10-15'
const OUT_DIR = 'out'

/** Adds `numeriseur demo`: the main job on the bundled samples, through the API, with everything embedded. */
export function addDemoCommand(program: Command, ports: CliPorts): void {
  program
    .command('demo')
    .summary('traite les liasses d’exemple')
    .description(
      'Dépose les liasses d’exemple (documents fictifs) par l’API, et range les pièces dans le dossier out/.',
    )
    .action(async () => {
      const resultats = await demonstrate(samplesFolder(), ports)
      ports.stdout.write(renderTable(resultats))
      ports.stdout.write(`\nPièces produites (PDF compressés, masqués, cherchables) : ${resolve(OUT_DIR)}\n`)
      for (const { depot, pieces } of resultats) {
        ports.stdout.write(`  ${depot.fichier} : ${pieces[0] ? resolve(OUT_DIR, depot.id) : 'aucune pièce'}\n`)
      }
      ports.exit(exitCodeOf(resultats))
    })
}

async function demonstrate(samples: string, { config, stderr }: CliPorts): Promise<Resultat[]> {
  // A data folder of its own, gone at the end, even by Ctrl-C: each demonstration starts from nothing.
  const dataDir = await mkdtemp(join(tmpdir(), 'numeriseur-demo-'))
  const forget = (): void => rmSync(dataDir, { recursive: true, force: true })
  process.once('exit', forget)
  stderr.write('Démarrage du serveur embarqué...\n')
  const server = await openServer({
    config: {
      ...config,
      dataDir: join(dataDir, 'donnees'),
      databaseUrl: null,
      redisUrl: null,
      masterKey: null,
      s3: null,
      sne: null,
      // The 2D-Doc of the samples are signed by the project's own test authority: only the demo trusts it.
      trustStoreFile: config.trustStoreFile ?? resolve(samples, '2d-doc-trust-store.json'),
    },
    hote: '127.0.0.1',
    port: 0,
    jobs: availableParallelism(),
    guichet: 'DEMO',
    now: () => startOfParisDay(JOUR_DEPOT),
    stderr: { write: () => undefined },
  })
  try {
    const client = new ApiClient(server.url, server.firstKey ?? '')
    stderr.write(`Dépôt des liasses d’exemple (documents fictifs) sur ${server.url}\n`)
    const deposited = []
    for (const path of await bundles(samples)) deposited.push({ path, id: await client.deposit(path) })
    return await Promise.all(
      deposited.map(async ({ path, id }) => {
        let said = ''
        for await (const { etat, avancement } of client.follow(id)) {
          const pages = avancement === null ? '' : `, page ${avancement.pagesLues} sur ${avancement.pages}`
          const line = `  ${basename(path)} : ${etat}${pages}\n`
          if (line !== said) stderr.write(line)
          said = line
        }
        return keep(await client.resultat(id), client)
      }),
    )
  } finally {
    await server.close()
    process.removeListener('exit', forget)
    forget()
  }
}

/** Leaves the pieces of a deposit in the folder of the demonstration. */
async function keep(resultat: Resultat, client: ApiClient): Promise<Resultat> {
  for (const { id, fichier, nir } of resultat.pieces) {
    if (!nir.neutralise || fichier.octets === 0) continue
    const path = join(OUT_DIR, fichier.nom)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await client.piece(resultat.depot.id, id))
  }
  return resultat
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
