import { InvalidArgumentError, type Command } from 'commander'
import { writeFile } from 'node:fs/promises'
import { CODES_TYPE, infoTypePiece, type TypePiece } from '../domain/type-piece.ts'
import { isNumeroUnique, type BordereauContenu } from '../formats/bordereau.ts'
import { parseNir } from '../formats/nir.ts'
import { writeBordereaux } from '../output/bordereau-pdf.ts'
import type { CliPorts } from './process-command.ts'

interface Flags {
  readonly numeroUnique: string
  readonly out: string
}

/** Adds `numeriseur bordereau`. */
export function addBordereauCommand(program: Command, { stdout }: CliPorts): void {
  program
    .command('bordereau')
    .summary('imprime des feuilles de séparation')
    .description('Écrit un PDF de feuilles à placer devant chaque document avant de numériser une liasse.')
    .argument(
      '[type...]',
      'type du document qui suit chaque feuille, dans l’ordre ; sans type, il sera reconnu',
      collectTypes,
      [],
    )
    .requiredOption('--numero-unique <numéro>', 'numéro unique de la demande', parseNumeroUnique)
    .option('--out <fichier>', 'fichier PDF à écrire', 'bordereaux.pdf')
    .addHelpText('after', HELP)
    .action(async (types: readonly (TypePiece | null)[], { numeroUnique, out }: Flags) => {
      const sheets: BordereauContenu[] = (types.length > 0 ? types : [null]).map(type => ({ numeroUnique, type }))
      await writeFile(out, await writeBordereaux(sheets))
      stdout.write(`${sheets.length > 1 ? `${sheets.length} feuilles écrites` : 'Une feuille écrite'} dans ${out}.\n`)
    })
}

/** `-` stands for a sheet without a type. */
function collectTypes(value: string, before: readonly (TypePiece | null)[]): (TypePiece | null)[] {
  if (value === '-') return [...before, null]
  const type = CODES_TYPE.find(t => t === value)
  if (type === undefined)
    throw new InvalidArgumentError('Donnez un type de pièce de la liste (--help), ou - sans type.')
  return [...before, type]
}

function parseNumeroUnique(value: string): string {
  const numero = value.replace(/\s/g, '').toUpperCase()
  if (!isNumeroUnique(numero) || parseNir(numero) !== null)
    throw new InvalidArgumentError('Donnez le numéro unique de la demande, comme 1111023517879GDPUB.')
  return numero
}

const HELP = `
Types :
${CODES_TYPE.map(t => `  ${t.padEnd(32)}${infoTypePiece(t).label}`).join('\n')}

Exemples :
  numeriseur bordereau --numero-unique 1111023517879GDPUB
  numeriseur bordereau avis-imposition bulletin-de-paie bulletin-de-paie - --numero-unique 1111023517879GDPUB --out liasse.pdf

Codes de sortie : 0 le fichier est écrit, 1 commande mal écrite, 5 fichier impossible à écrire.`
