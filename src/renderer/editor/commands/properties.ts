import type { EditorState, Transaction } from 'prosemirror-state'
import type { Transform } from 'prosemirror-transform'
import type { ParagraphAttrs, ParagraphProperties } from '../../../shared/document/attributes.ts'
import { paragraphAttrs, propertiesOf, sameProperties } from '../../../shared/document/tracking-state.ts'
import { spansBetween } from '../../../shared/document/visible-span.ts'
import type { VisibleSpan } from '../../../shared/document/visible-span.ts'

/**
 * Properties of paragraphs, as commands read and set them: those of the owner, the first paragraph whose ¶ stands.
 * What a paragraph with a deleted ¶ has of its own is not seen.
 */

export function ownerAttrs({ container, owner }: VisibleSpan): ParagraphAttrs {
  return paragraphAttrs(container.child(owner))
}

/** The visible paragraphs of the selection, in text order. */
export function selectedSpans({ doc, selection }: EditorState): readonly VisibleSpan[] {
  return selection.ranges.flatMap(({ $from, $to }) => spansBetween(doc, $from.pos, $to.pos))
}

/** Sets what differs at the paragraph before which `position` stands; no step moves a position. */
export function giveProperties(tr: Transform, position: number, wanted: Partial<ParagraphProperties>): void {
  const paragraph = tr.doc.nodeAt(position)
  if (!paragraph) return
  const before = propertiesOf(paragraphAttrs(paragraph))
  const after = { ...before, ...wanted }
  for (const name of ['style', 'list', 'align'] as const) {
    if (!sameProperties(before, { ...before, [name]: after[name] })) {
      tr.setNodeAttribute(position, name, after[name])
    }
  }
}

/** Changes every visible paragraph of the selection; null when that changes nothing. */
export function changeProperties(
  state: EditorState,
  change: (attrs: ParagraphAttrs) => Partial<ParagraphProperties>,
): Transaction | null {
  const { tr } = state
  for (const span of selectedSpans(state)) giveProperties(tr, span.ownerFrom, change(ownerAttrs(span)))
  return tr.docChanged ? tr : null
}
