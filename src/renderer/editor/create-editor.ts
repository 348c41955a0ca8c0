import { closeHistory, redoDepth, undoDepth } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { addAnchor, wordAt } from '../../shared/document/anchors.ts'
import { decide } from '../../shared/document/decide.ts'
import type { Range } from '../../shared/document/document-index.ts'
import { schema } from '../../shared/document/schema.ts'
import type { CreateEditor, Decided, EditorHandle, Mode, Target } from './api.ts'
import { TEXT_COMMANDS } from './commands/text-commands.ts'
import { rangesOf, setHighlight } from './highlight/plugin.ts'
import { indexOf } from './indexing/plugin.ts'
import { readBlocks } from './layout/blocks.ts'
import type { Block } from './layout/blocks.ts'
import { readLayout, topOf } from './layout/layout.ts'
import { createLiveView } from './live-view.ts'
import { createProjections } from './projection/projections.ts'
import { createSaver } from './saving/saver.ts'
import { scrollerOf, showPosition } from './scrolling.ts'
import { targetsAtCaret } from './selection-targets.ts'
import text from './text.module.css'
import type { Policy } from './tracking/guard.ts'
import { stamp } from './tracking/stamp.ts'

const ATTRIBUTES: Record<string, string> = {
  class: text['text'] ?? 'text',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Manuscript',
  tabindex: '0',
  spellcheck: 'false',
}

/** Opens a document for review in `mount`; everything it holds is released by `destroy`. */
export const createEditor: CreateEditor = (mount, options) => {
  let mode: Mode = 'suggest'
  let locked = options.locked
  let author = options.author
  let refused = false
  let alive = true
  /** Before anybody has been in the text, its caret says nothing. */
  let entered = false
  /** The decision that the steps now being dispatched carry out. */
  let deciding: Decided | null = null

  const projections = createProjections(mount, () => live, ATTRIBUTES)
  const policy = (): Policy => {
    if (locked || refused) return 'closed'
    if (mode === 'read' || projections.which() !== 'redline') return 'remarks'
    return mode === 'suggest' ? 'tracked' : 'free'
  }

  const saver = createSaver({
    seq: options.seq,
    save: options.save,
    newId: options.newId,
    schedule: (job, milliseconds) => {
      const timer = setTimeout(job, milliseconds)
      return () => clearTimeout(timer)
    },
    onState: (state) => {
      if (alive) options.onSaveState(state)
    },
    onRefused: (failure) => {
      refused = true
      if (!alive) return
      refreshEditable(live)
      options.announce(failure.message)
    },
  })

  let frame = 0
  const publish = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const index = indexOf(live.state)
    options.onSnapshot({
      index,
      mode,
      projection: projections.which(),
      selectionEmpty: live.state.selection.empty,
      ...targetsAtCaret(live.state, index, entered),
      canUndo: undoDepth(live.state) > 0,
      canRedo: redoDepth(live.state) > 0,
    })
  }

  const live: EditorView = createLiveView(mount, {
    doc: schema.nodeFromJSON(options.doc),
    attributes: ATTRIBUTES,
    author: () => author,
    policy: () => policy(),
    newId: options.newId,
    nameOf: options.nameOf,
    onSteps: (steps) => saver.add(steps, deciding ?? undefined),
    onUpdate: (docChanged) => {
      if (docChanged) projections.refresh(live.state.doc)
      // Once a frame is enough for the frame around the text, and typing does not wait for it.
      if (frame === 0) frame = requestAnimationFrame(publish)
    },
    onFocus: () => (entered = true),
    onBlur: () => void saver.flush(),
  })

  const onHide = () => {
    if (document.visibilityState === 'hidden') void saver.flush()
  }
  const onLeave = () => void saver.flush()
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onLeave)

  const changeSetting = (change: () => void) => {
    change()
    refreshEditable(live)
    publish()
  }

  const handle: EditorHandle = {
    focus: () => projections.shown().focus(),
    run: (id) => {
      const command = TEXT_COMMANDS[id]
      const open = policy() === 'tracked' || policy() === 'free'
      if (!command || !open || !command(live.state, live.dispatch.bind(live), live)) return false
      live.focus()
      publish()
      return true
    },
    setMode: (value) => changeSetting(() => (mode = value)),
    setLocked: (value) => changeSetting(() => (locked = value)),
    setAuthor: (value) => (author = value),
    setProjection: (value) => changeSetting(() => projections.show(value)),
    anchor: (mark, id) => {
      const ranges = anchorRanges(live)
      if (policy() === 'closed' || projections.which() !== 'redline' || ranges.length === 0) return null
      const tr = stamp(live.state.tr, 'anchor').setMeta('addToHistory', false)
      for (const step of addAnchor(live.state.doc, mark, id, ranges).steps) tr.step(step)
      if (!tr.docChanged) return null
      live.dispatch(tr)
      publish()
      return saver.take()
    },
    settle: (edit, outcome) => {
      saver.settle(edit, outcome)
      if (outcome.ok) return
      takeBack(live, edit)
      publish()
    },
    decide: (ids, verdict, reason = '') => {
      if (policy() === 'closed') return
      const wanted = new Set(ids)
      const changeIds = indexOf(live.state)
        .changes.map((change) => change.id)
        .filter((id) => wanted.has(id))
      if (changeIds.length === 0) return
      const { steps } = decide(
        live.state.doc,
        new Set(changeIds),
        verdict === 'accepted' ? 'accept' : 'reject',
      )
      const tr = closeHistory(stamp(live.state.tr, 'decide'))
      for (const step of steps) tr.step(step)
      deciding = { changeIds, verdict, reason }
      live.dispatch(tr)
      deciding = null
      live.dispatch(closeHistory(live.state.tr))
      const count = changeIds.length === 1 ? '1 change' : `${changeIds.length} changes`
      options.announce(`${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${count}`)
      publish()
    },
    goTo: (target) => {
      if (target.kind === 'change' && projections.which() !== 'redline') handle.setProjection('redline')
      const view = projections.shown()
      const range = rangesOf(indexOf(view.state), target)[0]
      if (!range) return false
      const $at = view.state.doc.resolve(range.from)
      view.dispatch(view.state.tr.setSelection(TextSelection.near($at)))
      showPosition(view, range.from)
      view.focus()
      publish()
      return true
    },
    highlight: (target) => {
      for (const view of projections.all()) view.dispatch(setHighlight(view.state.tr, { target }))
    },
    measure: (targets) => measure(projections.shown(), targets),
    layout: (window) => {
      const view = projections.shown()
      return readLayout(view, indexOf(view.state), window)
    },
    flush: () => saver.flush(),
    destroy: () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
      // What is unsaved goes on being sent, and tried again, after the view has gone.
      alive = false
      void saver.flush()
      projections.destroy()
      live.destroy()
    },
  }
  publish()
  return handle
}

/** ProseMirror asks `editable` again only when its props change. */
function refreshEditable(view: EditorView): void {
  view.setProps({})
}

/** The selection; where it is empty, the word at the caret. */
function anchorRanges(view: EditorView): readonly Range[] {
  const { from, to, empty } = view.state.selection
  if (!empty) return [{ from, to }]
  const word = wordAt(view.state.doc, from)
  return word ? [word] : []
}

/** An act was refused: the anchor that was to carry it leaves the text again. Other steps of the batch stay. */
function takeBack(view: EditorView, edit: Parameters<EditorHandle['settle']>[0]): void {
  const tr = stamp(view.state.tr, 'anchor').setMeta('addToHistory', false)
  for (const id of addedAnchors(edit)) {
    const index = indexOf(view.state)
    const comments = index.comments.get(id)?.ranges ?? []
    const claims = index.claims.get(id)?.ranges ?? []
    for (const { from, to } of comments) tr.removeMark(from, to, schema.marks.comment.create({ id }))
    for (const { from, to } of claims) tr.removeMark(from, to, schema.marks.claim.create({ id }))
  }
  if (tr.docChanged) view.dispatch(tr)
}

function addedAnchors(edit: Parameters<EditorHandle['settle']>[0]): readonly string[] {
  return edit.steps.flatMap((step) => {
    const mark = step['mark'] as { type?: string; attrs?: { id?: unknown } } | undefined
    const isAnchor = step.stepType === 'addMark' && (mark?.type === 'comment' || mark?.type === 'claim')
    return isAnchor && typeof mark.attrs?.id === 'string' ? [mark.attrs.id] : []
  })
}

function measure(view: EditorView, targets: readonly Target[]): ReadonlyMap<string, number> {
  const blocks = readBlocks(view)
  const origin = view.dom.getBoundingClientRect().top
  const box = scrollerOf(view.dom)?.getBoundingClientRect()
  const near = (block: Block) =>
    !box || (block.bottom + origin > box.top - box.height && block.top + origin < box.bottom + box.height)
  const tops = new Map<string, number>()
  for (const target of targets) {
    const range = rangesOf(indexOf(view.state), target)[0]
    const top = range ? topOf(view, blocks, range, near) : null
    if (top !== null) tops.set(target.id, top)
  }
  return tops
}
