import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesHoldNir, findResidue } from '../../src/masking/residue.ts'
import { anyNir, cases, groupsOf } from '../formats/nir-samples.ts'

const NIR = '269054958815780'
const SPACED = '2 69 05 49 588 157 80'
const bytes = (text: string, encoding: BufferEncoding = 'latin1'): Buffer => Buffer.from(text, encoding)
const around = (part: Uint8Array): Buffer =>
  Buffer.concat([bytes('%PDF-1.7 1 0 obj 12 '), part, bytes(' endstream 345')])

describe('NIR left in texts', () => {
  it('a number with its key, with its label, or already known is counted', () => {
    expect(findResidue(['rien', `reste ${SPACED}`, 'NIR 2690549588157'])).toBe(2)
    expect(findResidue(['Dossier 26905 4958 8157'], [NIR])).toBe(1)
    expect(findResidue(['Dossier 26905 4958 8157', 'x'])).toBe(0)
    expect(findResidue([`${SPACED} et ${SPACED}`], [NIR])).toBe(2)
  })

  it('on a document that carries none a number needs two proofs there too', () => {
    expect(findResidue(['Code 269054958815780'])).toBe(1)
    expect(findResidue(['Code 269054958815780'], [], 'quittance-de-loyer')).toBe(0)
    expect(findResidue([`Mme ALIX ${SPACED}`], [], 'quittance-de-loyer')).toBe(1)
  })

  it('masked texts hold none', () => {
    expect(findResidue(['N° SS [NIR neutralisé]', 'SIRET 732 829 320 00074', 'Matricule 00123'], [NIR])).toBe(0)
  })
})

describe('known NIR in bytes', () => {
  it.each([
    ['figures', bytes(NIR)],
    ['figures without key', bytes(NIR.slice(0, 13))],
    ['spaced', bytes(SPACED)],
    ['non-breaking spaces in UTF-8', bytes(SPACED.replaceAll(' ', '\u00a0'), 'utf8')],
    ['one figure after the other in a PDF string', bytes(`[${[...NIR].map(d => `(${d})`).join('')}]TJ`)],
    ['UTF-16, little end first', bytes(SPACED, 'utf16le')],
    ['UTF-16, big end first', bytes(NIR, 'utf16le').swap16()],
    ['hexadecimal', bytes(bytes(NIR).toString('hex'))],
    ['hexadecimal of the spaced form, capitals', bytes(bytes(SPACED).toString('hex').toUpperCase())],
    ['hexadecimal of dots', bytes(bytes(SPACED.replaceAll(' ', '.')).toString('hex').toUpperCase())],
    ['hexadecimal of UTF-16', bytes(bytes(NIR, 'utf16le').swap16().toString('hex'))],
    ['octal escapes', bytes([...NIR].map(d => `\\${d.charCodeAt(0).toString(8).padStart(3, '0')}`).join(''))],
    ['base64', bytes(bytes(NIR).toString('base64'))],
    ['base64, one byte further', bytes(bytes(`x${NIR}yz`).toString('base64'))],
    ['base64, two bytes further', bytes(bytes(`xy${SPACED}z`).toString('base64'))],
    [
      'base64 in lines',
      bytes(
        bytes(`${'x'.repeat(50)}${NIR}`)
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n'),
      ),
    ],
  ])('%s', (_, part) => {
    expect(bytesHoldNir(around(part), [NIR])).toBe(true)
    expect(bytesHoldNir(around(part), ['180127512345642'])).toBe(false)
  })

  it('Corsica: the letter must stand in its place', () => {
    const corsican = '253072A07300443'
    expect(bytesHoldNir(bytes('x 2 53 07 2A 073 004 43'), [corsican])).toBe(true)
    expect(bytesHoldNir(bytes('253072a073004', 'utf16le'), [corsican])).toBe(true)
    expect(bytesHoldNir(bytes('2530720730044'), [corsican])).toBe(false)
    expect(bytesHoldNir(bytes('2 53 07 2B 073 004'), [corsican])).toBe(false)
  })

  it('figures far from each other are no number', () => {
    expect(bytesHoldNir(bytes('2 69 05 49 588 and much later 157'), [NIR])).toBe(false)
    expect(bytesHoldNir(bytes(''), [NIR])).toBe(false)
    expect(bytesHoldNir(bytes(NIR), [])).toBe(false)
  })

  it('any number in any coding is found, another is not', () => {
    const coding = fc.constantFrom<(nir: string) => Buffer>(
      n => bytes(groupsOf(n).join(' ')),
      n => bytes(n, 'utf16le'),
      n => bytes(bytes(n).toString('hex')),
      n => bytes(bytes(n).toString('base64')),
    )
    fc.assert(
      fc.property(anyNir, anyNir, coding, (nir, other, code) => {
        expect(bytesHoldNir(around(code(nir)), [nir])).toBe(true)
        if (other.slice(0, 13) !== nir.slice(0, 13)) expect(bytesHoldNir(around(code(nir)), [other])).toBe(false)
      }),
      { numRuns: cases(1000) },
    )
  })
})
