import type { Node } from 'prosemirror-model'
import { AllSelection, NodeSelection, TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Selection, Transaction } from 'prosemirror-state'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { finalSlice } from '../../../../src/renderer/editor/clipboard/copied.ts'
import { dropSlice, pasteSlice } from '../../../../src/renderer/editor/clipboard/place.ts'
import { stripTracking } from '../../../../src/renderer/editor/clipboard/strip.ts'
import { deleteBackward, deleteForward } from '../../../../src/renderer/editor/commands/deletion.ts'
import { removeSelected, typeOver } from '../../../../src/renderer/editor/commands/remove-selected.ts'
import { insertBreak, splitParagraph } from '../../../../src/renderer/editor/commands/split.ts'
import { TEXT_COMMANDS } from '../../../../src/renderer/editor/commands/text-commands.ts'
import { createLiveState } from '../../../../src/renderer/editor/live-state.ts'
import { insertPicture } from '../../../../src/renderer/editor/pictures/insert.ts'
import { toNextCell } from '../../../../src/renderer/editor/tables/tab.ts'
import { project } from '../../../../src/shared/document/projection.ts'
import { counter } from '../../../support/document.ts'
import { EVERY_RUN, parametersOf, same, timeoutOf } from '../../../support/fuzz.ts'
import { blobOf, buildArticle, randomArticle } from '../../../support/random-articles.ts'

/** What a hand does to a text, wherever caret and selection stand: nothing throws, nothing escapes the tracker. */

const share = fc.double({ min: 0, max: 1, noNaN: true })
const KINDS = [
  'backspace',
  'delete',
  'word',
  'enter',
  'break',
  'type',
  'cut',
  'paste',
  'drop',
  'tab',
  'picture',
  'command',
  'command',
  'command',
] as const
const COMMANDS = [
  'table.insert',
  'table.rowAbove',
  'table.rowBelow',
  'table.columnLeft',
  'table.columnRight',
  'table.deleteRow',
  'table.deleteColumn',
  'table.delete',
  'table.header',
  'note.insert',
  'list.ordered',
  'style.heading1',
  'paragraph.up',
  'paragraph.down',
] as const
const act = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Everything, one node, or a stretch of text. */
  selects: fc.constantFrom('text', 'text', 'text', 'caret', 'node', 'all'),
  from: share,
  to: share,
  command: fc.constantFrom(...COMMANDS),
  other: share,
  behind: share,
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

function placeOf(doc: Node, part: number): number {
  return Math.round(part * doc.content.size)
}

function selectionOf(doc: Node, { selects, from, to }: Act): Selection {
  if (selects === 'all') return new AllSelection(doc)
  const $from = doc.resolve(placeOf(doc, from))
  if (selects === 'caret') return TextSelection.between($from, $from)
  const { nodeAfter } = $from
  const isNode = selects === 'node' && nodeAfter !== null && NodeSelection.isSelectable(nodeAfter)
  return isNode
    ? NodeSelection.create(doc, $from.pos)
    : TextSelection.between($from, doc.resolve(placeOf(doc, to)))
}

function sliceBetween(state: EditorState, { other, behind }: Act) {
  const [from, to] = [other, behind].map((part) => placeOf(state.doc, part)).toSorted((a, b) => a - b) as [
    number,
    number,
  ]
  const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))
  return stripTracking(finalSlice(selection.content()))
}

function commandOf({ kind, command }: Act): Command | null {
  switch (kind) {
    case 'command':
      return TEXT_COMMANDS[command] ?? null
    case 'backspace':
      return deleteBackward('character')
    case 'delete':
      return deleteForward('character')
    case 'word':
      return deleteBackward('word')
    case 'enter':
      return splitParagraph
    case 'break':
      return insertBreak
    default:
      return null
  }
}

function perform(state: EditorState, one: Act): Transaction | null {
  const command = commandOf(one)
  if (command) {
    let made: Transaction | null = null
    command(state, (tr) => (made = tr))
    return made
  }
  switch (one.kind) {
    case 'type':
      return typeOver(state, 'x') ?? state.tr.insertText('x')
    case 'tab':
      return toNextCell(state, one.other < 0.5 ? 1 : -1)
    case 'picture':
      return insertPicture(state, {
        blob: blobOf(1),
        alt: '',
        width: 2,
        height: 3,
        caption: one.other < 0.5 ? '' : 'c',
      })
    case 'cut':
      return removeSelected(state.tr)
    case 'paste':
      return pasteSlice(state, sliceBetween(state, one))
    case 'drop': {
      const place = placeOf(state.doc, one.other)
      const { from, to } = state.selection
      return place >= from && place <= to
        ? null
        : dropSlice(state, finalSlice(state.selection.content()), place, true)
    }
    default:
      return null
  }
}

test.each(['tracked', 'free'] as const)(
  'no act throws, and the text stays a text (%s)',
  (policy) => {
    fc.assert(
      fc.property(randomArticle, fc.array(act, { minLength: 1, maxLength: 8 }), (article, acts) => {
        const start = buildArticle(article)
        const live = createLiveState({
          doc: start,
          author: () => 'ines',
          policy: () => policy,
          newId: counter(),
        })
        let { state } = live
        for (const one of acts) {
          state = state.apply(state.tr.setSelection(selectionOf(state.doc, one)))
          const tr = perform(state, one)
          if (!tr) continue
          state = state.applyTransaction(live.prepare(state, tr)).state
          state.doc.check()
          expect(
            state.selection.$head.parent.isTextblock ||
              state.selection instanceof NodeSelection ||
              state.selection instanceof AllSelection,
          ).toBe(true)
        }
        if (policy === 'tracked') same(project(state.doc, 'original'), start)
      }),
      parametersOf(EVERY_RUN),
    )
  },
  timeoutOf(EVERY_RUN),
)
