import { attribute, createXmlBudget, elements, parseXmlText } from '../../../opc/xml.ts'
import { part as wholePart } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import type { Prefix } from '../../../opc/namespaces.ts'
import type { PartFinder } from './part-finder.ts'
import { appended, edited, withPrefixes } from './surgery.ts'
import type { Edit } from './surgery.ts'

type Kind = 'comments' | 'commentsExtended' | 'commentsIds' | 'commentsExtensible'

const ROOTS: Readonly<Record<Kind, readonly [name: string, prefixes: readonly Prefix[]]>> = {
  comments: ['w:comments', ['w', 'w14']],
  commentsExtended: ['w15:commentsEx', ['w15']],
  commentsIds: ['w16cid:commentsIds', ['w16cid']],
  commentsExtensible: ['w16cex:commentsExtensible', ['w16cex']],
}

/** Which row a part has: the attribute that names it, and its value. */
type RowName = readonly [attribute: string, value: string]
type Change = {
  readonly drop: readonly [attribute: string, values: ReadonlySet<string>]
  /** Rows that take the place of those of the same name, or stand at the end. */
  readonly set: readonly (readonly [RowName, Xml])[]
}

/** One of the parts in which Word keeps its comments. */
export type SidePart = {
  text(): string
  /** `text` with `xml` in it already and `added` at its end; the part is made where there is none and something is said. */
  rewrite(text: string, xml: Xml, added: readonly Xml[]): void
  change(change: Change): void
}

export type CommentParts = { of(kind: Kind): SidePart; dropAll(): void }

export function createCommentParts(finder: PartFinder): CommentParts {
  const { parts } = finder
  return {
    of: (kind) => createSidePart(kind, finder),
    dropAll() {
      for (const kind of Object.keys(ROOTS) as Kind[]) finder.drop(kind)
      for (const name of parts.names()) if (/(^|\/)comments[A-Za-z]*\d*\.xml$/.test(name)) parts.remove(name)
    },
  }
}

function createSidePart(kind: Kind, finder: PartFinder): SidePart {
  const { parts } = finder
  const text = (): string => parts.text(finder.find(kind) ?? '') ?? ''
  const rewrite = (words: string, xml: Xml, added: readonly Xml[]): void => {
    const all = added.join('')
    const name = finder.find(kind)
    if (name === undefined) {
      if (all === '') return
      const [root, prefixes] = ROOTS[kind]
      finder.make(kind, new TextDecoder().decode(wholePart(root, prefixes, all)))
      return
    }
    const declared = withPrefixes(words, xml + all)
    parts.setText(name, appended(declared.text, declared.local(all)))
  }
  return {
    text,
    rewrite,
    change({ drop: [by, values], set }) {
      const now = text()
      const rows = now === '' ? [] : elements(parseXmlText(now, { budget: createXmlBudget() }))
      const edits: Edit[] = []
      const added = new Map(set.map(([[name, value], xml]) => [`${name} ${value}`, xml]))
      for (const row of rows) {
        const value = (attribute(row, by) ?? '').toUpperCase()
        const fresh = added.get(`${by} ${value}`)
        if (fresh !== undefined) added.delete(`${by} ${value}`)
        else if (!values.has(value)) continue
        edits.push({ from: row.start, to: row.end, xml: fresh ?? '' })
      }
      if (edits.length === 0 && added.size === 0) return
      const xml = edits.map((one) => one.xml).join('')
      const { local } = withPrefixes(now, xml)
      const localised = edits.map((one) => ({ ...one, xml: one.xml === '' ? '' : local(one.xml) }))
      rewrite(edited(now, localised), xml, [...added.values()])
    },
  }
}
