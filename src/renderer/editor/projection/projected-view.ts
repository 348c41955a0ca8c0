import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { finalSlice } from '../clipboard/copied.ts'
import { decorations } from '../decorations/plugin.ts'
import { placeLinks } from '../links/plugin.ts'
import { nodeViews } from '../node-views.ts'
import { notes } from '../notes/plugin.ts'
import { indexing } from '../indexing/plugin.ts'

/** The original or the final text, to be read and copied but not edited. */
export function createProjectedView(
  mount: HTMLElement,
  doc: Node,
  which: 'original' | 'final',
  attributes: Record<string, string>,
  refuse: (message: string) => void,
): EditorView {
  return new EditorView(mount, {
    state: projectedState(doc, which),
    editable: () => false,
    attributes: { ...attributes, 'aria-label': `Manuscript, ${which} text`, 'aria-readonly': 'true' },
    transformCopied: finalSlice,
    nodeViews: nodeViews(),
    plugins: [placeLinks(refuse)],
  })
}

/** The focus, and the selection as the browser draws it: ProseMirror gives neither to a text that is only read. */
export function showSelection(view: EditorView): void {
  view.dom.focus({ preventScroll: true })
  const { anchor, head } = view.state.selection
  const [from, to] = [view.domAtPos(anchor), view.domAtPos(head)]
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** After a decision that was taken while it is on screen. */
export function updateProjectedView(view: EditorView, doc: Node, which: 'original' | 'final'): void {
  view.updateState(projectedState(doc, which))
}

function projectedState(doc: Node, which: 'original' | 'final'): EditorState {
  return EditorState.create({
    doc: project(doc, which),
    plugins: [indexing(), decorations({ caret: false }), notes()],
  })
}
