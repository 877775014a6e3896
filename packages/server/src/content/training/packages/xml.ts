import { XMLParser } from 'fast-xml-parser'
import { PackageError } from './package-error.ts'

/** An element of an XML document; names have no prefix. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  /** The element’s own text, without that of its children. */
  text: string
}

type Node = Readonly<Record<string, unknown>>

const textKey = '#text'
const attributesKey = ':@'

const parser = new XMLParser({
  ...{ preserveOrder: true, removeNSPrefix: true, ignoreAttributes: false },
  ...{ attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false },
  ...{ trimValues: true, ignoreDeclaration: true, ignorePiTags: true },
})

/** Reads an XML document that others wrote: one with a DTD, and so with entities, is refused. */
export function readXml(bytes: Uint8Array, file: string): XmlElement {
  const text = decoded(bytes, file)
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new PackageError(`${file} has a DTD or entities, which could read other files.`)
  let nodes: Node[]
  try {
    nodes = parser.parse(text, true) as Node[]
  } catch (error) {
    throw new PackageError(`${file} is no whole XML document: ${(error as Error).message}`)
  }
  const root = nodes.map(elementOf).find((one) => one !== undefined)
  if (!root) throw new PackageError(`${file} has no XML element.`)
  return root
}

function decoded(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  const mark = first === 0xff && second === 0xfe ? 'utf-16le' : undefined
  const big = first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  try {
    return new TextDecoder(mark ?? big ?? named ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PackageError(`${file} is not in the encoding that it names. Save it as UTF-8.`)
  }
}

function elementOf(node: Node): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey)
  if (name === undefined) return undefined
  const inner = node[name] as Node[]
  return {
    name,
    attributes: (node[attributesKey] ?? {}) as Record<string, string>,
    children: inner.flatMap((one) => elementOf(one) ?? []),
    text: inner
      .flatMap((one) => (typeof one[textKey] === 'string' ? one[textKey] : []))
      .join(' ')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  }
}

/** The children of an element with a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? []
}

/** The first child of an element with a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name)
}
