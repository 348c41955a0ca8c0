import type { Package } from '../opc/read.ts'
import { readRelations } from '../opc/relations.ts'
import type { Relation } from '../opc/relations.ts'
import type { Part } from '../opc/write.ts'
import { createXmlBudget, xmlText } from '../opc/xml.ts'

/** The parts of a Word package while they are changed as text. */
export type PackageText = {
  names(): readonly string[]
  /** Of an XML part, with the addresses of Transitional; empty for none. */
  text(name: string): string
  set(name: string, text: string): void
  /** Of a part, or of the package itself where `part` is empty. */
  relations(part: string): readonly Relation[]
  dropRelations(part: string, wanted: (relation: Relation) => boolean): void
  /** Takes away the parts that were named before and are not any more, and what the package says of them. */
  dropUnnamed(): void
  /** Takes away all parts that nothing names, be they so from the beginning. */
  dropLoose(): void
  bytes(name: string): Uint8Array | undefined
  setBytes(name: string, bytes: Uint8Array): void
  parts(): readonly Part[]
}

export function createPackageText(pack: Package): PackageText {
  const data = new Map(pack.names.map((name) => [name, pack.get(name) ?? new Uint8Array()]))
  const find = (name: string): string =>
    pack.names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name
  const text = (name: string): string => {
    const bytes = data.get(find(name))
    return bytes ? xmlText(bytes) : ''
  }
  const relations = (part: string): readonly Relation[] =>
    readRelations({ names: [...data.keys()], get: (name) => data.get(find(name)) }, part, createXmlBudget())
  const set = (name: string, words: string): void => {
    data.set(find(name), Buffer.from(inUtf8(words), 'utf8'))
  }
  const named = (): ReadonlySet<string> => reachable(relations)
  const before = named()
  // A Strict file of which one part is read as Transitional becomes Transitional as a whole.
  for (const name of pack.names) if (isXml(name) && isStrict(data.get(name))) set(name, text(name))
  const drop = (gone: readonly string[]): void => {
    if (gone.length === 0) return
    for (const name of gone) {
      data.delete(name)
      data.delete(find(relationsPart(name)))
    }
    const wanted = gone.map((name) => `/${name}`)
    set(TYPES, withoutRows(text(TYPES), 'PartName', wanted))
  }
  return {
    names: () => [...data.keys()],
    text,
    set,
    relations,
    dropRelations(part, wanted) {
      const ids = relations(part)
        .filter((relation) => wanted(relation))
        .map((relation) => relation.id)
      if (ids.length > 0) set(relationsPart(part), withoutRows(text(relationsPart(part)), 'Id', ids))
    },
    dropUnnamed() {
      const after = named()
      const isGone = (name: string): boolean =>
        before.has(name.toLowerCase()) && !after.has(name.toLowerCase())
      drop([...data.keys()].filter(isGone))
    },
    dropLoose() {
      const after = new Set([...named()].map(decoded))
      const isNamed = (name: string): boolean => name === '' || after.has(decoded(name.toLowerCase()))
      drop([...data.keys()].filter((name) => name !== TYPES && !isNamed(sourceOf(name))))
    },
    bytes: (name) => data.get(name),
    setBytes: (name, bytes) => void data.set(name, bytes),
    parts: () => [...data].map(([name, bytes]) => ({ name, data: bytes })),
  }
}

const TYPES = '[Content_Types].xml'

function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name)
}

function isStrict(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && Buffer.from(bytes).includes('http://purl.oclc.org/ooxml/')
}

/** A part that was in UTF-16 is written in UTF-8 and says so. */
function inUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** The part whose relations a part holds, else the part itself. */
function sourceOf(name: string): string {
  return name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2')
}

/** Spaces and the like of a name may be written as they are or by their numbers. */
function decoded(name: string): string {
  return name.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)))
}

/** Names, in lower case, of the parts that can be come to from the package's own relations. */
function reachable(relations: PackageText['relations']): ReadonlySet<string> {
  const seen = new Set<string>()
  const queue = ['']
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const { target, external } of relations(part)) {
      const name = target.toLowerCase()
      if (external || seen.has(name)) continue
      seen.add(name)
      queue.push(target)
    }
  }
  return seen
}

const ROW =
  /<(?:[\w.-]+:)?(Relationship|Override)\s(?:[^"'>]|"[^"]*"|'[^']*')*?(?:\/>|>\s*<\/(?:[\w.-]+:)?\1>)/g

function withoutRows(text: string, key: 'Id' | 'PartName', values: readonly string[]): string {
  const gone = new Set(values.map((value) => value.toLowerCase()))
  return text.replace(ROW, (row) => {
    const value = new RegExp(`\\s${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(row)
    return value && gone.has((value[1] ?? value[2] ?? '').toLowerCase()) ? '' : row
  })
}
