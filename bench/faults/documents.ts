import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Sent } from './fleet.ts'

/** Fictional employers: the stand-in for the register knows each by its SIRET. */
export const EMPLOYERS = ['ATELIERS DU BEFFROI', 'FONDERIE DES ESSAIS', 'MENUISERIE DU LAC'].map((nom, i) => ({
  nom,
  siret: withKey(`${withKey(`9870000${i}`)}0001`),
}))

/** Eight small files of all sorts: receipts, a picture, a bundle of twelve pages, payslips of three employers. */
export async function smallFiles(): Promise<Sent[]> {
  const bundle = [...[11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map(receipt), payslip(0), receipt(21)]
  return [
    { nom: 'liasse.pdf', bytes: await pdfOf(bundle) },
    { nom: 'quittance-photo.jpg', bytes: await pictureOf(receipt(1)) },
    ...(await Promise.all([2, 3, 4].map(async n => ({ nom: `quittance-${n}.pdf`, bytes: await pdfOf([receipt(n)]) })))),
    ...(await Promise.all(
      EMPLOYERS.map(async (_, n) => ({ nom: `bulletin-${n}.pdf`, bytes: await pdfOf([payslip(n)]) })),
    )),
  ]
}

/** So many files of one page; every tenth is a picture. */
export function manyFiles(count: number): Promise<Sent[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) =>
      i % 10 === 9
        ? { nom: `photo-${i}.jpg`, bytes: await pictureOf(receipt(100 + i)) }
        : { nom: `quittance-${i}.pdf`, bytes: await pdfOf([receipt(100 + i)]) },
    ),
  )
}

/** So many scans of one page, of which the words must be read from the pixels. */
export function scannedFiles(count: number, from: number): Promise<Sent[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => ({
      nom: `scan-${from + i}.jpg`,
      bytes: await pictureOf([...receipt(from + i), ...payslip(0)]),
    })),
  )
}

const receipt = (number: number): readonly string[] => [
  'QUITTANCE DE LOYER',
  `Quittance n° ${number}`,
  'Bailleur : SCI DES TILLEULS, 4 rue des Essais, 75001 Paris',
  'Locataire : Camille EXEMPLE',
  'Période du 1er octobre 2026 au 31 octobre 2026',
  `Loyer : ${500 + number},00 euros. Charges : 50,00 euros. Total : ${550 + number},00 euros.`,
]

const payslip = (employer: number): readonly string[] => [
  'BULLETIN DE PAIE',
  `Employeur : ${EMPLOYERS[employer]?.nom ?? ''}`,
  `SIRET : ${EMPLOYERS[employer]?.siret ?? ''}   Code NAF : 1623Z`,
  'Salariée : Camille EXEMPLE',
  'N° de sécurité sociale : 2 69 05 49 588 157 80',
  'Période du 1er octobre 2026 au 31 octobre 2026',
  'Salaire brut : 2 000,00   Net imposable : 1 620,00',
  'Net à payer : 1 560,00   Payé le 30/10/2026',
]

async function pdfOf(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const lines of pages) {
    const page = pdf.addPage([595, 842])
    lines.forEach((text, i) => page.drawText(text, { x: 60, y: 740 - i * 28, size: 13, font }))
  }
  return pdf.save()
}

/** The same drawn as a scan of 150 dpi: its words must be read from its pixels. */
function pictureOf(lines: readonly string[]): Promise<Uint8Array> {
  const texts = lines.map((text, i) => `<text x="124" y="${212 + i * 58}">${text}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754" font-family="sans-serif" font-size="27"><rect width="1240" height="1754" fill="white"/>${texts}</svg>`
  return sharp(Buffer.from(svg)).greyscale().withMetadata({ density: 150 }).jpeg({ quality: 85 }).toBuffer()
}

/** Adds the figure that makes the sum of Luhn a multiple of ten. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
