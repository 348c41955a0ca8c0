import type { EditorState, Transaction } from 'prosemirror-state'
import { finalWords, wordAt } from '../../../shared/document/anchors.ts'
import type { Range } from '../../../shared/document/index/document-index.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { HighlightColour } from '../../../shared/document/word-attributes.ts'
import type { MarkerPlace } from '../api.ts'

/** The selection; at a caret its word. */
function rangeOf({ doc, selection: { from, to, empty } }: EditorState): Range | null {
  return empty ? wordAt(doc, from) : { from, to }
}

export function markerPlace(state: EditorState): MarkerPlace | null {
  const range = rangeOf(state)
  const words = range ? finalWords(state.doc, range) : ''
  if (!range || words.trim() === '') return null
  let colour: HighlightColour | null = null
  state.doc.nodesBetween(range.from, range.to, ({ marks }) => {
    colour ??= (schema.marks.highlight.isInSet(marks)?.attrs['colour'] as HighlightColour | undefined) ?? null
  })
  return { words, colour }
}

/** Puts that colour in the place of any other, or none; null when that changes nothing. */
export function setMarker(state: EditorState, colour: HighlightColour | null): Transaction | null {
  const range = rangeOf(state)
  if (!range) return null
  const tr = state.tr.removeMark(range.from, range.to, schema.marks.highlight)
  if (colour !== null) tr.addMark(range.from, range.to, schema.mark('highlight', { colour }))
  return tr.docChanged ? tr.scrollIntoView() : null
}
