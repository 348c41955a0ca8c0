import type { Attrs, Node } from 'prosemirror-model'

/** Attributes that came with schema 3. Where they say nothing they are not written. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  para: ['look'],
  table: ['look', 'layoutChange'],
  row: ['look', 'layoutChange'],
  cell: ['look', 'layoutChange'],
  footnote: ['endnote'],
}

function storedAttrs(name: string, attrs: Attrs): Attrs | null {
  const added = ADDED[name] ?? []
  const said = Object.keys(attrs).filter(
    (one) => !added.includes(one) || (attrs[one] !== null && attrs[one] !== false),
  )
  if (said.length === 0) return null
  return Object.fromEntries(said.map((one) => [one, attrs[one] as unknown]))
}

/**
 * A text as it is stored, packed and compared, as JSON: what ProseMirror makes of it, but for attributes that came with
 * a later schema and say nothing. So a text that uses nothing new is written, byte for byte, as it always was: saved
 * versions of it are the same, and so are the packages of another desk.
 */
export function storedForm(node: Node): Record<string, unknown> {
  const { name } = node.type
  const attrs = storedAttrs(name, node.attrs)
  return {
    type: name,
    ...(attrs ? { attrs } : {}),
    ...(node.childCount > 0 ? { content: node.children.map(storedForm) } : {}),
    ...(node.marks.length > 0 ? { marks: node.marks.map((mark) => mark.toJSON() as unknown) } : {}),
    ...(node.isText ? { text: node.text } : {}),
  }
}
