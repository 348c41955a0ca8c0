import { TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { createLiveState } from '../../../../src/renderer/editor/live-state.ts'
import { toggleHeader } from '../../../../src/renderer/editor/tables/header.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { counter, document, p } from '../../../support/document.ts'

function headersAfter(author: string): { readonly isDone: boolean; readonly isHeader: boolean } {
  const tracking = { insertion: { id: 'x', author: 'A' } }
  const cell = schema.node('cell', null, [p('words')])
  const table = schema.node('table', null, [schema.node('row', { tracking }, [cell])])
  const doc = document(table, 'after')
  const live = createLiveState({ doc, author: () => author, policy: () => 'tracked', newId: counter() })
  let { state } = live
  const dispatch = (tr: typeof state.tr) => {
    state = state.applyTransaction(live.prepare(state, tr)).state
  }
  dispatch(state.tr.setSelection(TextSelection.create(doc, 5)))
  const isDone = toggleHeader(state, dispatch)
  return { isDone, isHeader: state.doc.firstChild?.firstChild?.firstChild?.attrs['header'] === true }
}

test('in Suggest mode a new row is made one of headers by its author, and for anybody else it says that it cannot', () => {
  expect(headersAfter('A')).toEqual({ isDone: true, isHeader: true })
  expect(headersAfter('B')).toEqual({ isDone: false, isHeader: false })
})
