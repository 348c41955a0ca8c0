import { splitBlock } from 'prosemirror-commands'
import { closeHistory, undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { deleteBackward } from '../../../../src/renderer/editor/commands/deletion.ts'
import { splitParagraph } from '../../../../src/renderer/editor/commands/split.ts'
import { indexOf } from '../../../../src/renderer/editor/indexing/plugin.ts'
import { createLiveState } from '../../../../src/renderer/editor/live-state.ts'
import { stamp } from '../../../../src/renderer/editor/tracking/stamp.ts'
import { newId } from '../../../../src/renderer/host/new-id.ts'
import type { PageApi, StateFigures } from '../page-api.ts'
import { plainState } from './plain.ts'
import { storedOf } from './stored.ts'

/** Keys without a view: the transaction, its tracking, every plugin's state, and the decorations that a view asks for. */
type Editing = {
  state: EditorState
  readonly prepare: (state: EditorState, tr: Transaction) => Transaction
  readonly enter: Command
  readonly backspace: Command
}

const WARM_UP = 150
const BREAKS = 40
const INDEXED = 400

function startPlain(stored: string): Editing {
  const backspace: Command = (state, dispatch) => {
    dispatch?.(state.tr.delete(state.selection.from - 1, state.selection.from))
    return true
  }
  return { state: plainState(stored), prepare: (_state, tr) => tr, enter: splitBlock, backspace }
}

function startOurs(doc: Node): Editing {
  const live = createLiveState({ doc, author: () => 'ines', policy: () => 'tracked', newId })
  return { ...live, enter: splitParagraph, backspace: deleteBackward('character') }
}

function apply(editing: Editing, tr: Transaction): void {
  const { state } = editing.state.applyTransaction(editing.prepare(editing.state, tr))
  for (const plugin of state.plugins) plugin.props.decorations?.call(plugin, state)
  editing.state = state
}

function timed(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

/** Places in words that nobody has changed, from the middle of the text on. */
function placesFromMidway(doc: Node): readonly number[] {
  const half = doc.content.size / 2
  const places: number[] = []
  doc.descendants((node, position) => {
    if (position + node.nodeSize < half) return false
    if (node.isText && node.marks.length === 0 && (node.text?.length ?? 0) > 20) places.push(position + 10)
    return true
  })
  return places
}

/** Nobody types without end in one paragraph, and a long one costs more. */
const IN_ONE_PLACE = 200

function typeOn(editing: Editing, count: number): readonly number[] {
  const places = placesFromMidway(editing.state.doc)
  return Array.from({ length: count }, (_, key) => {
    if (key % IN_ONE_PLACE === 0) {
      // Places further on have moved by what was typed before them; in the middle of words they stay well.
      const { tr, doc } = editing.state
      const place = places[(key / IN_ONE_PLACE) * 3] ?? 1
      apply(editing, tr.setSelection(TextSelection.near(doc.resolve(place + key))))
    }
    return press(editing, key % 6 === 5 ? ' ' : 'e')
  })
}

function press(editing: Editing, letter: string): number {
  return timed(() => apply(editing, editing.state.tr.insertText(letter)))
}

function run(editing: Editing, command: Command): number {
  return timed(() => command(editing.state, (tr) => apply(editing, tr)))
}

/** The index is made when somebody asks, which is after the paint of a key. */
function indexAfterKeys(editing: Editing): readonly number[] {
  return Array.from({ length: WARM_UP + INDEXED }, (_, key) => {
    press(editing, key % 6 === 5 ? ' ' : 'e')
    return timed(() => indexOf(editing.state))
  }).slice(WARM_UP)
}

export const typeAtState: PageApi['typeAtState'] = async (kind, size, keys) => {
  const stored = await storedOf(kind, size)
  const editing = kind === 'plain' ? startPlain(stored) : startOurs(schema.nodeFromJSON(JSON.parse(stored)))
  typeOn(editing, WARM_UP)
  const figures: StateFigures = {
    key: typeOn(editing, keys),
    index: kind === 'plain' ? [] : indexAfterKeys(editing),
    enter: Array.from({ length: BREAKS }, (_, at) => {
      press(editing, at % 2 === 0 ? 'a' : 'o')
      return run(editing, editing.enter)
    }),
    backspace: Array.from({ length: 2 * BREAKS }, () => run(editing, editing.backspace)),
  }
  return figures
}

export const decideFigures: PageApi['decideFigures'] = async (size) => {
  const editing = startOurs(schema.nodeFromJSON(JSON.parse(await storedOf('bare', size))))
  const ids = new Set(indexOf(editing.state).changes.map((change) => change.id))
  const before = editing.state.doc
  const accept = timed(() => {
    const tr = closeHistory(stamp(editing.state.tr, 'decide'))
    for (const step of decide(editing.state.doc, ids, 'accept').steps) tr.step(step)
    apply(editing, tr)
  })
  const acceptIndex = timed(() => indexOf(editing.state))
  const undone = timed(() => undo(editing.state, (tr) => apply(editing, tr)))
  const undoIndex = timed(() => indexOf(editing.state))
  if (!editing.state.doc.eq(before)) throw new Error('undo did not bring the text back')
  return { accept, acceptIndex, undo: undone, undoIndex }
}
