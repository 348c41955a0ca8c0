import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Transform } from 'prosemirror-transform'
import type { ParagraphAttrs, ParagraphProperties } from '../../../shared/document/attributes.ts'
import { setAttributesOf } from '../../../shared/document/tracking/rewrite.ts'
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

/** Of the wanted properties those that the paragraph does not have. */
function differing(paragraph: Node, wanted: Partial<ParagraphProperties>): Partial<ParagraphProperties> {
  const before = propertiesOf(paragraphAttrs(paragraph))
  const after = { ...before, ...wanted }
  const names = (['style', 'list', 'align', 'look'] as const).filter(
    (name) => !sameProperties(before, { ...before, [name]: after[name] }),
  )
  return Object.fromEntries(names.map((name) => [name, after[name]]))
}

/** Sets what differs at the paragraph before which `position` stands; no step moves a position. */
export function giveProperties(tr: Transform, position: number, wanted: Partial<ParagraphProperties>): void {
  const paragraph = tr.doc.nodeAt(position)
  if (!paragraph) return
  for (const [name, value] of Object.entries(differing(paragraph, wanted))) {
    tr.setNodeAttribute(position, name, value)
  }
}

/** Changes every visible paragraph of the selection; null when that changes nothing. */
export function changeProperties(
  state: EditorState,
  change: (attrs: ParagraphAttrs) => Partial<ParagraphProperties>,
): Transaction | null {
  const { tr } = state
  const places = selectedSpans(state)
    .map((span) => {
      const node = span.container.child(span.owner)
      return { before: span.ownerFrom, node, attrs: differing(node, change(ownerAttrs(span))) }
    })
    .filter(({ attrs }) => Object.keys(attrs).length > 0)
  setAttributesOf(tr, places)
  return tr.docChanged ? tr : null
}
