import type { ResolvedPos } from 'prosemirror-model'
import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorState, Selection } from 'prosemirror-state'
import { schema } from '../../../shared/document/schema.ts'
import { noteAround } from './place.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One character on within the text there; null at its end. */
function nextCharacter($at: ResolvedPos, isForward: boolean): number | null {
  const text = (isForward ? $at.nodeAfter : $at.nodeBefore)?.text
  if (text === undefined) return null
  const parts = [...graphemes.segment(text)]
  const width = (isForward ? parts[0] : parts.at(-1))?.segment.length ?? 0
  return isForward ? $at.pos + width : $at.pos - width
}

function isBesideNote({ nodeAfter, nodeBefore }: ResolvedPos): boolean {
  const { footnote } = schema.nodes
  return nodeAfter?.type === footnote || nodeBefore?.type === footnote
}

/** Beside a sign: browsers take the places on both sides of one for the same, and skip a character. */
function besideNote({ doc, selection }: EditorState, isForward: boolean, extend: boolean): Selection | null {
  const { $head, anchor } = selection
  const beside = isForward ? $head.nodeAfter : $head.nodeBefore
  if (beside?.type === schema.nodes.footnote) {
    const from = isForward ? $head.pos : $head.pos - beside.nodeSize
    if (!extend) return NodeSelection.create(doc, from)
    return TextSelection.create(doc, anchor, isForward ? from + beside.nodeSize : from)
  }
  const next = nextCharacter($head, isForward)
  if (next === null || !(isBesideNote($head) || isBesideNote(doc.resolve(next)))) return null
  return TextSelection.create(doc, extend ? anchor : next, next)
}

/** From the edge of a note's text to its own side of the sign. */
function outOfText({ doc, selection: { $head } }: EditorState, isForward: boolean): Selection | null {
  const note = noteAround($head)
  if (!note) return null
  const edge = isForward
    ? TextSelection.near(doc.resolve(note.to - 1), -1)
    : TextSelection.near(doc.resolve(note.from + 1), 1)
  return edge.head === $head.pos ? TextSelection.create(doc, isForward ? note.to : note.from) : null
}

/** Where an arrow key leads at a note; null where it is left to the browser. */
export function afterArrow(state: EditorState, isForward: boolean, extend: boolean): Selection | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || (!selection.empty && !extend)) return null
  return besideNote(state, isForward, extend) ?? (extend ? null : outOfText(state, isForward))
}
