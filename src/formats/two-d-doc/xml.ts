/** The part of XML that a signed trusted list is made of: elements, attributes, text. No document type, ever. */
export interface XmlElement {
  /** As written: `ds:Signature`. */
  readonly name: string
  /** Every attribute as written, namespace declarations included, values decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{N}_.\-]*)?`
const TOKEN = new RegExp(
  String.raw`<!--(?:(?!--).)*-->|<\?.*?\?>|<!\[CDATA\[(?<cdata>.*?)\]\]>|</(?<close>${NAME})\s*>|<(?<open>${NAME})(?<attributes>(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'suy',
)
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'gu')

/**
 * Reads an XML document strictly; comments and processing instructions are left out.
 * @returns the root element, `null` when it is not well formed or holds a document type
 */
export function parseXml(source: string): XmlElement | null {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (XmlElement | string)[] }
  const open = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups
    const parent = open.at(-1)
    if (!groups || !parent) return null
    if (groups['cdata'] !== undefined) parent.children.push(groups['cdata'])
    else if (groups['text'] !== undefined) {
      const decoded = decode(groups['text'])
      if (decoded === null) return null
      parent.children.push(decoded)
    } else if (groups['close'] !== undefined) {
      if (open.length === 1 || parent.name !== groups['close']) return null
      open.pop()
    } else if (groups['open'] !== undefined) {
      const attributes = attributesOf(groups['attributes'] ?? '')
      if (attributes === null) return null
      const element = { name: groups['open'], attributes, children: [] as (XmlElement | string)[] }
      parent.children.push(element)
      if (groups['empty'] !== '/') open.push(element)
    }
  }
  const elements = root.children.filter(c => typeof c !== 'string')
  const stray = root.children.some(c => typeof c === 'string' && c.trim() !== '')
  return open.length === 1 && elements.length === 1 && !stray ? (elements[0] ?? null) : null
}

function attributesOf(source: string): Map<string, string> | null {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decode((double ?? single ?? '').replace(/[\t\n]/g, ' '))
    if (value === null || attributes.has(name)) return null
    attributes.set(name, value)
  }
  return attributes
}

function decode(text: string): string | null {
  let known = true
  const decoded = text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));|&/gi,
    (_, hex?: string, dec?: string, name?: string) => {
      const point = hex === undefined ? Number(dec) : parseInt(hex, 16)
      if (name === undefined && point > 0 && point <= 0x10ffff) return String.fromCodePoint(point)
      const character = name === undefined ? undefined : ENTITIES[name]
      if (character === undefined) known = false
      return character ?? ''
    },
  )
  return known ? decoded : null
}

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

/** Elements of a local name (no prefix), anywhere below, in document order. */
export function descendants(element: XmlElement, local: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap(child => [...(localName(child.name) === local ? [child] : []), ...descendants(child, local)])
}

/** All text below an element, trimmed. */
export const textOf = (element: XmlElement): string =>
  element.children
    .map(c => (isElement(c) ? textOf(c) : c))
    .join('')
    .trim()

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
