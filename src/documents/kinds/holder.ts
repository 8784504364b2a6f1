import { foldWords } from '../../formats/text.ts'
import { cutName, type NomLu } from '../names.ts'
import { namesApart, personFields, type ChampsPersonne } from '../people.ts'
import { toSpan, wordsAt, type PieceText } from '../piece-text.ts'
import { readNear, type Parsed, type Parser } from '../read-value.ts'

type Order = 'nom-prenoms' | 'prenoms-nom'

interface HolderOptions {
  /** Words just before the name, surest first. */
  readonly labels: readonly string[]
  /** Folded words around a label that make it another one. */
  readonly unless?: RegExp
  /** Order of names in one case, without a known given name. */
  readonly order?: Order
  /** Surname and given name under labels of their own belong to the holder. */
  readonly apart?: boolean
  /** Words just after the name that say who it is: "M. X, ci-après dénommé le locataire". */
  readonly quality?: RegExp
  /** Without label, the first titled name of the first page names the holder. */
  readonly anywhere?: boolean
}

const TITLE = '(?:M\\.?|MM\\.?|Mr\\.?|MR\\.?|Mme|MME|Mlle|MLLE|Monsieur|MONSIEUR|Madame|MADAME|Mademoiselle)'
const PARTICLES = "(?:de|du|des|la|le|van|von|el|ben|d'|née?|NÉE?|NEE|épouse|ép\\.?)"
const NAME_WORD = "\\p{Lu}[\\p{L}'’.-]*"
const NAME = `${NAME_WORD}(?:\\s+(?:${PARTICLES}\\s+)*${NAME_WORD})*`
const TITLED = new RegExp(`(?<!\\p{L})${TITLE}(?:\\s+(?:et|ou)\\s+${TITLE})?\\s+((?:${PARTICLES}\\s+)*${NAME})`, 'gu')
const UNTITLED = new RegExp(`^(?:\\(?e\\)?|[\\s,:–-])*(${NAME_WORD}(?: +(?:${PARTICLES} +)*${NAME_WORD})+)`, 'u')
const ONLY_PARTICLE = /^(?:DE|DU|DES|LE|LA|LES|ET)$/
/** Offices that a title announces too. */
const OFFICE = /^(?:LE |LA |L')?(?:PR[ÉE]SIDENT|PR[ÉE]F[EÈ]T|MAIRE|JUGE|DIRECT|DOCTEUR|PROCUREUR|MONSIEUR|MADAME)/iu
/** Words with capital initials that open a cell and are no name: an address, the next label, a sentence. */
const NOT_A_NAME =
  /^(?:LE|LA|LES|UN|UNE|RUE|AVENUE|B[ÂA]T|B[ÂA]TIMENT|R[ÉE]SIDENCE|LOCATAIRE|BAILLEUR|LOGEMENT|R[ÉE]F[ÉE]RENCE|CONTRAT|NOM|PR[ÉE]NOMS?|ADRESSE|CLIENT|DATE|HABITAT|OFFICE|SOCI[ÉE]T[ÉE]|PAR|SUR|POUR|ARTICLE)(?!\p{L})/iu

/** Names that a title announces: "Mme Awa DIARRA", "M. et Mme TRAN VAN MINH". */
const titledNames =
  (order: Order): Parser<NomLu> =>
  text =>
    [...text.matchAll(TITLED)].flatMap(match => {
      const name = match[1] ?? ''
      const title = match[0].slice(0, match[0].length - name.length)
      // The title belongs to the name: what stands before a value is its label.
      return nameAt(name, match.index + match[0].length, order, title).map(found => ({ ...found, start: match.index }))
    })

/** A titled name, else two words and more with capital initials that open the cell. */
export const proseNames =
  (order: Order): Parser<NomLu> =>
  text => {
    const [titled] = titledNames(order)(text)
    const match = UNTITLED.exec(text)
    const [opening] =
      match && !NOT_A_NAME.test(match[1] ?? '') ? nameAt(match[1] ?? '', match.index + match[0].length, order) : []
    // A title of the name itself may open the cell; a titled name further on is another person's.
    if (opening && (!titled || opening.end < titled.start)) return [opening]
    return titled ? [titled] : []
  }

function nameAt(name: string, end: number, order: Order, title = ''): Parsed<NomLu>[] {
  const bare = name.replace(/[.'’-]+$/u, '')
  if (OFFICE.test(bare)) return []
  // Address blocks in capitals print the surname first, sentences the given name.
  const value = cutName(`${title}${bare}`, bare === bare.toUpperCase() ? 'nom-prenoms' : order)
  return value && value.nom.length > 1 && !ONLY_PARTICLE.test(value.nom)
    ? [{ value, start: end - name.length, end }]
    : []
}

/**
 * The person a document in prose or a letter is about: under labels of his own, after the words that announce him, else
 * the first titled name of the first page that is not the signatory's.
 */
export function readHolder(text: PieceText, options: HolderOptions): ChampsPersonne {
  const order = options.order ?? 'prenoms-nom'
  if (options.apart === true) {
    const apart = namesApart(text)
    if (apart.nom && apart.prenoms) return apart
  }
  const qualified = options.quality && withQuality(text, order, options.quality)
  if (qualified) return qualified
  const prose = options.labels.map(label => afterLabel(text, label, options)).find(p => p !== null)
  if (prose) return prose
  const unless = options.unless ? { unless: options.unless } : {}
  // Below words of a sentence stands the next line of it, or a stranger.
  const near =
    readNear(text, options.labels, proseNames(order), { where: ['right'], maxGap: 0.35, ...unless }) ??
    readNear(text, options.labels, proseNames(order), { where: ['below'], rows: 2, maxCellWords: 6, ...unless })
  if (near) return personFields(near.span, near.value)
  return options.anywhere === false ? {} : firstTitled(text, order)
}

/**
 * The titled names of a line, the last one completed by the next line when the end of the line cuts it after one word or
 * after the title: "avoir reçu de Mme Étienne / BEAUCHÊNE".
 */
function namesOver(own: string, next: string, order: Order): readonly Parsed<NomLu>[] {
  const names = titledNames(order)(own)
  // Given names without a surname in capitals go on when the next line opens with one.
  const surnameFollows = /^\p{Lu}[\p{Lu}'’-]+(?!\p{L})/u.test(next)
  const isWhole = ({ value, start, end }: Parsed<NomLu>): boolean =>
    end < own.trimEnd().length ||
    /\p{Lu}{2}/u.test(own.slice(start, end).replace(/^\S+/u, '')) ||
    (!surnameFollows && (value.prenoms !== null || value.nom.includes(' ')))
  const complete = names.filter(isWhole)
  const cut = titledNames(order)(`${own} ${next}`).find(
    n => n.start < own.length && n.end > own.length && !complete.some(c => c.start === n.start),
  )
  return cut ? [...complete, cut] : names
}

/** The name after a label in running text. */
function afterLabel(
  text: PieceText,
  label: string,
  { order = 'prenoms-nom', unless }: HolderOptions,
): ChampsPersonne | null {
  for (const hit of text.findAll(label)) {
    const { line, to } = hit
    const next = text.lines[line.index + 1]
    const rest = line.words.slice(to)
    if (rest.length === 0 || rest.length > 9 || next?.page !== line.page || line.cells.length > 1) continue
    const own = rest.map(w => w.text).join(' ')
    if (unless?.test(` | ${foldWords(own)}`)) continue
    const [name] = namesOver(own, next.text, order)
    // Names that stand whole on the line are found by their place.
    const span =
      name &&
      name.end > own.length &&
      toSpan(line.page, wordsAt({ words: [...rest, ...next.words] }, name.start, name.end))
    if (span) return personFields(span, name.value)
  }
  return null
}

/** The titled name that some words follow at once, on its line or the next one. */
function withQuality(text: PieceText, order: Order, quality: RegExp): ChampsPersonne | null {
  for (const [i, line] of text.lines.entries()) {
    const next = text.lines[i + 1]
    const after = next?.page === line.page ? ` ${next.text}` : ''
    const found = titledNames(order)(line.text)
    for (const [k, name] of found.entries()) {
      const end = found[k + 1]?.start ?? Infinity
      const rest = end === Infinity ? line.text.slice(name.end) + after : line.text.slice(name.end, end)
      const span = toSpan(line.page, wordsAt(line, name.start, name.end))
      if (span && quality.test(rest)) return personFields(span, name.value)
    }
  }
  return null
}

/** Words just before a name that make it the signatory's or an officer's, and just after it. */
const SIGNATORY =
  /(?:soussign|docteur|ma[îi]tre|g[ée]rant|mandataire|pr[ée]sident|bailleur|propri[ée]taire|dossier suivi)[^.]{0,25}$/iu
const OFFICER =
  /^[\s,]*(?:avocat|notaire|commissaire|huissier|m[ée]decin|direct|greffi|adjoint|bailleur|propri[ée]taire)/iu

/** The first titled name of the first page, possibly cut by the end of its line, that is not the signatory's. */
function firstTitled(text: PieceText, order: Order): ChampsPersonne {
  const [first] = text.pages
  for (const line of text.lines) {
    if (line.page !== first?.page) continue
    const next = text.lines[line.index + 1]
    for (const cell of line.cells) {
      const goesOn = line.cells.length === 1 && next?.page === line.page
      const joined = goesOn ? `${cell.text} ${next.text}` : cell.text
      const words = [...line.words.slice(cell.from, cell.to), ...(goesOn ? next.words : [])]
      for (const name of namesOver(cell.text, goesOn ? next.text : '', order)) {
        if (SIGNATORY.test(joined.slice(0, name.start))) continue
        const span = toSpan(line.page, wordsAt({ words }, name.start, name.end))
        if (span && !OFFICER.test(joined.slice(name.end))) return personFields(span, name.value)
      }
    }
  }
  return {}
}
