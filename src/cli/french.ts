import { Command, type Help } from 'commander'

/** Commander's own sentences in French. */
export function frenchCommand(name: string): Command {
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
  command.configureOutput({ outputError: (text, write) => write(frenchError(text)) })
  command.createCommand = frenchCommand
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
