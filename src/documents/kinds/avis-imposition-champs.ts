import type { Champ, Champs } from '../../domain/champs.ts'
import { findNumerosFiscaux } from '../../formats/numero-fiscal.ts'
import { anneeEmission, parseReferenceAvis } from '../../formats/reference-avis.ts'
import { fold } from '../../formats/text.ts'
import { champs, computed, field } from '../fields.ts'
import { dates, wholeAmounts, words } from '../parsers.ts'
import { toSpan, wordsAt, type PieceText, type Span } from '../piece-text.ts'
import { matching, readAll, readField, type Parser } from '../read-value.ts'
import { ofSecond, readFoyer } from './avis-imposition-foyer.ts'

/**
 * Fields of a tax notice: avis d'impôt (models 1 and 2), ASDIR, avis de non-imposition. Sources: the State's own notices
 * of 2014 to 2025 as described in the trade's notes; zones are not used, words are.
 */
export function readAvis(text: PieceText): Champs {
  const reference = readReference(text)
  const etablissement = readField(text, ["Date d'établissement", 'Etabli le', "Date de l'avis"], dates, { maxGap: 0.3 })
  const numeros = readNumerosFiscaux(text)
  const foyer = readFoyer(text)
  return champs({
    ...foyer,
    anneeRevenus: readAnnee(text, reference),
    ...numeros,
    referenceAvis: reference,
    nombreParts: readField(text, ['Nombre de parts', 'Nb de parts', 'Parts'], parts, { adjacent: true, maxGap: 0.5 }),
    revenuFiscalReference: readField(text, ['Revenu fiscal de référence', 'RFR'], wholeAmounts, ADJACENT),
    revenuBrutGlobal: readField(text, ['Revenu brut global'], wholeAmounts, ADJACENT),
    revenuImposable: readField(text, ['Revenu imposable', 'Revenu net imposable'], wholeAmounts, ADJACENT),
    dateEtablissement: etablissement,
    dateDocument: etablissement,
    dateMiseEnRecouvrement: readField(
      text,
      ['Date de mise en recouvrement', 'Mise en recouvrement', 'Mis en recouvrement'],
      dates,
      {
        maxGap: 0.3,
        stop: /ETABLI/,
      },
    ),
    montantImpot: readImpot(text),
    situationFamille: readSituation(text),
  })
}

const ADJACENT = { adjacent: true, maxGap: 0.7, rows: 1 } as const

const parts: Parser<number> = matching(/(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)(?![\d.,]|\s?%)/u, raw => {
  const value = Number(raw.replace(',', '.'))
  return value >= 0.25 && value <= 30 && (value * 4) % 1 === 0 ? value : null
})

const ANNEE_REVENUS = [
  /(?:SUR LES |LES |VOS |DES |DE VOS )?REVENUS? (?:PERCUS EN |DE L'ANNEE |DE L ANNEE |ANNEE |DE |EN )?(20[0-4]\d)(?!\d)/g,
  /REVENUS? (?:DE |DE L'ANNEE )?(2[0O][0-4OIL][\dOILSB])(?![\dA-Z])/g,
]
const EMISSION =
  /(?:AVIS D'IMPOT|AVIS D'IMPOSITION|AVIS|IMPOT)(?: ETABLI EN)? (20[0-4]\d)(?!\d)|ETABLIE? EN (20[0-4]\d)/

/** Year of the income: the one that the notice repeats most; else the year before it was issued. */
function readAnnee(text: PieceText, reference: Champ | null): Champ | null {
  for (const pattern of ANNEE_REVENUS) {
    const seen = new Map<number, { count: number; span: Span }>()
    for (const line of text.lines) {
      const folded = fold(line.text)
      for (const match of folded.matchAll(pattern)) {
        const raw = match[1] ?? ''
        const year = Number(raw.replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/B/g, '8'))
        const span = toSpan(line.page, wordsAt(line, match.index + match[0].length - 4, match.index + match[0].length))
        const known = seen.get(year)
        if (known) known.count++
        else if (span) seen.set(year, { count: 1, span })
      }
    }
    const best = [...seen.entries()].sort((a, b) => b[1].count - a[1].count)[0]
    if (best) return field(best[1].span, best[0])
  }
  const issued = EMISSION.exec(fold(text.lines.map(l => l.text).join(' ')))
  const year = issued
    ? Number(issued[1] ?? issued[2])
    : typeof reference?.valeur === 'string'
      ? anneeEmission(reference.valeur)
      : null
  return year === null ? null : computed(year - 1, 0.6)
}

const numeroFiscal: Parser<string> = text =>
  findNumerosFiscaux(text).map(n => ({ value: n.numero, start: n.start, end: n.end }))

/** One numéro fiscal for each declarant: the words around the label tell the second, else the order does. */
function readNumerosFiscaux(text: PieceText): { numeroFiscal?: Champ; numeroFiscal2?: Champ } {
  const labels = ['Numéro fiscal', 'N° fiscal', 'Numéro fiscal de référence', 'Identifiant fiscal', 'Numéro SPI']
  const found = labels.flatMap(label => readAll(text, label, numeroFiscal, { rows: 1, maxGap: 0.4 }))
  const second = found.find(f => ofSecond(f.hit))
  const first = found.find(f => f.value !== second?.value)
  const other = second ?? found.find(f => f.value !== first?.value)
  return {
    ...(first ? { numeroFiscal: field(first.span, first.value) } : {}),
    ...(other && first ? { numeroFiscal2: field(other.span, other.value) } : {}),
  }
}

const references: Parser<string> = matching(
  /(?<![\p{L}\p{N}])(\d{2}(?: ?[\dA-Z]){11,12})(?![\p{L}\p{N}])/u,
  parseReferenceAvis,
)

const readReference = (text: PieceText): Champ | null =>
  readField(
    text,
    [
      "Référence de l'avis d'impôt",
      "Référence de l'avis",
      "Référence d'avis",
      "N° de l'avis",
      'Référence avis',
      'Référence',
    ],
    references,
    {
      rows: 1,
      maxGap: 0.4,
    },
  )

const NON_IMPOSABLE =
  /NON IMPOSABLE|N'ETES PAS IMPOSABLE|N ETES PAS IMPOSABLE|N'AVEZ AUCUN IMPOT|PAS D'IMPOT A PAYER|AVIS DE NON-? ?IMPOSITION/

/** Net tax in whole euros; 0 when the notice says that nothing is due. */
function readImpot(text: PieceText): Champ | null {
  const labels = [
    'Impôt sur le revenu net',
    'Montant net de votre impôt sur le revenu',
    "Montant de l'impôt sur le revenu",
    'Montant de votre impôt',
    "Montant de l'impôt",
    'Total de votre imposition nette',
    'Total de l’imposition nette',
  ]
  const net = readField(text, labels, wholeAmounts, { ...ADJACENT, unless: /\| (?:AVANT|SOUMIS)/ })
  if (net) return net
  for (const line of text.lines) {
    const folded = fold(line.text)
    const match =
      /IMPOT SUR LES? REVENUS? (?:DE )?20\d\d ?:? (\d{1,3}(?: \d{3})*)(?:,00)?(?: ?(?:€|EUR|E\b)|$)/.exec(folded) ??
      /S'ELEVE A (\d{1,3}(?: \d{3})*)(?:,00)? ?(?:€|EUR|E\b)/.exec(folded)
    const span =
      match &&
      toSpan(line.page, wordsAt(line, match.index + match[0].indexOf(match[1] ?? ''), match.index + match[0].length))
    if (span && match[1]) return field(span, Number(match[1].replace(/ /g, '')))
  }
  const none = text.lines.find(l => NON_IMPOSABLE.test(fold(l.text)))
  const span = none && toSpan(none.page, none.words)
  return span ? field(span, 0, 0.9) : null
}

const SITUATIONS: readonly (readonly [RegExp, string])[] = [
  [/^C\b|^CELIBATAIRE/, 'C'],
  [/^M\b|^MARIE/, 'M'],
  [/^O\b|^PACSE/, 'O'],
  [/^D\b|^DIVORCE|^SEPARE/, 'D'],
  [/^V\b|^VEU[FV]/, 'V'],
]

/** Family situation as the tax administration codes it: C, M, O (PACS), D, V. */
function readSituation(text: PieceText): Champ | null {
  const situation: Parser<string> = raw =>
    words(raw).flatMap(w => {
      const code = SITUATIONS.find(([pattern]) => pattern.test(fold(w.value)))?.[1]
      return code === undefined ? [] : [{ ...w, value: code }]
    })
  return readField(
    text,
    ['Situation de famille', 'Situation du foyer', 'Situation de famille du déclarant', 'Situation'],
    situation,
    {
      adjacent: true,
      rows: 1,
      maxGap: 0.4,
    },
  )
}
