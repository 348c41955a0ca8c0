import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { ParagraphProperties, ParagraphStyle } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { paragraphAbove } from '../tables/above.ts'
import { splitAt } from './insert-blocks.ts'
import { outdented } from './list-levels.ts'
import { liveTextOf } from './live-text.ts'
import { giveProperties, ownerAttrs } from './properties.ts'
import { removeSelected } from './remove-selected.ts'

/** Styles that are followed by body text when Enter is pressed at their end. */
const FOLLOWED_BY_BODY: readonly ParagraphStyle[] = [
  'headline',
  'standfirst',
  'byline',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'caption',
]

/** An empty list item goes one level out, or leaves the list; null for anything else. */
function leaveEmptyItem({ doc, selection, tr }: EditorState): Transaction | null {
  const span = selection.empty ? spanAt(doc, selection.from) : null
  const list = span && ownerAttrs(span).list
  if (!span || !list || liveTextOf(span).text !== '') return null
  giveProperties(tr, span.ownerFrom, { list: outdented(list) })
  return tr
}

/** What the paragraph after Enter is to have. */
function following(seen: ParagraphProperties, isAtEnd: boolean): Partial<ParagraphProperties> {
  const { list } = seen
  return {
    ...(isAtEnd && FOLLOWED_BY_BODY.includes(seen.style) ? { style: 'body' as const } : {}),
    // The number that a list begins with stays with its first item.
    ...(list?.start === undefined ? {} : { list: { kind: list.kind, level: list.level } }),
  }
}

/**
 * Enter. The right-hand paragraph keeps the ¶ (with its tracking state); the left one gets a new ¶ and what was seen
 * there, which is its owner's where its own ¶ is deleted. On an empty list item it goes out a level instead.
 */
export const splitParagraph: Command = (state, dispatch) => {
  const instead = leaveEmptyItem(state) ?? paragraphAbove(state)
  if (instead) {
    dispatch?.(instead.scrollIntoView())
    return true
  }
  const { tr } = state
  if (!state.selection.empty) removeSelected(tr)
  const at = tr.selection.from
  const span = spanAt(tr.doc, at)
  if (!span) return false
  if (!dispatch) return true
  const seen = ownerAttrs(span)
  const next = following(seen, liveTextOf(span, at).text === '')
  const before = tr.doc.resolve(at).before()
  splitAt(tr, at)
  giveProperties(tr, span.ownerFrom === before ? at + 1 : span.ownerFrom + 2, next)
  tr.setSelection(TextSelection.create(tr.doc, at + 2))
  dispatch(tr.scrollIntoView())
  return true
}

export const insertBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  const tr = state.selection.empty ? state.tr : removeSelected(state.tr)
  if (!tr.selection.$from.parent.isTextblock) return false
  dispatch?.(
    tr.replaceSelectionWith(schema.nodes.hardBreak.create(null, null, marks), false).scrollIntoView(),
  )
  return true
}
