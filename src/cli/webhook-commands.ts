import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import type { Canal } from '../domain/resultat.ts'
import type { House } from '../flow/house.ts'
import { webhookContext } from '../flow/notify-stage.ts'
import { refusalOf } from '../services/webhook-sender.ts'
import { EXIT } from './exit-codes.ts'
import { parseCanal } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { withHouse } from './with-house.ts'

interface Flags {
  readonly canal: Canal
  readonly guichet?: string
}

/** Adds `numeriseur webhook regler` and `retirer`: where a guichet is told that its deposits are done. */
export function addWebhookCommands(program: Command, ports: CliPorts): void {
  const within = (run: (house: House) => Promise<void>): Promise<void> => withHouse(ports, run)
  const refuse = (why: string): void => {
    ports.stderr.write(`${why}\n`)
    ports.exit(EXIT.usage)
  }

  const webhook = program
    .command('webhook')
    .summary('règle qui est prévenu quand un dépôt est traité')
    .description('Règle l’adresse prévenue, par un avis signé, quand un dépôt d’un guichet est traité.')
  webhook
    .command('regler')
    .summary('règle l’adresse, et montre une seule fois la clé des signatures')
    .argument('<adresse>', 'adresse https://')
    .option('--canal <canal>', 'guichet, portail ou cli', parseCanal, 'guichet')
    .option('--guichet <code>', 'code du guichet')
    .action((url: string, { canal, guichet }: Flags) => {
      const refusal = refusalOf(url, ports.config.webhookHosts)
      if (refusal !== null) return refuse(`Cette adresse ne peut pas être appelée : ${refusal}.`)
      return within(async house => {
        const secret = randomBytes(32).toString('base64url')
        const secretScelle = house.files.sealText(secret, webhookContext(url))
        await house.webhooks.set(canal, guichet ?? null, { url, secretScelle })
        ports.stdout.write(`${secret}\n`)
      })
    })
  webhook
    .command('retirer')
    .summary('ne prévient plus')
    .option('--canal <canal>', 'guichet, portail ou cli', parseCanal, 'guichet')
    .option('--guichet <code>', 'code du guichet')
    .action(({ canal, guichet }: Flags) =>
      within(async house => {
        if (await house.webhooks.remove(canal, guichet ?? null)) ports.stdout.write('Plus personne n’est prévenu.\n')
        else refuse('Aucune adresse n’était réglée. Vérifiez le canal et le guichet.')
      }),
    )
}
