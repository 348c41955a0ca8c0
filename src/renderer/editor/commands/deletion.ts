import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/document-index.ts'
import { isMarkDeleted, paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { restCaret } from '../tracking/stamp.ts'
import { liveText } from './live-text.ts'
import type { LiveText } from './live-text.ts'

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
  const tr = state.selection.empty ? atCaret() : state.tr.deleteSelection()
  // Handled even where there is nothing to take, or the browser would take something itself.
  if (tr && dispatch) dispatch(restCaret(tr, side).scrollIntoView())
  return true
}

function backward(state: EditorState, unit: Unit): Transaction | null {
  const { $from } = state.selection
  if ($from.parentOffset === 0 && paragraphAttrs($from.parent).list) {
    return state.tr.setNodeAttribute($from.before(), 'list', null)
  }
  let start = $from.start()
  let index = $from.index(0)
  let end = $from.pos
  for (;;) {
    const range = lastPart(liveText(state.doc.child(index), start, start, end), unit)
    if (range) return removeAt(state, range, range.from)
    if (index === 0) return null
    const previous = state.doc.child(index - 1)
    if (!isMarkDeleted(previous)) {
      const boundary = start - 1
      return state.tr.join(boundary)
    }
    index -= 1
    end = start - 2
    start = end - previous.content.size
  }
}

function forward(state: EditorState, unit: Unit): Transaction | null {
  const { $from } = state.selection
  let start = $from.start()
  let index = $from.index(0)
  let from = $from.pos
  for (;;) {
    const paragraph = state.doc.child(index)
    const range = firstPart(liveText(paragraph, start, from), unit)
    if (range) return removeAt(state, range, range.to)
    if (index === state.doc.childCount - 1) return null
    const end = start + paragraph.content.size
    if (!isMarkDeleted(paragraph)) {
      const tr = state.tr.join(end + 1)
      return tr.setSelection(TextSelection.create(tr.doc, end))
    }
    index += 1
    start = end + 2
    from = start
  }
}

function removeAt(state: EditorState, range: Range, caret: number): Transaction {
  const tr = state.tr.delete(range.from, range.to)
  return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(caret)))
}

function lastPart({ text, positions }: LiveText, unit: Unit): Range | null {
  if (text === '') return null
  const word = unit === 'word' ? /\S+\s*$|\s+$/u.exec(text) : null
  let index = word?.index ?? 0
  if (!word) for (const segment of graphemes.segment(text)) index = segment.index
  return between(positions, index, positions.length - 1)
}

function firstPart({ text, positions }: LiveText, unit: Unit): Range | null {
  if (text === '') return null
  const word = unit === 'word' ? /^\s*\S+|^\s+/u.exec(text) : null
  const [first] = graphemes.segment(text)
  return between(positions, 0, (word?.[0].length ?? first?.segment.length ?? 1) - 1)
}

function between(positions: readonly number[], first: number, last: number): Range | null {
  const from = positions[first]
  const to = positions[last]
  return from === undefined || to === undefined ? null : { from, to: to + 1 }
}
