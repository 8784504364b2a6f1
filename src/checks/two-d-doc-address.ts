import type { CheckContext } from '../domain/check.ts'
import { addressBlocks, cutBlock } from '../documents/address-block.ts'
import { field } from '../documents/fields.ts'
import { PieceText, type Span } from '../documents/piece-text.ts'
import { fieldText, type TwoDDocReading } from '../formats/two-d-doc/two-d-doc-reading.ts'
import { addressDifference } from './address-difference.ts'
import { judge, type Comparison, type Difference } from './comparison.ts'
import { personDifference } from './person-difference.ts'
import { champPreuve } from './preuves.ts'
import { nameIsPrinted } from './printed.ts'
import { codePreuve, type TwoDDocOnPiece } from './two-d-docs.ts'

/** A person and an address that a code signs together. */
interface SignedAddress {
  readonly libelle: string
  /** What the person is called, where no other field of the page is compared with the signed name. */
  readonly libellePersonne: string | null
  readonly address: string
  readonly people: readonly string[]
  /** The page may address its letter elsewhere (the place where energy is delivered): a difference is only a doubt. */
  readonly mayDiffer: boolean
}

/** Identifiers of the postal lines: [person lines, lines of the address, postcode, town]. */
const GROUPS = [
  // Notices print and sign one address; the declarants live there.
  { people: [['46'], ['48']], lines: ['4Y'], libelle: 'adresse', libellePersonne: null, mayDiffer: false },
  // Attestations of the foreigners' service, titles, notices of the newer editions.
  {
    people: [['62', '60'], ['46'], ['48']],
    lines: ['6S', '6T', '6U', '6V', '6W', '6X'],
    libelle: 'adresse',
    libellePersonne: null,
    mayDiffer: false,
  },
  // Proofs of address: where the service is delivered, then to whom the bill is sent.
  {
    people: [['10'], ['13', '12']],
    lines: ['20', '21', '22', '23', '24', '25'],
    libelle: 'adresse du logement desservi',
    libellePersonne: 'bénéficiaire',
    mayDiffer: true,
  },
  {
    people: [['14'], ['17', '16']],
    lines: ['27', '28', '29', '2A', '2B', '2C'],
    libelle: 'adresse du destinataire',
    libellePersonne: 'destinataire',
    mayDiffer: false,
  },
] as const

function signedAddresses(reading: TwoDDocReading): SignedAddress[] {
  const text = (ids: readonly string[]): string =>
    ids
      .map(id => fieldText(reading, id)?.replace(/\//g, ' ').trim() ?? '')
      .filter(t => t !== '')
      .join(' ')
  return GROUPS.flatMap(group => {
    const address = text(group.lines)
    const people = group.people.map(text).filter(t => t !== '')
    return address === '' ? [] : [{ ...group, address, people }]
  })
}

/**
 * The addresses of a code against the postal blocks of the page. The block that bears the signed address is the one;
 * without it, the block of the same person. A page that prints neither gives nothing to compare.
 */
export function compareAddresses(context: CheckContext, doc: TwoDDocOnPiece): Comparison[] {
  const signed = signedAddresses(doc.reading)
  if (signed.length === 0) return []
  const blocks = addressBlocks(new PieceText(context.pages)).map(cutBlock)
  return signed.flatMap(s => compareOne(context, doc, s, blocks))
}

function compareOne(
  context: CheckContext,
  doc: TwoDDocOnPiece,
  signed: SignedAddress,
  blocks: readonly { readonly names: readonly Span[]; readonly address: Span | null }[],
): Comparison[] {
  const isOfPerson = (names: readonly Span[]): boolean =>
    names.some(n => signed.people.some(p => personDifference(n.text, p, false) === 'aucune'))
  const isNamed = (names: readonly Span[]): boolean =>
    signed.people.length === 0 || isOfPerson(names) || signed.people.some(p => nameIsPrinted(context, p))
  const placed = blocks.flatMap(({ names, address }) => (address ? [{ names, address }] : []))
  const same = placed.filter(b => addressDifference(b.address.text, signed.address) === 'aucune')
  const [own = null] = [...same.filter(b => isOfPerson(b.names)), ...same]
  if (own) {
    const agreed = comparison(doc, signed.libelle, own.address, signed.address, 'aucune', false)
    const [name] = own.names
    if (!name || signed.libellePersonne === null || isNamed(own.names)) return [agreed]
    // Somebody else at the same address: another name on the same lines, or a relative.
    const [person = ''] = signed.people
    return [agreed, comparison(doc, signed.libellePersonne, name, person, 'nette', true)]
  }
  const [other] = placed.filter(b => isOfPerson(b.names))
  if (!other) return []
  const difference = addressDifference(other.address.text, signed.address)
  return [comparison(doc, signed.libelle, other.address, signed.address, difference, signed.mayDiffer)]
}

/** @param doubtOnly an innocent cause is likely: a difference is never held against anybody */
function comparison(
  doc: TwoDDocOnPiece,
  libelle: string,
  printed: Span,
  signed: string,
  difference: Difference,
  doubtOnly: boolean,
): Comparison {
  const champ = field(printed, printed.text)
  return {
    libelle,
    verdict: judge(difference, champ, 1, doubtOnly ? 'doute' : null),
    detail: `2D-Doc : ${signed}, page : ${printed.text}`,
    preuves: [champPreuve(champ, `Imprimé, ${libelle}`), codePreuve(doc, libelle, signed)],
  }
}
