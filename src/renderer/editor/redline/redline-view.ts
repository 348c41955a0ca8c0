import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { project } from '../../../shared/document/projection.ts'
import { rangesOf } from '../../../shared/document/index/index-places.ts'
import { schema } from '../../../shared/document/schema.ts'
import { finalSlice } from '../clipboard/copied.ts'
import { decorations } from '../decorations/plugin.ts'
import { indexing, indexOf } from '../indexing/plugin.ts'
import { labelledMarks } from '../labels/mark-views.ts'
import { placeLinks } from '../links/plugin.ts'
import { nodeViews } from '../node-views.ts'
import { notes } from '../notes/plugin.ts'
import { showPosition } from '../scrolling.ts'
import { TEXT_CLASS } from '../text/class.ts'

/** `original`: the first text; `final`: the second. */
export type RedlineReading = 'redline' | 'original' | 'final'

/** A redline that is read and decided by nobody, with the look of the manuscript. */
export type RedlineView = {
  readonly show: (reading: RedlineReading) => void
  /** Tints these changes and brings the first into sight; null tints none. */
  readonly point: (changeIds: readonly string[] | null) => void
  readonly destroy: () => void
}

export type RedlineOptions = {
  /** The redline as ProseMirror JSON. */
  readonly doc: unknown
  /** Whose text the insertions are of, for their labels: "the later text". */
  readonly later: string
  readonly label: string
}

function tintOf(ids: readonly string[]): string {
  const places = ids.flatMap((id) => {
    const name = CSS.escape(id)
    return [`[data-change="${name}"]`, `[data-format-change="${name}"]`]
  })
  return `:is(${places.join(', ')}) { background: var(--highlight-active) }`
}

export function createRedlineView(mount: HTMLElement, options: RedlineOptions): RedlineView {
  const doc = schema.nodeFromJSON(options.doc)
  const stateOf = (reading: RedlineReading) =>
    EditorState.create({
      doc: reading === 'redline' ? doc : project(doc, reading),
      plugins: [indexing(), decorations({ caret: false }), notes()],
    })
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  const view = new EditorView(mount, {
    state: stateOf('redline'),
    editable: () => false,
    attributes: {
      class: TEXT_CLASS,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      'aria-label': options.label,
      tabindex: '0',
      spellcheck: 'false',
    },
    transformCopied: finalSlice,
    markViews: labelledMarks(() => options.later),
    nodeViews: nodeViews(),
    plugins: [placeLinks()],
  })
  let shown: RedlineReading = 'redline'
  const show = (reading: RedlineReading) => {
    if (reading === shown) return
    shown = reading
    view.updateState(stateOf(reading))
  }
  return {
    show,
    point: (ids) => {
      sheet.replaceSync(ids === null ? '' : tintOf(ids))
      const range = rangesOf(indexOf(view.state), 'change', ids?.[0] ?? '')[0]
      if (range) showPosition(view, range.from)
    },
    destroy: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
      view.destroy()
    },
  }
}
