import { rng } from '../../../samples/generator/rng.ts'
import type { Rng } from '../../../samples/generator/template.ts'
import { KINDS } from '../../../src/documents/registry.ts'
import type { Cue } from '../../../src/documents/kind.ts'
import { CODES_TYPE, type TypePiece } from '../../../src/domain/type-piece.ts'
import { LEXIQUE_FAMILLE } from '../lexique/famille.ts'
import { LEXIQUE_HORS_CHAMP } from '../lexique/hors-champ.ts'
import { LEXIQUE_IDENTITE } from '../lexique/identite.ts'
import { LEXIQUE_LOGEMENT } from '../lexique/logement.ts'
import { LEXIQUE_RESSOURCES } from '../lexique/ressources.ts'
import type { Vocabulaire } from '../lexique/vocabulaire.ts'
import type { Example } from './example.ts'
import { filler, strangers } from './filler.ts'
import { misread, noiseRate } from './noise.ts'

/**
 * Texts put together from the words that documents of a type carry by law or by custom, in any order: layouts that
 * nobody has drawn. Words come from `lexique/` and from the cues of the kinds of documents.
 * @param perType how many for each type
 */
export function examplesFromWords(seed: number, perType: number): Example[] {
  const lists = wordLists()
  return CODES_TYPE.flatMap(type => {
    const own = lists.filter(l => l.type === type)
    // Types that gather many documents need more texts to show them all.
    const count = type === 'hors-perimetre' ? perType * 6 : type === 'autre-piece-reglementaire' ? perType * 3 : perType
    return Array.from({ length: count }, (_, i) => {
      const random = rng('words', seed, type, i)
      const list = random.pick(own)
      return {
        type,
        source: `mots/${type}`,
        pages: [{ lines: compose(list, random, CARDS.has(type)), card: CARDS.has(type) && random.chance(0.4) }],
      }
    })
  })
}

/** Every list of words: those written for the training, and the cues. None holds a name of a person. */
export const wordLists = (): Vocabulaire[] => [
  ...LEXIQUE_IDENTITE,
  ...LEXIQUE_FAMILLE,
  ...LEXIQUE_RESSOURCES,
  ...LEXIQUE_LOGEMENT,
  ...LEXIQUE_HORS_CHAMP,
  ...fromCues(),
]

const CARDS: ReadonlySet<TypePiece> = new Set([
  'carte-nationale-identite',
  'passeport',
  'titre-de-sejour',
  'carte-etudiant',
  'carte-invalidite',
])

/** The cues of each kind as lists of words; a nature is a list of its own, with the words common to its kind. */
function fromCues(): Vocabulaire[] {
  return KINDS.flatMap(({ type, cues, natures = [] }) => {
    const groups = natures.length === 0 ? [cues] : natures.map(n => [...cues, ...n.cues])
    return groups.map(group => {
      const own = group.filter(c => c.weight > 0)
      const titled = own.filter(isTitle).map(c => c.words)
      return { type, titres: titled.length > 0 ? titled : own.map(c => c.words), mentions: own.map(c => c.words) }
    })
  })
}

const isTitle = ({ where, weight }: Cue): boolean => where === 'head' && weight >= 4

function compose({ titres, mentions }: Vocabulaire, random: Rng, card: boolean): string[] {
  const lines: string[] = []
  const shown = (text: string): string => (random.chance(0.25) ? text.toUpperCase() : text)
  const fill = (chance: number): void => {
    while (random.chance(chance)) lines.push(filler(random))
  }
  fill(card ? 0.1 : 0.6)
  const titles = random.pick([0, 1, 1, 1, 2])
  for (let i = 0; i < titles; i++) lines.push(shown(random.pick(titres)))
  if (random.chance(0.15)) lines.push(shown(`${random.pick(titres)} ${random.pick(mentions)}`))
  const count = Math.max(2, Math.round(mentions.length * random.pick([0.1, 0.2, 0.35, 0.5])))
  for (let i = 0; i < count; i++) {
    fill(card ? 0.15 : 0.35)
    const mention = random.pick(mentions)
    lines.push(random.chance(0.4) ? `${mention} ${filler(random)}` : shown(mention))
  }
  // Every document mentions others.
  if (random.chance(0.35)) lines.push(strangers(random))
  fill(0.4)
  const rate = noiseRate(random)
  return lines.map(line => misread(line, rate, random))
}
