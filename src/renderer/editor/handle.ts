import { TextSelection } from 'prosemirror-state'
import type { Selection } from 'prosemirror-state'
import { rangesOf } from '../../shared/document/index/index-places.ts'
import { findsInText } from '../../shared/document/index/stands-in-text.ts'
import {
  anchorSelection,
  detachAnchor,
  detachFrom,
  findAnchor,
  lostAnchor,
  takeBackAnchors,
} from './anchoring.ts'
import { changePlace } from './changes/change-place.ts'
import { changesInSelection } from './changes/selected-changes.ts'
import type { EditorHandle } from './api.ts'
import { linkPlace, setLink } from './commands/link.ts'
import { markerPlace, setMarker } from './commands/marker.ts'
import { TEXT_COMMANDS, whyNot } from './commands/text-commands.ts'
import { releaseSelection } from './held-selection/held-selection.ts'
import { indexOf } from './indexing/plugin.ts'
import { readLayout } from './layout/layout.ts'
import { insertPicture } from './pictures/insert.ts'
import { placeRanges, readPlaces } from './places/anchor-places.ts'
import { coverageOf } from './places/coverage.ts'
import { showPosition } from './scrolling.ts'
import { textOrder } from './text-order.ts'

import { decideChanges } from './deciding.ts'
import { isOpen, refreshEditable } from './editor-parts.ts'
import type { Parts } from './editor-parts.ts'

/** What features may ask of an open editor. */
export function createHandle(parts: Parts): Omit<EditorHandle, 'destroy'> {
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
    liveDoc: () => live.state.doc,
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
    markerPlace: () => (isInSight() && isOpen(policy()) ? markerPlace(live.state) : null),
    setMarker: (colour) => {
      const tr = isInSight() && isOpen(policy()) ? setMarker(live.state, colour) : null
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
    setLocked: (locked) => {
      if (locked !== settings.locked) change(() => (settings.locked = locked))
    },
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
    takeOut: (mark, id) => {
      if (policy() === 'closed') return null
      const lost = lostAnchor(live.state, mark, id)
      const tr = detachAnchor(live.state, mark, id)
      if (tr) live.dispatch(tr)
      publish()
      return { edit: tr ? saver.take() : null, lost }
    },
    anchorPlaces: (mark, id) => readPlaces(live.state.doc, indexOf(live.state), mark, id),
    removePlace: (mark, id, place) => {
      const range = placeRanges(live.state.doc, indexOf(live.state), mark, id)[place]
      const tr = policy() === 'closed' || !range ? null : detachFrom(live.state, mark, id, range)
      if (tr) live.dispatch(tr)
      publish()
      return tr !== null
    },
    coverage: () => coverageOf(live.state.doc),
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
    spots: parts.spots,
    decide: (ids, verdict, reason = '') => decideChanges(parts, { changeIds: ids, verdict, reason }),
    changesInSelection: () => (projections.which() === 'redline' ? changesInSelection(live.state) : []),
    placeOf: (id) => {
      const index = indexOf(live.state)
      const change = index.layers.changes.get(id)
      return change ? changePlace(live.state.doc, change, rangesOf(index, 'change', id)) : null
    },
    standsInFinal: (words) => findsInText(indexOf(live.state))(words),
    orderOf: (targets) => textOrder(indexOf(live.state), targets, live.state.selection.head),
    reveal: (target) => {
      const view = projections.shown()
      const range = rangesOf(indexOf(view.state), target.kind, target.id)[0]
      if (range) showPosition(view, range.from)
      return range !== undefined
    },
    goTo: (target, place = 0) => {
      if (target.kind === 'change' && projections.which() !== 'redline') {
        change(() => projections.show('redline'))
      }
      const view = projections.shown()
      const index = indexOf(view.state)
      const ranges =
        target.kind === 'change'
          ? rangesOf(index, target.kind, target.id)
          : placeRanges(view.state.doc, index, target.kind, target.id)
      const range = ranges[place] ?? ranges[0]
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
    storedSeq: () => saver.storedSeq(),
  }
}
