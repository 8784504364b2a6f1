import type { Champ } from '../../domain/champs.ts'
import { fold, foldWords } from '../../formats/text.ts'
import { addressBlocks, cutBlock } from '../address-block.ts'
import { field } from '../fields.ts'
import { bareName, cutName } from '../names.ts'
import { words } from '../parsers.ts'
import { personFields, type ChampsPersonne } from '../people.ts'
import { cutCell, type Hit, type PieceText } from '../piece-text.ts'
import { around, readAll, type Parser } from '../read-value.ts'

/** Words that say "of the second declarant", in the label or just after it. */
const SECOND = /\b(?:DECLARANT|DECLAR|DECL|DEC|CONJOINT) ?[2Z]\b|\bCONJOINT\b|\b2E DECLARANT\b/

export const ofSecond = (hit: Hit): boolean =>
  SECOND.test(`${foldWords(cutCell(hit.line, hit.from, hit.to).text)} | ${around(hit)}`)

const TITLE = /^(?:M\.?|MR|MME|MLLE|MONSIEUR|MADAME) /i
const SECOND_LINE = /^(?:OU|ET) /i

interface Foyer extends ChampsPersonne {
  readonly declarant1?: Champ
  readonly declarant2?: Champ
  readonly adresse?: Champ
}

const SERVICE = /CENTRE|FINANCES|SERVICE|\bSIP\b|DIRECTION|TRESOR|IMPOTS|ACCUEIL|CEDEX|TSA /

/** The household: the postal block of the notice, or the declarants under their labels. */
export function readFoyer(text: PieceText): Foyer {
  const block = addressBlocks(text)
    .map(cutBlock)
    .find(
      ({ names, address }) =>
        names.length > 0 && !names.some(n => SERVICE.test(fold(n.text))) && !SERVICE.test(fold(address?.text ?? '')),
    )
  const names = block?.names ?? []
  // The postal bar code above the block reads as letters: the line with a title is the first declarant's.
  const one = names.find(n => TITLE.test(n.text)) ?? names.find(n => !SECOND_LINE.test(n.text))
  const two = names.find(n => n !== one && SECOND_LINE.test(n.text))
  const first = one ?? null
  const cut = first && cutName(first.text)
  const labelled = readLabelledDeclarants(text)
  return {
    ...(first && cut ? { ...personFields(first, cut), declarant1: field(first, declarantName(first.text)) } : labelled),
    ...(two ? { declarant2: field(two, declarantName(two.text.replace(/^(?:OU|ET) /i, ''))) } : {}),
    ...(labelled.declarant2 && !two ? { declarant2: labelled.declarant2 } : {}),
    ...(block?.address ? { adresse: field(block.address, block.address.text) } : {}),
  }
}

/** "DUPONT MARIE" without title and usage name. */
const declarantName = (text: string): string =>
  bareName(text.replace(/ (?:EP|EPOUSE|ÉPOUSE|NEE?|NÉE?|VVE|VEUVE) .*$/u, '')).toUpperCase()

/** A surname with given names, in capitals as the administration prints them. */
const nameLine: Parser<string> = raw => {
  const [found] = words(raw)
  const shown = found?.value ?? ''
  const isName = shown === shown.toUpperCase() && shown.split(' ').length <= 7 && !/\d/.test(shown)
  return found && isName && cutName(shown)?.prenoms ? [found] : []
}

function readLabelledDeclarants(text: PieceText): Foyer {
  const labels = ['Etat civil du déclarant 1', 'Déclarant 1', 'Etat civil du déclarant 2', 'Déclarant 2', 'Conjoint']
  const found = labels.flatMap(label =>
    readAll(text, label, nameLine, { adjacent: true, rows: 1, maxGap: 0.4, unless: /\bFISCAL\b/ }),
  )
  const one = found.find(f => !ofSecond(f.hit))
  const two = found.find(f => ofSecond(f.hit))
  const cut = one && cutName(one.value)
  return {
    ...(one && cut ? { ...personFields(one.span, cut), declarant1: field(one.span, declarantName(one.value)) } : {}),
    ...(two ? { declarant2: field(two.span, declarantName(two.value)) } : {}),
  }
}
