/**
 * `npm run train -- [--corrections FILE]`: learns the types of documents from their words and writes `models/types/weights.json` and
 * `models/types/scores.json`. Same code, same corrections: same bytes. Recipe in `models/types/README.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CODES_TYPE } from '../../src/domain/type-piece.ts'
import { namedFeatures } from '../../src/sorting/type-features.ts'
import { TypeModel, type TypeWeights } from '../../src/sorting/type-model.ts'
import { examplesOf, readCorrections, wrongCuts } from './corpus/from-corrections.ts'
import { examplesFromTemplates } from './corpus/from-templates.ts'
import { examplesFromWords, wordLists } from './corpus/from-words.ts'
import { examplesOfProse } from './corpus/prose.ts'
import { exampleOf, TEXTES_HORS_CHAMP } from './corpus/hors-champ.ts'
import { learn, toSparse } from './learn.ts'
import { judge, scoresOf, type Scores } from './scores.ts'

const { values } = parseArgs({
  options: { folds: { type: 'string', default: '3' }, corrections: { type: 'string' } },
})

const SEEDS = [1, 2, 3, 4]
/** A seed of which no document teaches anything. */
const OTHER_SEED = 1001
const TEXTS_PER_TYPE = 120
const PROSE = 500
const FEATURES_KEPT = 20_000
/** Written texts are few: each counts as many of the composed ones. */
const REPEATS = 6

const outside = TEXTES_HORS_CHAMP.filter(t => t.role === 'apprentissage').map(exampleOf)
const drawn = await examplesFromTemplates(SEEDS)
const composed = [
  ...examplesFromWords(1, TEXTS_PER_TYPE),
  ...examplesOfProse(1, PROSE),
  ...Array.from({ length: REPEATS }, () => outside).flat(),
]
const corrections = values.corrections === undefined ? [] : readCorrections(readFileSync(values.corrections, 'utf8'))
const corpus = [...drawn, ...composed, ...examplesOf(corrections)].map(toSparse)

const weights = quotable(learn(corpus, FEATURES_KEPT))
writeFileSync('models/types/weights.json', `${JSON.stringify(weights)}\n`)
const model = new TypeModel(weights)

const unseen = await examplesFromTemplates([OTHER_SEED])
const outsideUnseen = TEXTES_HORS_CHAMP.filter(t => t.role === 'mesure').map(exampleOf)
// Every layout in turn is left out of the corpus, several at once: what the model says of a layout nobody has drawn.
const count = Number(values.folds)
const folds = foldOf(
  unseen.map(e => e.source),
  count,
)
const leftOut = Array.from({ length: count }, (_, fold) => {
  const others = corpus.filter(t => folds.get(t.source) !== fold)
  const blind = new TypeModel(quotable(learn(others, FEATURES_KEPT)))
  return unseen.filter(e => folds.get(e.source) === fold).map(e => judge(e, blind))
}).flat()
const scores: Record<string, Scores> = {
  'known layouts, other people': scoresOf(unseen.map(e => judge(e, model))),
  'layouts left out': scoresOf(leftOut),
  'documents of no type, never seen': scoresOf(outsideUnseen.map(e => judge(e, model))),
}
writeFileSync(
  'models/types/scores.json',
  `${JSON.stringify({ texts: corpus.length, features: FEATURES_KEPT, scores }, null, 2)}\n`,
)
for (const [name, { texts, right }] of Object.entries(scores)) console.log(`${name}: ${right} of ${texts}`)
for (const [reason, n] of wrongCuts(corrections)) console.log(`wrong cut, ${reason}: ${n}`)

/** Layouts of one type fall into different folds as far as there are enough. */
function foldOf(sources: readonly string[], count: number): Map<string, number> {
  const folds = new Map<string, number>()
  for (const type of CODES_TYPE) {
    const own = [...new Set(sources.filter(s => s.startsWith(`${type}/`)))].sort()
    own.forEach((source, i) => folds.set(source, i % count))
  }
  return folds
}

/** Adds the words that may be quoted: those of our lists that were kept. */
function quotable(learnt: Omit<TypeWeights, 'words'>): TypeWeights {
  const bytes = Buffer.from(learnt.features, 'base64')
  const kept = new Set(Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4)))
  const named = wordLists().flatMap(l => [...l.titres, ...l.mentions].flatMap(words => [...namedFeatures(words)]))
  return { ...learnt, words: [...new Set(named.filter(([key]) => kept.has(key)).map(([, words]) => words))].sort() }
}
