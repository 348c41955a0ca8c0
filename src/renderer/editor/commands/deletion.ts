import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/index/document-index.ts'
import { isMarkDeleted, propertiesOf } from '../../../shared/document/tracking-state.ts'
import { offsetOf, paragraphAfter, paragraphBefore, spanAt } from '../../../shared/document/visible-span.ts'
import { restCaret } from '../tracking/stamp.ts'
import { liveText, liveTextOf } from './live-text.ts'
import type { LiveText } from './live-text.ts'
import { giveProperties, ownerAttrs } from './properties.ts'
import { removeSelected } from './remove-selected.ts'

/**
 * Backspace and Delete over a text that holds deleted words: they step over whole deleted runs and deleted ¶ and
 * take the next living character, as Word does.
 */
export type Unit = 'character' | 'word'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function deleteBackward(unit: Unit): Command {
  return (state, dispatch) => run(state, dispatch, 'before', () => backward(state, unit))
}

export function deleteForward(unit: Unit): Command {
  return (state, dispatch) => run(state, dispatch, 'after', () => forward(state, unit))
}

function run(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  side: 'before' | 'after',
  atCaret: () => Transaction | null,
): boolean {
  const tr = state.selection.empty ? atCaret() : removeSelected(state.tr)
  // Handled even where there is nothing to take, or the browser would take something itself.
  if (tr && dispatch) dispatch(restCaret(tr, side).scrollIntoView())
  return true
}

/** At the start of a list item its list goes before anything is joined. */
function leaveList(state: EditorState): Transaction | null {
  const at = state.selection.from
  const span = spanAt(state.doc, at)
  if (!span || !ownerAttrs(span).list || liveTextOf(span, span.from, at).text !== '') return null
  const { tr } = state
  giveProperties(tr, span.ownerFrom, { list: null })
  return tr
}

function backward(state: EditorState, unit: Unit): Transaction | null {
  const { $from } = state.selection
  if (!$from.parent.isTextblock) return null
  const list = leaveList(state)
  if (list) return list
  const container = $from.node(-1)
  const content = $from.start(-1)
  let index = $from.index(-1)
  let end = $from.pos
  for (;;) {
    const start = content + offsetOf(container, index) + 1
    const range = lastPart(liveText(container.child(index), start, start, end), unit)
    if (range) return removeAt(state, range, range.from)
    const before = paragraphBefore(container, index)
    if (before === null) return null
    if (!isMarkDeleted(container.child(before))) {
      // Over a table no paragraph can be joined with another.
      return before === index - 1 ? joinAt(state, start - 1) : null
    }
    index = before
    end = Infinity
  }
}

function forward(state: EditorState, unit: Unit): Transaction | null {
  const { $from } = state.selection
  if (!$from.parent.isTextblock) return null
  const container = $from.node(-1)
  const content = $from.start(-1)
  let index = $from.index(-1)
  let from = $from.pos
  for (;;) {
    const paragraph = container.child(index)
    const start = content + offsetOf(container, index) + 1
    const range = firstPart(liveText(paragraph, start, from), unit)
    if (range) return removeAt(state, range, range.to)
    const after = paragraphAfter(container, index)
    if (after === null) return null
    if (!isMarkDeleted(paragraph)) {
      if (after !== index + 1) return null
      const end = start + paragraph.content.size
      const tr = joinAt(state, end + 1)
      return tr.setSelection(TextSelection.create(tr.doc, end))
    }
    index = after
    from = 0
  }
}

/** Joins the paragraphs on both sides; the whole has the properties of the left one, as in ProseMirror. */
function joinAt({ doc, tr }: EditorState, boundary: number): Transaction {
  const left = spanAt(doc, boundary - 1)
  const right = spanAt(doc, boundary + 1)
  tr.join(boundary)
  const isOwnerApart = left && right && right.ownerFrom !== boundary
  if (isOwnerApart) giveProperties(tr, right.ownerFrom - 2, propertiesOf(ownerAttrs(left)))
  return tr
}

function removeAt(state: EditorState, range: Range, caret: number): Transaction {
  const tr = state.tr.delete(range.from, range.to)
  return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(caret)))
}

function lastPart(live: LiveText, unit: Unit): Range | null {
  const { text } = live
  if (text === '') return null
  const word = unit === 'word' ? /\S+\s*$|\s+$/u.exec(text) : null
  let index = word?.index ?? 0
  if (!word) for (const segment of graphemes.segment(text)) index = segment.index
  return between(live, index, text.length - 1)
}

function firstPart(live: LiveText, unit: Unit): Range | null {
  const { text } = live
  if (text === '') return null
  const word = unit === 'word' ? /^\s*\S+|^\s+/u.exec(text) : null
  const [first] = graphemes.segment(text)
  return between(live, 0, (word?.[0].length ?? first?.segment.length ?? 1) - 1)
}

function between({ positions, ends }: LiveText, first: number, last: number): Range | null {
  const from = positions[first]
  const to = ends[last]
  return from === undefined || to === undefined ? null : { from, to }
}
