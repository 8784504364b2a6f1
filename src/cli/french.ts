import { Command, type Help } from 'commander'
import type { Output } from './masked-output.ts'

/** Commander's own sentences in French, written where the caller says. */
export function frenchCommand(name: string, output: { readonly stdout: Output; readonly stderr: Output }): Command {
  const command = new Command(name)
  command.helpOption('-h, --help', 'affiche cette aide').helpCommand('help [commande]', "affiche l'aide d'une commande")
  command.configureHelp({
    styleTitle: title => TITLES[title] ?? title,
    optionDescription: option => {
      const byDefault =
        option.defaultValue === undefined
          ? ''
          : ` (par défaut : ${String(option.defaultValueDescription ?? option.defaultValue)})`
      return `${option.description}${byDefault}`
    },
  } satisfies Partial<Help>)
  command.configureOutput({
    writeOut: text => output.stdout.write(text),
    writeErr: text => output.stderr.write(text),
    outputError: (text, write) => write(frenchError(text)),
  })
  command.createCommand = inner => frenchCommand(inner ?? '', output)
  return command
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Global Options:': 'Options générales :',
}

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*?)'/, 'Option inconnue : $1. Tapez --help pour la liste.'],
  [/^error: unknown command '(.*?)'/, 'Commande inconnue : $1. Tapez --help pour la liste.'],
  [/^error: missing required argument '(.*?)'/, 'Il manque : $1. Tapez --help pour un exemple.'],
  [/^error: option '(.*?)' argument missing/, "Il manque la valeur de l'option $1."],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. ?/, 'Valeur refusée pour $1 : $2. '],
  [/^error: too many arguments.*/, 'Trop de valeurs sont données. Tapez --help pour un exemple.'],
  [/\(Did you mean (.*?)\?\)/, '(Vouliez-vous dire $1 ?)'],
]

const frenchError = (text: string): string => ERRORS.reduce((t, [pattern, french]) => t.replace(pattern, french), text)
