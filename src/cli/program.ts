import type { Command } from 'commander'
import { VARIABLES } from '../config/config.ts'
import { addBordereauCommand } from './bordereau-command.ts'
import { addDemoCommand } from './demo-command.ts'
import { frenchCommand } from './french.ts'
import { addTwoDDocCommand } from './two-d-doc-command.ts'
import { addProcessCommand, type CliPorts } from './process-command.ts'
import { addQueueCommands } from './queue-commands.ts'
import { addServeCommand } from './serve-command.ts'
import { addWebhookCommands } from './webhook-commands.ts'
import { addWatchCommand } from './watch-command.ts'
import { addWorkerCommand } from './worker-command.ts'

/** The whole command line. Commander's exits are thrown, so that the caller decides the exit code. */
export function buildProgram(ports: CliPorts): Command {
  const program = frenchCommand('numeriseur', ports)
    .description('Lit, trie, masque et contrôle les pièces justificatives des demandes de logement social.')
    .addHelpText('after', `\nVariables d'environnement :\n${variables()}`)
    .exitOverride()
  addProcessCommand(program, ports)
  addDemoCommand(program, ports)
  addTwoDDocCommand(program, ports)
  addServeCommand(program, ports)
  addWorkerCommand(program, ports)
  addWatchCommand(program, ports)
  addQueueCommands(program, ports)
  addWebhookCommands(program, ports)
  addBordereauCommand(program, ports)
  for (const command of program.commands) {
    command.exitOverride()
    for (const inner of command.commands) inner.exitOverride()
  }
  return program
}

const variables = (): string =>
  VARIABLES.map(
    v => `  ${v.name.padEnd(30)}${v.description}${v.byDefault ? ` (par défaut : ${v.byDefault})` : ''}`,
  ).join('\n')
