import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleTwoDDocs } from '../../../src/formats/two-d-doc/assemble.ts'
import { parseDataZone } from '../../../src/formats/two-d-doc/data-zone.ts'
import { dataIdentifier } from '../../../src/formats/two-d-doc/dictionary.ts'
import { parseTwoDDoc } from '../../../src/formats/two-d-doc/parse.ts'
import { fieldText, type TwoDDocField, type TwoDDocReading } from '../../../src/formats/two-d-doc/two-d-doc-reading.ts'
import { contentOf, VECTORS, vector, type ExpectedField } from './vectors.ts'

const read = (content: string): TwoDDocReading => {
  const parsed = parseTwoDDoc(content)
  if (parsed.kind !== 'read') throw new Error(parsed.kind)
  return parsed.reading
}

const asExpected = (field: TwoDDocField): ExpectedField => ({
  id: field.id,
  value: field.text,
  ...(field.truncated ? { truncated: true } : {}),
  ...(field.short ? { short: true } : {}),
})

const NOT_READ = new Set(['bad-header'])
const readable = VECTORS.filter(
  v => !v.segments && !v.dataZoneOnly && !v.expected.binary && !NOT_READ.has(v.expected.error ?? ''),
)

describe('2D-Doc contents', () => {
  it.each(readable)('$id: header, fields, signature and annexe', v => {
    const reading = read(contentOf(v))
    const { header, fields, annex, signature, unknownIdentifiers, unknownType } = v.expected
    for (const [name, value] of Object.entries(header ?? {})) {
      if (name === 'marker') continue
      const ours = name === 'ca' ? reading.header.authority : reading.header[name as keyof typeof reading.header]
      expect([name, ours]).toEqual([name, value])
    }
    if (fields) expect(reading.fields.map(asExpected)).toEqual(fields)
    expect(reading.annexe.map(asExpected)).toEqual(annex ?? [])
    if (signature) {
      expect(reading.signature.kind === 'present' ? reading.signature.bytes.length : 0).toBe(signature.bytes)
      expect(reading.signature.kind === 'missing').toBe(!signature.present)
    }
    const unknown = reading.fields.filter(f => f.label === null && dataIdentifier(f.id) === null).map(f => f.id)
    if (fields) expect(unknown).toEqual(unknownIdentifiers ?? [])
    if (unknownType) expect(reading.typeLabel).toBeNull()
  })

  it.each(VECTORS.filter(v => NOT_READ.has(v.expected.error ?? '')))('$id: a header that cannot be is said so', v => {
    expect(parseTwoDDoc(contentOf(v))).toEqual({ kind: 'bad-header' })
  })

  it.each(VECTORS.filter(v => v.dataZoneOnly))('$id: a message without header', v => {
    expect(parseDataZone(v.raw ?? '').map(asExpected)).toEqual(v.expected.fields)
  })

  it('a binary 2D-Doc is recognised, its header read, its message left', () => {
    const v = vector('binary-header')
    const { country, ca, certificate, issueDate, signatureDate, type, perimeter } = v.expected.header ?? {}
    expect(parseTwoDDoc(contentOf(v))).toEqual({
      kind: 'unsupported',
      form: 'binaire',
      header: { country, authority: ca, certificate, issueDate, signatureDate, type, perimeter },
    })
    expect(parseTwoDDoc(contentOf(v).slice(0, 10))).toEqual({ kind: 'unsupported', form: 'binaire', header: null })
  })

  it('the next generation of 2D-Doc is recognised, not read', () => {
    expect(parseTwoDDoc(`KFRMI6${'BB9.0V6UKK%$ABCDEF012345'.repeat(3)}`)).toEqual({
      kind: 'unsupported',
      form: 'iso-22376',
    })
  })

  it('other barcodes are no 2D-Doc', () => {
    for (const content of ['%0000ABCD', 'https://verify.example/abc', '01034531200000111719112510ABCD1234', 'DCX4', ''])
      expect(parseTwoDDoc(content)).toEqual({ kind: 'other' })
  })

  it('a header with dates that are not hexadecimal, or cut short, is bad', () => {
    const { raw = '' } = vector('syn-28-p256')
    expect(parseTwoDDoc(raw.replace('FFFF2480', 'FFFFGHIJ'))).toEqual({ kind: 'bad-header' })
    expect(parseTwoDDoc(raw.slice(0, 25))).toEqual({ kind: 'bad-header' })
  })

  it('the text of a pass in a link is read, the link is not followed', () => {
    const { raw = '' } = vector('tac-vaccine-valid')
    const link = `https://bonjour.example/app/wallet?v=${encodeURIComponent(raw)}`
    expect(read(link)).toEqual(read(raw))
    expect(parseTwoDDoc('https://bonjour.example/app/wallet?v=DC04%ZZ')).toEqual({ kind: 'other' })
  })

  it('separators written out as text are seen', () => {
    const { raw = '' } = vector('syn-28-p256')
    const typed = raw.replaceAll('\u001d', '<GS>').replaceAll('\u001f', '<US>')
    expect(read(typed).signature.kind).toBe('written-out')
  })

  it('values are decoded by their kind', () => {
    const value = (id: string, field: string): unknown =>
      read(contentOf(vector(id))).fields.find(f => f.id === field)?.value
    expect(value('ref-v4-04', '43')).toBe(2.75)
    expect(value('ref-v4-04', '41')).toBe(63198)
    expect(value('ref-v4-04', '45')).toBe(2021)
    expect(value('ref-v4-04', '4A')).toBe('2022-07-31')
    expect(value('ref-24', '4W')).toBe(-182)
    expect(value('df-doe-john', '4A')).toBeNull()
    expect(value('syn-06-payslip', '53')).toBe('2025-07-01')
    expect(value('syn-06-payslip', '54')).toBe('2025-07-31')
    expect(value('syn-06-payslip', '58')).toBe(1800.5)
    expect(value('syn-empty-fields', '48')).toBeNull()
    expect(value('ref-v3-08', '6F')).toMatch(/^P<FRASPECIMEN<<NATACHA<+07CD123044FRA7307122F1603062<+04$/)
    expect(value('ref-v4-12', '0C')).toBe('huissier-justice.fr/1896547853AB')
    expect(value('tac-test-empty-field', 'F6')).toBe('2021-04-12T08:00')
  })

  it('a field cut by its issuer says so, and its last characters are not lost', () => {
    const [field] = parseDataZone('46DE LA TOUR DU PIN\u001e')
    expect(field).toMatchObject({ id: '46', text: 'DE LA TOUR DU PIN', truncated: true })
  })

  it('what is written in a message is read back, whatever ends each field', () => {
    const ids = ['43', '44', '45', '46', '47', '4A', '41', '4V', '10', '62', '60', 'ZQ']
    const value = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /'), maxLength: 12 })
    const field = fc.record({ id: fc.constantFrom(...ids), value, cut: fc.boolean() }).map(f => {
      const entry = dataIdentifier(f.id)
      const text = entry?.fixed
        ? f.value.padEnd(entry.min, '0').slice(0, entry.min)
        : f.value.slice(0, entry?.max ?? 99)
      return { id: f.id, text, fixed: entry?.fixed ?? false, full: entry?.max === text.length, cut: f.cut }
    })
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), fields => {
        const message = fields
          .map(f => f.id + f.text + (f.fixed ? '' : f.cut ? '\u001e' : f.full ? '' : '\u001d'))
          .join('')
        expect(parseDataZone(message).map(({ id, text, truncated }) => ({ id, text, truncated }))).toEqual(
          fields.map(({ id, text, fixed, cut }) => ({ id, text, truncated: !fixed && cut })),
        )
      }),
    )
  })

  it('any text is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 255 }).map(c => String.fromCharCode(c)) }), text => {
        expect(() => parseTwoDDoc(`DC04FR00T256FFFF24802801FR${text}`)).not.toThrow()
        expect(() => parseTwoDDoc(text)).not.toThrow()
      }),
    )
  })
})

describe('a code spread over several symbols', () => {
  const { segments = [] } = vector('multi-code')
  const whole = contentOf(vector(vector('multi-code').expected.sameAs ?? ''))

  it('is put together whatever the order, a symbol read twice counting once', () => {
    expect(assembleTwoDDocs(segments)).toEqual([whole])
    expect(assembleTwoDDocs([...segments].reverse())).toEqual([whole])
    expect(assembleTwoDDocs([...segments, segments[0] ?? ''])).toEqual([whole])
  })

  it('is left alone when a symbol is missing, and so are other codes', () => {
    const [first = ''] = segments
    expect(assembleTwoDDocs([first])).toEqual([first])
    expect(assembleTwoDDocs([whole, 'EAN1234567890'])).toEqual([whole, 'EAN1234567890'])
  })

  it('keeps its fields readable as one', () => {
    expect(fieldText(read(assembleTwoDDocs(segments)[0] ?? ''), '41')).toBe('18243')
  })
})
