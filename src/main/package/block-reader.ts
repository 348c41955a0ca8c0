import type { Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import { parseDocument } from '../../shared/document/stored-steps.ts'

export type ReadBlock = {
  readonly node: Node
  /** As it stood in the text it was first found in. */
  readonly json: string
}

export type ReadText =
  | { readonly ok: true; readonly blocks: readonly ReadBlock[] }
  | { readonly ok: false; readonly message: string }

/**
 * Reads the texts of one article. Its saved versions share most of their paragraphs: one that was read and found right is
 * taken again, as the very same node, so that what was worked out for it holds too.
 */
export function createBlockReader(): (text: string) => ReadText {
  const known = new Map<string, ReadBlock>()
  return (text) => {
    const found = blocksOf(text)
    if (found === null) return { ok: false, message: 'a text in it is no document' }
    const fresh = new Map(found.filter(([json]) => !known.has(json)))
    if (fresh.size > 0) {
      // The last paragraph of a document is one; here that may be a table.
      const end = schema.nodes.para.create().toJSON() as unknown
      const parsed = parseDocument({ type: 'doc', content: [...fresh.values(), end] })
      if (!parsed.ok) return { ok: false, message: parsed.message.replace(/\.$/, '').toLowerCase() }
      for (const [place, json] of [...fresh.keys()].entries()) {
        known.set(json, { node: parsed.doc.child(place), json })
      }
    }
    const blocks = found.flatMap(([json]) => known.get(json) ?? [])
    return schema.nodes.doc.validContent(schema.nodes.doc.create(null, nodesOf(blocks)).content)
      ? { ok: true, blocks }
      : { ok: false, message: 'a text in it is no whole document' }
  }
}

export function nodesOf(blocks: readonly ReadBlock[]): readonly Node[] {
  return blocks.map(({ node }) => node)
}

/** As `JSON.stringify(storedForm(doc))` of a document of these blocks. */
export function documentText(blocks: readonly string[]): string {
  return `{"type":"doc","content":[${blocks.join(',')}]}`
}

/** Each block of a document with its JSON text; null where it is none. */
function blocksOf(text: string): readonly (readonly [string, unknown])[] | null {
  try {
    const json = JSON.parse(text) as { readonly type?: unknown; readonly content?: unknown } | null
    if (json?.type !== 'doc' || !Array.isArray(json.content)) return null
    return (json.content as readonly unknown[]).map((block) => [JSON.stringify(block), block])
  } catch {
    return null
  }
}
