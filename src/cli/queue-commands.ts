import type { Command } from 'commander'
import type { EtatDepot } from '../domain/work.ts'
import type { House } from '../flow/house.ts'
import { announceSoon } from '../flow/receive-deposit.ts'
import { PORTEES } from '../store/api-keys.ts'
import { EXIT } from './exit-codes.ts'
import { parseCanal, parseDays } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { withHouse } from './with-house.ts'
import type { Canal } from '../domain/resultat.ts'

const LABELS: Readonly<Record<EtatDepot, string>> = {
  recu: 'reçus, à lire',
  lu: 'lus, à verser dans le SNE',
  verse: 'versés dans le SNE',
  quarantaine: 'en quarantaine, à voir par une personne',
}

/** Adds `numeriseur status`, `requeue`, `audit` and `cle`. */
export function addQueueCommands(program: Command, ports: CliPorts): void {
  const within = (run: (house: House) => Promise<void>): Promise<void> => withHouse(ports, run)

  program
    .command('status')
    .summary('montre où en sont les dépôts')
    .description('Montre combien de dépôts sont dans chaque état, et ce qui attend dans les files.')
    .action(() =>
      within(async house => {
        const comptes = await house.receptions.comptes()
        for (const [etat, label] of Object.entries(LABELS)) {
          ports.stdout.write(`${String(comptes[etat as EtatDepot]).padStart(8)} ${label}\n`)
        }
        for (const { voie, nombre, ageSecondes } of await house.outbox.backlog()) {
          const age = Math.round(ageSecondes)
          ports.stdout.write(`file ${voie} : ${nombre} en attente, le plus ancien depuis ${age} s\n`)
        }
      }),
    )

  program
    .command('requeue')
    .summary('relit des dépôts depuis leur original')
    .description('Relit des dépôts depuis leur original, par exemple ceux mis en quarantaine.')
    .argument('<depot...>', 'identifiants des dépôts')
    .action((ids: string[]) =>
      within(async house => {
        for (const id of ids) {
          const travail = await house.stages.requeue(id, 'exploitant')
          if (travail === null) {
            ports.stderr.write(`${id} : inconnu, ou déjà dans la file. Vérifiez l’identifiant.\n`)
            ports.exit(EXIT.fileInError)
            continue
          }
          await announceSoon(house, travail)
          ports.stdout.write(`${id} : sera relu.\n`)
        }
      }),
    )

  program
    .command('audit')
    .summary('vérifie que le journal n’a pas été modifié')
    .description('Suit la chaîne des empreintes du journal et dit la première ligne rompue.')
    .action(() =>
      within(async house => {
        await house.audit.extend()
        const state = await house.audit.verify()
        if (state.kind === 'whole') {
          ports.stdout.write(
            `Journal intact : ${state.lignes} lignes chaînées, ${state.nouvelles} de la dernière minute.\n`,
          )
          return
        }
        ports.stderr.write(
          `Le journal est rompu à la ligne ${state.ligne}. Comparez-le à la dernière sauvegarde et prévenez le responsable.\n`,
        )
        ports.exit(EXIT.fileInError)
      }),
    )

  const cle = program.command('cle').summary('gère les clés de l’API').description('Crée et révoque les clés de l’API.')
  cle
    .command('creer')
    .summary('crée une clé, montrée une seule fois')
    .option('--canal <canal>', 'guichet, portail ou cli', parseCanal, 'guichet')
    .option('--guichet <code>', 'code du guichet')
    .option('--jours <n>', 'durée en jours', parseDays, 365)
    .action((flags: { readonly canal: Canal; readonly guichet?: string; readonly jours: number }) =>
      within(async house => {
        const key = await house.keys.create(flags.canal, flags.guichet ?? null, PORTEES, flags.jours)
        ports.stdout.write(`${key}\n`)
      }),
    )
  cle
    .command('revoquer')
    .summary('révoque une clé')
    .argument('<id>', 'identifiant de la clé : ce qui suit « num_ »')
    .action((id: string) =>
      within(async house => {
        if (await house.keys.revoke(id)) ports.stdout.write(`La clé ${id} est révoquée.\n`)
        else {
          ports.stderr.write(`Aucune clé active ${id}. Vérifiez l’identifiant.\n`)
          ports.exit(EXIT.fileInError)
        }
      }),
    )
}
