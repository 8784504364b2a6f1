import { InvalidArgumentError, type Command } from 'commander'
import type { Config } from '../config/config.ts'
import type { Canal } from '../domain/resultat.ts'
import { maskNir } from '../formats/nir-text.ts'
import { parisDay, startOfParisDay } from '../formats/calendar.ts'
import { exitCodeOf } from './exit-codes.ts'
import { parseCanal, parseJobs } from './parsers.ts'
import type { Output } from './masked-output.ts'
import type { ProcessOptions } from './run-process.ts'
import { renderTable } from './table.ts'

interface Flags {
  readonly out: string
  readonly json?: boolean
  readonly store?: boolean
  readonly dateDepot?: string
  readonly numeroUnique?: string
  readonly guichet?: string
  readonly canal: Canal
  readonly jobs?: number
  readonly verbose?: boolean
}

/** What a door of the command line needs from the process. */
export interface CliPorts {
  readonly config: Config
  readonly stdout: Output
  readonly stderr: Output
  /** ISO instant. */
  readonly now: () => string
  readonly exit: (code: number) => void
}

/** Adds `numeriseur process`. */
export function addProcessCommand(program: Command, ports: CliPorts): void {
  program
    .command('process')
    .summary('traite des fichiers ou des dossiers')
    .description(
      'Lit chaque fichier, le sépare en pièces, masque les numéros de sécurité sociale, contrôle et donne un indice.',
    )
    .argument('<fichier...>', 'fichiers ou dossiers à traiter')
    .option('--out <dossier>', 'dossier des pièces produites', 'out')
    .option('--json', 'écrit un résultat JSON par ligne au lieu du tableau')
    .option('--store', 'enregistre les résultats dans la base (embarquée, ou DATABASE_URL)')
    .option('--date-depot <AAAA-MM-JJ>', 'jour du dépôt (par défaut : aujourd’hui, heure de Paris)', parseDay)
    .option('--numero-unique <numéro>', 'numéro unique de la demande')
    .option('--guichet <code>', 'code du guichet enregistreur')
    .option('--canal <canal>', 'guichet, portail ou cli', parseCanal, 'cli')
    .option('--jobs <n>', 'nombre de lectures en parallèle (par défaut : une par cœur)', parseJobs)
    .option('--verbose', 'montre le temps de chaque étape')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: Flags) => {
      const { runProcess } = await import('./run-process.ts')
      const resultats = await runProcess(paths, optionsOf(flags, ports.now()), ports.config, {
        stderr: ports.stderr,
        onResult: resultat => {
          if (flags.json) ports.stdout.write(`${JSON.stringify(resultat)}\n`)
        },
      })
      if (!flags.json) ports.stdout.write(renderTable(resultats))
      ports.exit(exitCodeOf(resultats))
    })
}

/** Only the day of a deposit is known on the command line: the same options on the same day give the same bytes. */
function optionsOf(flags: Flags, now: string): ProcessOptions {
  const jourDepot = flags.dateDepot ?? parisDay(now)
  return {
    canal: flags.canal,
    guichet: flags.guichet ?? null,
    numeroUnique: flags.numeroUnique === undefined ? null : maskNir(flags.numeroUnique),
    jourDepot,
    recuLe: startOfParisDay(jourDepot),
    outDir: flags.out,
    store: flags.store ?? false,
    jobs: flags.jobs ?? null,
    verbose: flags.verbose ?? false,
  }
}

function parseDay(value: string): string {
  try {
    startOfParisDay(value)
  } catch {
    throw new InvalidArgumentError('Donnez une date qui existe, comme 2026-11-24.')
  }
  return value
}

const EXAMPLES = `
Exemples :
  numeriseur process liasse.pdf
  numeriseur process scans/ --json --out pieces --date-depot 2026-11-24
  numeriseur process avis.jpg --store --numero-unique 1111023517879GDPUB

Codes de sortie : 0 tout est lu, 1 commande mal écrite, 2 un fichier au moins n'est pas lu,
4 un fichier est retenu (masquage non prouvé), 5 fichier ou dossier inaccessible, 6 base déjà ouverte,
9 configuration, 15 autre erreur, 130 interruption.`
