import sharp from 'sharp'
import type { Raster } from '../../src/domain/raster.ts'

const LINES = Array.from({ length: 26 }, (_, i) =>
  [
    'Je soussignée, propriétaire du logement, déclare avoir reçu le loyer',
    'du mois de septembre pour le bail signé à Bordeaux, charges payées',
    'en plus de la provision habituelle, sans préjudice des révisions',
  ].at(i % 3),
)

/** A letter at 100 dpi turned clockwise by some degrees, drawn large enough to hold all of it. */
export async function drawnPage(degrees: number, extra = ''): Promise<Raster> {
  const text = LINES.map((line, i) => `<text x="90" y="${140 + i * 34}">${line}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169"><rect width="827" height="1169" fill="white"/>
    <g font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="18">${text}</g>${extra}</svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .rotate(degrees, { background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 1, data, dpi: 100 }
}
