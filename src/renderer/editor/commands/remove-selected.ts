import { AllSelection, Plugin, Selection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/range.ts'
import { removeRange } from '../../../shared/document/remove-range.ts'
import { schema } from '../../../shared/document/schema.ts'

/** The stretches of a selection; of everything, from the first paragraph's text, so that this keeps its style. */
function rangesOf({ selection, doc }: Transaction): readonly Range[] {
  if (!(selection instanceof AllSelection)) {
    return selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }))
  }
  return [{ from: doc.firstChild?.isTextblock === true ? 1 : 0, to: doc.content.size - 1 }]
}

/** Removes what is selected and leaves the caret where it was, whatever containers the selection reaches over. */
export function removeSelected(tr: Transaction): Transaction {
  const ranges = rangesOf(tr)
  const caret = ranges[0]?.from ?? 0
  for (const { from, to } of ranges.toReversed()) removeRange(tr, from, to)
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(caret, -1)), -1))
}

/** Whether the selection lies in one paragraph, where the browser and ProseMirror write as they should. */
export function isWithinParagraph({ selection: { $from, $to } }: EditorState): boolean {
  return $from.sameParent($to) && $from.parent.isTextblock
}

/** A selection that reaches out of its paragraph is removed, and the text comes in its place; null for any other. */
export function typeOver(state: EditorState, text: string): Transaction | null {
  if (state.selection.empty || isWithinParagraph(state)) return null
  const { $from, $to } = state.selection
  const marks = state.storedMarks ?? $from.marksAcross($to) ?? $from.marks()
  const tr = removeSelected(state.tr)
  return tr.replaceSelectionWith(schema.text(text, marks), false).scrollIntoView()
}

export function typingOver(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        const tr = typeOver(view.state, text)
        if (tr) view.dispatch(tr)
        return tr !== null
      },
    },
  })
}
