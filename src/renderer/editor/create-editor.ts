import { closeHistory, redoDepth, undoDepth } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import type { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { decide } from '../../shared/document/decide/decide.ts'
import { rangesOf } from '../../shared/document/index/index-places.ts'
import { schema } from '../../shared/document/schema.ts'
import { afterPaint } from './after-paint.ts'
import { anchorSelection, detachAnchor, findAnchor, takeBackAnchors } from './anchoring.ts'
import { changePlace } from './changes/change-place.ts'
import { decisionInWords } from './changes/decision-words.ts'
import { changesInSelection } from './changes/selected-changes.ts'
import type { CreateEditor, Decided, EditorHandle, EditorOptions, MadeSet, Mode } from './api.ts'
import { linkPlace, setLink } from './commands/link.ts'
import { TEXT_COMMANDS, whyNot } from './commands/text-commands.ts'
import { createFinder } from './find/finder.ts'
import type { Finder, Found } from './find/finder.ts'
import { createHighlightSheet } from './highlight/sheet.ts'
import type { HighlightSheet } from './highlight/sheet.ts'
import { releaseSelection } from './held-selection/held-selection.ts'
import { indexOf } from './indexing/plugin.ts'
import { readLayout } from './layout/layout.ts'
import { createLiveView } from './live-view.ts'
import { insertPicture } from './pictures/insert.ts'
import { createProjections } from './projection/projections.ts'
import type { Projections } from './projection/projections.ts'
import { createSaver } from './saving/saver.ts'
import type { Saver } from './saving/saver.ts'
import { showPosition } from './scrolling.ts'
import { targetsAtCaret } from './selection-targets.ts'
import text from './text.module.css'
import type { Policy } from './tracking/guard.ts'
import { stamp } from './tracking/stamp.ts'

const ATTRIBUTES: Record<string, string> = {
  class: text['text'] ?? 'text',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Manuscript',
  'aria-description':
    'In a list Tab changes the level, in a table it goes to the next cell; Escape, then Tab, leaves the text.',
  tabindex: '0',
  spellcheck: 'false',
}

/** What may change while an editor is open. */
type Settings = {
  mode: Mode
  locked: boolean
  author: string
  /** The store takes nothing more from this window. */
  refused: boolean
  /** False until somebody has been in the text: before that its caret says nothing. */
  entered: boolean
  alive: boolean
  /** The decision that the steps now being dispatched carry out. */
  deciding: Decided | null
  /** The act whose changes are to be one set, and the ids that it has made so far. */
  making: { readonly label: string; readonly ids: string[] } | null
  changeSets: readonly MadeSet[]
}

type Parts = {
  readonly options: EditorOptions
  readonly settings: Settings
  readonly saver: Saver
  readonly live: EditorView
  readonly projections: Projections
  readonly highlights: HighlightSheet
  readonly finder: Finder
  readonly policy: () => Policy
  /** Tells the frame around the editor what is so now. */
  readonly publish: () => void
}

/** Opens a document for review in `mount`; everything it holds is released by `destroy`. */
export const createEditor: CreateEditor = (mount, options) => {
  const settings: Settings = {
    mode: 'suggest',
    locked: options.locked,
    author: options.author,
    refused: false,
    entered: false,
    alive: true,
    deciding: null,
    making: null,
    changeSets: [],
  }
  const projections = createProjections(mount, () => live, ATTRIBUTES)
  const policy = () => policyOf(settings)
  const saver = createSaver({
    seq: options.seq,
    save: options.save,
    newId: options.newId,
    now: () => performance.now(),
    schedule: (job, milliseconds) => {
      const timer = setTimeout(job, milliseconds)
      return () => clearTimeout(timer)
    },
    onState: (state) => {
      if (settings.alive) options.onSaveState(state)
    },
    onRefused: (failure) => {
      settings.refused = true
      if (!settings.alive) return
      refreshEditable(live)
      options.announce(failure.message)
    },
  })

  let cancelPublish: (() => void) | null = null
  const publish = () => {
    cancelPublish?.()
    cancelPublish = null
    publishSnapshot(options, settings, live, projections, finder.found())
  }
  const live: EditorView = createLiveView(mount, {
    doc: schema.nodeFromJSON(options.doc),
    attributes: ATTRIBUTES,
    author: () => settings.author,
    policy,
    newId: () => {
      const id = options.newId()
      settings.making?.ids.push(id)
      return id
    },
    autocorrect: options.autocorrect,
    nameOf: options.nameOf,
    announce: options.announce,
    onPicture: options.onPicture,
    onSteps: (steps) => saver.add(steps, settings.deciding ?? undefined, takeMade(options, settings, live)),
    onUpdate: (docChanged) => {
      if (docChanged) projections.refresh(live.state.doc)
      finder.refresh()
      // Once a frame is enough for the frame around the text, and what was typed is painted first.
      cancelPublish ??= afterPaint(publish)
    },
    onFocus: () => (settings.entered = true),
    onBlur: () => void saver.flush(),
  })

  const finder = createFinder({
    live: () => live,
    shown: () => projections.shown(),
    openText: () => {
      if (!isOpen(policy())) return false
      projections.show('redline')
      return true
    },
    asSet: (label, act) => {
      settings.making = { label, ids: [] }
      act()
      settings.making = null
    },
    publish: () => publish(),
  })
  const stopWatching = flushWhenHidden(saver)
  const highlights = createHighlightSheet()
  const handle = createHandle({
    options,
    settings,
    saver,
    live,
    projections,
    highlights,
    finder,
    policy,
    publish,
  })
  // Lists and counts take their time in a long article; its text is there to be read before them.
  cancelPublish ??= afterPaint(publish)
  return {
    ...handle,
    destroy: () => {
      cancelPublish?.()
      stopWatching()
      // What is unsaved goes on being sent, and tried again, after the view has gone.
      settings.alive = false
      void saver.flush()
      highlights.close()
      finder.close()
      releaseSelection()
      projections.destroy()
      live.destroy()
    },
  }
}

function createHandle(parts: Parts): Omit<EditorHandle, 'destroy'> {
  const { settings, saver, live, projections, highlights, policy, publish } = parts
  const change = (apply: () => void) => {
    apply()
    refreshEditable(live)
    publish()
  }
  const isInSight = () => projections.which() === 'redline'
  let anchored: Selection | null = null
  return {
    focus: () => projections.shown().focus(),
    run: (id) => {
      const command = TEXT_COMMANDS[id]
      // Undo is seen in every reading; what works on the selection would happen out of sight.
      const isRight = isInSight() || id === 'edit.undo' || id === 'edit.redo'
      if (!command || !isRight || !isOpen(policy()) || !command(live.state, (tr) => live.dispatch(tr), live))
        return false
      projections.shown().focus()
      publish()
      return true
    },
    whyNot: (id) => whyNot(live.state, id),
    linkPlace: () => (isInSight() && isOpen(policy()) ? linkPlace(live.state) : null),
    setLink: (href) => {
      const tr = isInSight() && isOpen(policy()) ? setLink(live.state, href) : null
      if (tr) live.dispatch(tr)
      publish()
      return tr !== null
    },
    insertPicture: (picture) => {
      const tr = isInSight() && isOpen(policy()) ? insertPicture(live.state, picture) : null
      if (tr) live.dispatch(tr)
      publish()
      return tr !== null
    },
    setMode: (mode) => change(() => (settings.mode = mode)),
    setLocked: (locked) => change(() => (settings.locked = locked)),
    setAuthor: (author) => (settings.author = author),
    setProjection: (projection) => change(() => projections.show(projection)),
    anchor: (mark, id) => {
      if (policy() === 'closed' || projections.which() !== 'redline') return null
      const tr = anchorSelection(live.state, mark, id)
      if (!tr) return null
      live.dispatch(tr)
      anchored = live.state.selection
      publish()
      return saver.take()
    },
    findAnchor: (lost) => {
      if (policy() === 'closed') return { edit: null, outcome: { kind: 'none' } }
      const { tr, outcome } = findAnchor(live.state, lost)
      if (tr) live.dispatch(tr)
      publish()
      return { edit: tr ? saver.take() : null, outcome }
    },
    detachAnchor: (mark, id) => {
      const tr = policy() === 'closed' ? null : detachAnchor(live.state, mark, id)
      if (tr) live.dispatch(tr)
      publish()
      return tr !== null
    },
    settle: (edit, outcome) => {
      saver.settle(edit, outcome)
      const tr = outcome.ok ? null : takeBackAnchors(live.state, edit)
      if (tr) live.dispatch(tr)
      // The words carry the remark now: what is selected no longer has to be held for it.
      else if (outcome.ok && anchored?.eq(live.state.selection) === true) {
        live.dispatch(live.state.tr.setSelection(TextSelection.create(live.state.doc, anchored.to)))
        releaseSelection()
      } else return
      publish()
    },
    find: parts.finder,
    decide: (ids, verdict, reason = '') => decideChanges(parts, { changeIds: ids, verdict, reason }),
    changesInSelection: () => (projections.which() === 'redline' ? changesInSelection(live.state) : []),
    placeOf: (id) => {
      const index = indexOf(live.state)
      const change = index.layers.changes.get(id)
      return change ? changePlace(live.state.doc, change, rangesOf(index, 'change', id)) : null
    },
    reveal: (target) => {
      const view = projections.shown()
      const range = rangesOf(indexOf(view.state), target.kind, target.id)[0]
      if (range) showPosition(view, range.from)
      return range !== undefined
    },
    goTo: (target) => {
      if (target.kind === 'change' && projections.which() !== 'redline') {
        change(() => projections.show('redline'))
      }
      const view = projections.shown()
      const range = rangesOf(indexOf(view.state), target.kind, target.id)[0]
      if (!range) return false
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(range.from))))
      showPosition(view, range.from)
      view.focus()
      settings.entered = true
      publish()
      return true
    },
    highlight: highlights.show,
    layout: (window) => {
      const view = projections.shown()
      return readLayout(view, indexOf(view.state), window)
    },
    flush: () => saver.flush(),
  }
}

function policyOf(settings: Settings): Policy {
  if (settings.locked || settings.refused) return 'closed'
  if (settings.mode === 'read') return 'remarks'
  return settings.mode === 'suggest' ? 'tracked' : 'free'
}

/** Whether the text itself may be changed. */
function isOpen(policy: Policy): boolean {
  return policy === 'tracked' || policy === 'free'
}

function publishSnapshot(
  options: EditorOptions,
  settings: Settings,
  live: EditorView,
  projections: Projections,
  found: Found | null,
): void {
  const index = indexOf(live.state)
  options.onSnapshot({
    index,
    mode: settings.mode,
    projection: projections.which(),
    selectionEmpty: live.state.selection.empty,
    ...targetsAtCaret(live.state, index, settings.entered),
    canUndo: undoDepth(live.state) > 0,
    canRedo: redoDepth(live.state) > 0,
    found,
    changeSets: settings.changeSets,
  })
}

/** The set of what the act under way has made, once it stands in the text. */
function takeMade(options: EditorOptions, settings: Settings, live: EditorView): MadeSet | undefined {
  if (settings.making === null) return undefined
  const { label, ids } = settings.making
  const open = new Set(indexOf(live.state).changes.map((change) => change.id))
  const changeIds = ids.filter((id) => open.has(id))
  if (changeIds.length === 0) return undefined
  const set = { id: options.newId(), label, changeIds }
  settings.changeSets = [...settings.changeSets, set]
  return set
}

/** Takes the open ones of the changes; a history event of its own, saved together with who decided. */
function decideChanges({ options, settings, live, policy, publish }: Parts, wanted: Decided): void {
  if (!isOpen(policy())) return
  const chosen = new Set(wanted.changeIds)
  const changes = indexOf(live.state).changes.filter((change) => chosen.has(change.id))
  const changeIds = changes.map((change) => change.id)
  if (changeIds.length === 0) return
  const verdict = wanted.verdict === 'accepted' ? 'accept' : 'reject'
  const tr = closeHistory(stamp(live.state.tr, 'decide'))
  for (const step of decide(live.state.doc, new Set(changeIds), verdict).steps) tr.step(step)
  settings.deciding = { ...wanted, changeIds }
  live.dispatch(tr)
  settings.deciding = null
  live.dispatch(closeHistory(live.state.tr))
  const open = indexOf(live.state).changeCount
  options.announce(decisionInWords(changes, wanted.verdict, open, options.nameOf))
  publish()
}

/** ProseMirror asks `editable` again only when its props change. */
function refreshEditable(view: EditorView): void {
  view.setProps({})
}

function flushWhenHidden(saver: Saver): () => void {
  const flush = () => void saver.flush()
  const onHide = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', flush)
  return () => {
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', flush)
  }
}
