import { Slice } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import { stripTracking } from './strip.ts'

/** What leaves on the clipboard: the final projection, without marks of changes, comments or claims. */
export function finalSlice(slice: Slice): Slice {
  if (slice.content.firstChild?.type !== schema.nodes.para) return stripTracking(slice)
  const final = project(schema.nodes.doc.create(null, slice.content), 'final')
  return stripTracking(new Slice(final.content, slice.openStart, slice.openEnd))
}
