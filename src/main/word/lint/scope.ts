import { PREFIX_OF } from '../../opc/namespaces.ts'

/**
 * What prefixes mean at one place of a part. Names of rules carry the one prefix of their namespace; a file may call
 * it otherwise, and nearly none does, so that answers are kept.
 */
export type Scope = {
  /** `w:p` for whatever the file calls it; null when its prefix is not declared. */
  readonly nameOf: (raw: string) => string | null
  /** The attribute's name as the file writes it; null when no prefix stands for its namespace. */
  readonly rawAttribute: (name: string) => string | null
  /** What an attribute is by its name as written. */
  readonly kindOf: (raw: string) => AttributeKind
  readonly declares: (prefix: string) => boolean
  readonly inner: (declared: ReadonlyMap<string, string>) => Scope
}

/** `relation` names a relation of the part; `unknown` has a prefix that nothing declares. */
export type AttributeKind = 'relation' | 'unknown' | 'plain'

export function createScope(uris: ReadonlyMap<string, string>): Scope {
  const names = new Map<string, string | null>()
  const attributes = new Map<string, string | null>()
  const kinds = new Map<string, AttributeKind>()
  const ours = new Map<string, string>()
  for (const [prefix, uri] of uris) ours.set(prefix, PREFIX_OF.get(uri) ?? '?')

  function findName(raw: string): string | null {
    const colon = raw.indexOf(':')
    const prefix = colon < 0 ? '' : raw.slice(0, colon)
    const local = raw.slice(colon + 1)
    if (prefix === 'xml' || prefix === 'xmlns' || raw === 'xmlns') return raw
    const known = ours.get(prefix)
    if (known === undefined) return prefix === '' ? local : null
    return `${known}:${local}`
  }

  function findAttribute(name: string): string | null {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const prefix = name.slice(0, colon)
    for (const [raw, known] of ours) {
      if (known === prefix && raw !== '') return `${raw}${name.slice(colon)}`
    }
    return null
  }

  function findKind(raw: string): AttributeKind {
    const name = findName(raw)
    if (name === null) return 'unknown'
    return name.startsWith('r:') ? 'relation' : 'plain'
  }

  return {
    kindOf: (raw) => kept(kinds, raw, findKind),
    nameOf: (raw) => kept(names, raw, findName),
    rawAttribute: (name) => kept(attributes, name, findAttribute),
    declares: (prefix) => uris.has(prefix),
    inner: (declared) => createScope(new Map([...uris, ...declared])),
  }
}

function kept<T>(map: Map<string, T>, key: string, find: (key: string) => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const found = find(key)
  map.set(key, found)
  return found
}
