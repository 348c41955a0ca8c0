import { nameIn, notWellFormed } from './xml-names.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
/** Name of XML 1.0, production 5. */
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u')

export type Resolved = {
  /** As everybody calls it. */
  readonly name: string
  /** Namespace and name, which no two attributes of an element may share. */
  readonly expanded: string
}
/** A start tag as it was read. */
export type KnownTag = {
  readonly name: string
  readonly written: string
  readonly attributes: ReadonlyMap<string, string>
  readonly isWhole: boolean
  /** The scope within, where the tag declares one. */
  readonly inner: Scope | null
  /** Of its text. */
  readonly length: number
}

/** The namespaces at a place of a file, and what names mean there. */
export type Scope = {
  element(written: string): string
  attribute(written: string): Resolved
  /** The name of an attribute that was met here before. */
  knownAttribute(written: string): string | undefined
  /** Tags that stand there again and again, as most do, by their text. */
  readonly tags: Map<string, KnownTag>
  /** The scope within an element that declares namespaces: pairs of the attribute's name and the address. */
  within(declared: readonly (readonly [written: string, uri: string])[]): Scope
}

export function rootScope(): Scope {
  return createScope(new Map([['xml', XML]]))
}

function createScope(uris: ReadonlyMap<string, string>): Scope {
  const elements = new Map<string, string>()
  const attributes = new Map<string, Resolved>()
  const resolve = (written: string, otherwise: string): readonly [uri: string, local: string] => {
    const [prefix, local, more] = written.split(':')
    if (!NAME.test(written) || prefix === undefined || more !== undefined) return notWellFormed()
    if (local === undefined) return [otherwise, prefix]
    const uri = uris.get(prefix)
    if (uri === undefined || prefix === '' || !NAME.test(local)) return notWellFormed()
    return [uri, local]
  }
  return {
    tags: new Map(),
    element(written) {
      const known = elements.get(written)
      if (known !== undefined) return known
      const name = nameIn(...resolve(written, uris.get('') ?? ''))
      elements.set(written, name)
      return name
    },
    attribute(written) {
      const known = attributes.get(written)
      if (known !== undefined) return known
      const [uri, local] = resolve(written, '')
      const resolved = { name: nameIn(uri, local), expanded: `${uri} ${local}` }
      attributes.set(written, resolved)
      return resolved
    },
    knownAttribute: (written) => attributes.get(written)?.name,
    within(declared) {
      const inner = new Map(uris)
      for (const [written, uri] of declared) {
        const prefix = written.slice('xmlns:'.length)
        if (written !== 'xmlns' && (uri === '' || !NAME.test(prefix) || prefix.includes(':'))) notWellFormed()
        if (prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML)) notWellFormed()
        inner.set(prefix, uri)
      }
      return createScope(inner)
    },
  }
}
