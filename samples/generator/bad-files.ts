import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { CodeErreurDepot } from '../../src/domain/erreurs.ts'

/** Files that cannot be processed, and what the product must say of each. */
export interface BadFile {
  readonly name: string
  readonly bytes: Buffer
  /** `null`: opens normally although it looks as if it would not. */
  readonly erreur: CodeErreurDepot | null
  /** What is wrong with it. */
  readonly pourquoi: string
}

/**
 * @param pdf a sound born-digital PDF
 * @param jpeg a sound JPEG
 */
export async function badFiles(pdf: Buffer, jpeg: Buffer): Promise<BadFile[]> {
  return [
    {
      name: 'mot-de-passe.pdf',
      bytes: encrypted(pdf, 'ouverture'),
      erreur: 'fichier-protege',
      pourquoi: 'PDF whose user password is needed to open it (AES-128)',
    },
    {
      name: 'droits-restreints.pdf',
      bytes: encrypted(pdf, ''),
      erreur: null,
      pourquoi: 'PDF with an owner password only: it opens without any, printing is forbidden',
    },
    {
      name: 'tronque.pdf',
      bytes: pdf.subarray(0, Math.floor(pdf.length * 0.4)),
      erreur: 'fichier-illisible',
      pourquoi: 'PDF cut at 40 %: no cross-reference table, no page tree',
    },
    {
      name: 'tronque.jpg',
      bytes: jpeg.subarray(0, 400),
      erreur: 'fichier-illisible',
      pourquoi: 'JPEG cut in its tables: no pixel at all',
    },
    {
      name: 'tronque-au-tiers.jpg',
      bytes: jpeg.subarray(0, Math.floor(jpeg.length / 3)),
      erreur: 'fichier-illisible',
      pourquoi: 'JPEG of which a third arrived',
    },
    { name: 'vide.pdf', bytes: Buffer.alloc(0), erreur: 'fichier-vide', pourquoi: 'empty file' },
    {
      name: 'texte.pdf',
      bytes: Buffer.from(
        'Bonjour,\n\nveuillez trouver ci-joint mon dernier bulletin de salaire.\nCordialement\n',
        'utf8',
      ),
      erreur: 'format-non-accepte',
      pourquoi: 'plain text named .pdf',
    },
    {
      name: 'archive.zip',
      bytes: zip('bulletin.txt', Buffer.from('bulletin de salaire\n')),
      erreur: 'format-non-accepte',
      pourquoi: 'zip archive',
    },
    {
      name: 'pages-blanches.pdf',
      bytes: await blankPages(),
      erreur: 'pages-blanches',
      pourquoi: 'PDF of three pages without any content',
    },
  ]
}

/** AES-128 by qpdf, with its fixed identifier and vector: same bytes at each run (those of AES-256 would have random salts). */
function encrypted(pdf: Buffer, userPassword: string): Buffer {
  const work = mkdtempSync(join(tmpdir(), 'numeriseur-qpdf-'))
  try {
    const [from, to] = [join(work, 'in.pdf'), join(work, 'out.pdf')]
    writeFileSync(from, pdf)
    const fixed = ['--static-id', '--static-aes-iv', '--allow-weak-crypto']
    execFileSync('qpdf', [
      ...fixed,
      '--encrypt',
      userPassword,
      'proprietaire',
      '128',
      '--use-aes=y',
      '--print=none',
      '--',
      from,
      to,
    ])
    return readFileSync(to)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function blankPages(): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (let i = 0; i < 3; i++) pdf.addPage([595.28, 841.89])
  return Buffer.from(await pdf.save())
}

/** A zip of one stored file, as small as the format allows. */
function zip(name: string, content: Buffer): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(content.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), content])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
