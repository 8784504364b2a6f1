import type { XmlElement } from './xml.ts'

type Namespaces = ReadonlyMap<string, string>
const XML = 'http://www.w3.org/XML/1998/namespace'

/** Prefixes in scope at the root of the document. */
const NONE: Namespaces = new Map([['xml', XML]])

/**
 * Exclusive XML Canonicalization 1.0 without comments (W3C, xml-exc-c14n) of one element of a document.
 * @param omitted elements left out with all that stands in them
 * @returns `null` when `target` does not stand in `root`, or a prefix is not declared
 */
export function canonicalXml(
  root: XmlElement,
  target: XmlElement,
  omitted: (element: XmlElement) => boolean = () => false,
): string | null {
  const scope = scopeOf(root, target, NONE)
  return scope && write(target, scope, new Map([['xml', XML]]), omitted)
}

/** Namespaces declared above `target`. */
function scopeOf(element: XmlElement, target: XmlElement, above: Namespaces): Namespaces | null {
  if (element === target) return above
  const scope = declare(element, above)
  for (const child of element.children) {
    const found = typeof child === 'string' ? null : scopeOf(child, target, scope)
    if (found) return found
  }
  return null
}

function declare(element: XmlElement, above: Namespaces): Namespaces {
  const declared = [...element.attributes].filter(([name]) => isDeclaration(name))
  return declared.length === 0
    ? above
    : new Map([...above, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)])
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:')
const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

/** @param written namespaces that the output already declares around this element */
function write(
  element: XmlElement,
  above: Namespaces,
  written: Namespaces,
  omitted: (element: XmlElement) => boolean,
): string | null {
  if (omitted(element)) return ''
  const scope = declare(element, above)
  const plain = [...element.attributes].filter(([name]) => !isDeclaration(name))
  const used = new Set([prefixOf(element.name), ...plain.map(([name]) => prefixOf(name)).filter(p => p !== '')])
  if ([...used].some(prefix => prefix !== '' && !scope.has(prefix))) return null
  const fresh = [...used]
    .map(prefix => [prefix, scope.get(prefix) ?? ''] as const)
    .filter(([prefix, uri]) => (written.get(prefix) ?? '') !== uri)
    .sort(([a], [b]) => compare(a, b))
  const uriOf = (name: string): string => (prefixOf(name) === '' ? '' : (scope.get(prefixOf(name)) ?? ''))
  const attributes = plain.sort(([a], [b]) => compare(uriOf(a), uriOf(b)) || compare(local(a), local(b)))
  const around = new Map([...written, ...fresh])
  const children = element.children.map(child =>
    typeof child === 'string' ? escapeText(child) : write(child, scope, around, omitted),
  )
  if (children.includes(null)) return null
  const head = [
    ...fresh.map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`),
    ...attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`),
  ]
  return `<${element.name}${head.join('')}>${children.join('')}</${element.name}>`
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** By code point, as the recommendation asks. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')

const escapeAttribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
