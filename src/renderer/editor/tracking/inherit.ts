import type { Mark, Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/document-index.ts'
import { schema } from '../../../shared/document/schema.ts'
import { isAnchor } from '../../../shared/document/tracking-state.ts'
import { changedRanges } from './typing-groups.ts'

const { deletion, formatChange } = schema.marks

/**
 * Edit mode, where nothing is tracked: new text belongs to an anchor that covers both of its neighbours, or all
 * of the words it replaces; and it is never born deleted. Adds steps to `tr` itself.
 */
export function inheritAnchors(state: EditorState, tr: Transaction): Transaction {
  if (tr.getMeta('addToHistory') === false) return tr
  for (const { before, after } of changedRanges(tr)) {
    if (after.to <= after.from) continue
    tr.removeMark(after.from, after.to, deletion)
    tr.removeMark(after.from, after.to, formatChange)
    for (const anchor of inherited(state.doc, before, tr.doc, after)) {
      tr.addMark(after.from, after.to, anchor)
    }
  }
  return tr
}

function inherited(base: Node, replaced: Range, doc: Node, added: Range): readonly Mark[] {
  if (replaced.to > replaced.from) return anchorsOver(base, replaced)
  const left = doc.resolve(added.from).nodeBefore
  const right = doc.resolve(added.to).nodeAfter
  return anchorsOf(left).filter((mark) => anchorsOf(right).some((other) => other.eq(mark)))
}

function anchorsOf(node: Node | null): readonly Mark[] {
  return node?.marks.filter(isAnchor) ?? []
}

/** Anchors that cover every character of the range. */
function anchorsOver(doc: Node, range: Range): readonly Mark[] {
  let common: readonly Mark[] | null = null
  doc.nodesBetween(range.from, range.to, (node) => {
    if (!node.isInline) return
    const own = anchorsOf(node)
    common = common === null ? own : common.filter((mark) => own.some((other) => other.eq(mark)))
  })
  return common ?? []
}
