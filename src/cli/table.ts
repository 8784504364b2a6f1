import { LABELS_INDICE } from '../domain/indice-pertinence.ts'
import type { Piece, Resultat } from '../domain/resultat.ts'
import { frenchDate } from '../formats/dates.ts'
import { infoTypePiece } from '../domain/type-piece.ts'

const HEADERS = ['Fichier', 'Pages', 'Type', 'Fin de validité', 'NIR masqués', 'Indice'] as const
const MAX_WIDTHS = [34, 8, 40, 15, 11, 28] as const

/** The results as one French table; the motifs of a piece follow its row. */
export function renderTable(resultats: readonly Resultat[]): string {
  const rows = resultats.flatMap(rowsOf)
  const widths = HEADERS.map((header, i) =>
    Math.min(MAX_WIDTHS[i] as number, Math.max(header.length, ...rows.map(r => r.cells[i]?.length ?? 0))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => fit(cell, widths[i] as number))
      .join('  ')
      .trimEnd()
  const out = [line(HEADERS), line(widths.map(w => '-'.repeat(w)))]
  for (const row of rows) {
    out.push(line(row.cells))
    for (const motif of row.motifs) out.push(`    - ${motif}`)
  }
  const pieces = resultats.reduce((n, r) => n + r.pieces.length, 0)
  out.push('', `${count(resultats.length, 'fichier')}, ${count(pieces, 'pièce')}`)
  return `${out.join('\n')}\n`
}

interface Row {
  readonly cells: readonly string[]
  readonly motifs: readonly string[]
}

function rowsOf(resultat: Resultat): Row[] {
  const { fichier } = resultat.depot
  if (resultat.erreur) {
    return [
      {
        cells: [fichier, '', 'Fichier non lu', '', '', LABELS_INDICE.inexploitable],
        motifs: [resultat.erreur.message],
      },
    ]
  }
  return resultat.pieces.map(piece => ({
    cells: [
      fichier,
      pageRange(piece.pages),
      infoTypePiece(piece.type).label,
      frenchDay(piece),
      nirCell(piece),
      LABELS_INDICE[piece.indicePertinence],
    ],
    motifs: piece.motifs,
  }))
}

function nirCell(piece: Piece): string {
  const n = piece.nir.occurrences.length
  if (!piece.nir.neutralise) return 'à masquer'
  return n === 0 ? '' : String(n)
}

function frenchDay({ dateFinValidite, regleValidite }: Piece): string {
  if (dateFinValidite !== null) return frenchDate(dateFinValidite)
  return regleValidite === 'sans-limite' ? 'sans limite' : ''
}

/** `1-3, 5` */
export function pageRange(pages: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < pages.length; i++) {
    const from = pages[i] as number
    while (pages[i + 1] === (pages[i] as number) + 1) i++
    const to = pages[i] as number
    parts.push(from === to ? String(from) : `${from}-${to}`)
  }
  return parts.join(', ')
}

const fit = (text: string, width: number): string =>
  text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`

const count = (n: number, noun: string): string => `${n} ${noun}${n > 1 ? 's' : ''}`
