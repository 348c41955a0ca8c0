import { redoDepth, undoDepth } from 'prosemirror-history'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../shared/document/schema.ts'
import { afterPaint } from './after-paint.ts'
import type { CreateEditor, EditorOptions } from './api.ts'
import { createSpots } from './spots/spots.ts'
import { createFinder } from './find/finder.ts'
import type { Found } from './find/finder.ts'
import { createHighlightSheet } from './highlight/sheet.ts'
import { releaseSelection } from './held-selection/held-selection.ts'
import { indexOf } from './indexing/plugin.ts'
import { createLiveView } from './live-view.ts'
import { createProjections } from './projection/projections.ts'
import type { Projections } from './projection/projections.ts'
import { anchorRange } from './anchoring.ts'
import { createSaver } from './saving/saver.ts'
import type { Saver } from './saving/saver.ts'
import { targetsAtCaret } from './selection-targets.ts'
import { TEXT_CLASS } from './text/class.ts'

import { takeMade } from './deciding.ts'
import { isOpen, policyOf, refreshEditable } from './editor-parts.ts'
import type { Settings } from './editor-parts.ts'
import { createHandle } from './handle.ts'

const ATTRIBUTES: Record<string, string> = {
  class: TEXT_CLASS,
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Manuscript',
  'aria-description':
    'In a list Tab changes the level, in a table it goes to the next cell; Escape, then Tab, leaves the text.',
  tabindex: '0',
  spellcheck: 'false',
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
  const projections = createProjections(mount, () => live, ATTRIBUTES, options.refuse)
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
    spots.refresh()
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
    refuse: options.refuse,
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

  const openText = () => {
    if (!isOpen(policy())) return false
    projections.show('redline')
    return true
  }
  const finder = createFinder({
    live: () => live,
    shown: () => projections.shown(),
    openText,
    asSet: (label, act) => {
      settings.making = { label, ids: [] }
      act()
      settings.making = null
    },
    publish: () => publish(),
  })
  const spots = createSpots({
    live: () => live,
    index: () => indexOf(live.state),
    shown: () => projections.shown(),
    which: () => projections.which(),
    entered: () => settings.entered,
    openText,
    showRedline: () => projections.show('redline'),
    anchorAt: (mark, id, range) => {
      const tr = policy() === 'closed' ? null : anchorRange(live.state, mark, id, range)
      if (!tr) return null
      live.dispatch(tr)
      publish()
      return saver.take()
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
    spots,
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
      spots.close()
      releaseSelection()
      projections.destroy()
      live.destroy()
    },
  }
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
