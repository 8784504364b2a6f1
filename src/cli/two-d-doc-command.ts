import type { Command } from 'commander'
import { frenchDate } from '../formats/dates.ts'
import { parisDay } from '../formats/calendar.ts'
import { loadTrustStore } from '../formats/two-d-doc/trust-store.ts'
import type { CliPorts } from './process-command.ts'
import { getTrustedList } from '../services/trusted-list-source.ts'
import { LIST_URL, refreshedListPath, refreshTrustStore } from './refresh-trust-store.ts'
import { twoDDocContents } from './two-d-doc-contents.ts'
import { exitCodeOfCodes, renderCodes, verifyContent } from './verify-two-d-doc.ts'

/** Adds `numeriseur 2d-doc verify` and `numeriseur 2d-doc refresh`. */
export function addTwoDDocCommand(program: Command, ports: CliPorts): void {
  const group = program.command('2d-doc').description('Vérifie les codes 2D-Doc.')
  group
    .command('verify')
    .summary("vérifie la signature d'un 2D-Doc")
    .description("Lit les 2D-Doc d'un document (ou le texte d'un code), vérifie leur signature et montre leurs champs.")
    .argument('<fichier ou texte>', 'document à lire, fichier qui contient le texte du code, ou ce texte')
    .option('--json', 'écrit un code JSON par ligne')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, flags: { readonly json?: boolean }) => {
      const store = await loadTrustStore(ports.config.trustStoreFile, refreshedListPath(ports.config.dataDir))
      const contents = await twoDDocContents(argument, ports.config.limits)
      const codes = contents.map(c => verifyContent(c, store, parisDay(ports.now())))
      ports.stdout.write(flags.json ? codes.map(c => `${JSON.stringify(c)}\n`).join('') : renderCodes(codes))
      ports.exit(exitCodeOfCodes(codes))
    })
  group
    .command('refresh')
    .summary('actualise la liste de confiance de l’État')
    .description('Prend la liste de confiance 2D-Doc, vérifie sa signature, et la garde dans NUMERISEUR_DATA.')
    .argument('[source]', 'adresse ou fichier XML de la liste', LIST_URL)
    .action(async (source: string) => {
      const list = await refreshTrustStore(await getTrustedList(source), ports.config.dataDir)
      ports.stdout.write(
        `Liste de confiance n° ${list.sequence} vérifiée : ${list.authorities.length} autorités. Prochaine liste attendue le ${frenchDate(list.nextUpdate.slice(0, 10))}.\n`,
      )
    })
}

const EXAMPLES = `
Exemples :
  numeriseur 2d-doc verify avis.pdf
  numeriseur 2d-doc verify code.txt --json

Codes de sortie : 0 tous les codes sont valides, 2 aucun 2D-Doc n'est lu, 5 fichier inaccessible,
7 un code n'est pas valide ou porte un certificat de test, 8 un code n'a pas pu être vérifié, 9 configuration.`
