import type { Attrs, Node } from 'prosemirror-model'

/** Attributes that came with schema 3. Where they say nothing they are not written. */
const ADDED: ReadonlySet<string> = new Set(['look', 'layoutChange', 'endnote'])

function storedAttrs(attrs: Attrs): Attrs | null {
  const stored: Record<string, unknown> = {}
  let isEmpty = true
  for (const name in attrs) {
    const value: unknown = attrs[name]
    if ((value === null || value === false) && ADDED.has(name)) continue
    stored[name] = value
    isEmpty = false
  }
  return isEmpty ? null : stored
}

/**
 * A text as it is stored, packed and compared, as JSON: what ProseMirror makes of it, but for attributes that came with
 * a later schema and say nothing. So a text that uses nothing new is written, byte for byte, as it always was: saved
 * versions of it are the same, and so are the packages of another desk. Built property by property, in the order of
 * ProseMirror: a long text has tens of thousands of nodes.
 */
export function storedForm(node: Node): Record<string, unknown> {
  const stored: Record<string, unknown> = { type: node.type.name }
  const attrs = node.isText ? null : storedAttrs(node.attrs)
  if (attrs) stored['attrs'] = attrs
  if (node.childCount > 0) stored['content'] = node.children.map(storedForm)
  if (node.marks.length > 0) stored['marks'] = node.marks.map((mark) => mark.toJSON() as unknown)
  if (node.isText) stored['text'] = node.text
  return stored
}
