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
