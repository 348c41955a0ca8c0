import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ImageAttrs } from './attributes.ts'
import { schema } from './schema.ts'

/** The names of all pictures that a text shows, those of deleted ones too. */
export function pictureNames(doc: Node): ReadonlySet<string> {
  const names = new Set<string>()
  doc.descendants((node) => {
    if (node.type === schema.nodes.image) names.add((node.attrs as ImageAttrs).blob)
  })
  return names
}

/** Of a stored text, without building it; a name that only looks like one does no harm. */
export function pictureNamesInJson(json: string): readonly string[] {
  return [...json.matchAll(/"blob":"([0-9a-f]{64})"/g)].map(([, name = '']) => name)
}

/** The same text with its pictures under other names. */
export function withPictures(node: Node, nameOf: (name: string) => string): Node {
  if (node.isText) return node
  const content = node.children.map((child) => withPictures(child, nameOf))
  const { blob } = node.attrs as Partial<ImageAttrs>
  const isRenamed = node.type === schema.nodes.image && blob !== undefined && nameOf(blob) !== blob
  if (!isRenamed && content.every((child, place) => child === node.child(place))) return node
  const attrs = isRenamed ? { ...node.attrs, blob: nameOf(blob) } : node.attrs
  return node.type.create(attrs, Fragment.fromArray(content), node.marks)
}
