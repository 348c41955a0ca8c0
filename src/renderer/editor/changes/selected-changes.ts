import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { RowAttrs, Tracking } from '../../../shared/document/attributes.ts'
import { withGroups } from '../../../shared/document/index/change-groups.ts'
import { schema } from '../../../shared/document/schema.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { indexOf } from '../indexing/plugin.ts'

const { insertion, deletion, formatChange } = schema.marks

function trackedIds(tracking: Tracking | null): readonly string[] {
  return [tracking?.insertion?.id, tracking?.deletion?.id].filter((id) => id !== undefined)
}

function inlineIds(node: Node): readonly string[] {
  return node.marks
    .filter(({ type }) => type === insertion || type === deletion || type === formatChange)
    .map((mark) => String(mark.attrs['id']))
}

/** Its ¶ is selected when the selection goes on behind it; its style also when all of its words are. */
function paragraphIds(node: Node, start: number, from: number, to: number): readonly string[] {
  const { paragraphMark, paragraphChange } = paragraphAttrs(node)
  const end = start + node.nodeSize - 1
  const whole = from <= start + 1 && to >= end
  const mark = from <= end && to > end ? trackedIds(paragraphMark) : []
  return paragraphChange && (whole || mark.length > 0) ? [...mark, paragraphChange.id] : mark
}

function idsIn(doc: Node, from: number, to: number): ReadonlySet<string> {
  const ids = new Set<string>()
  const add = (found: readonly string[]) => {
    for (const id of found) ids.add(id)
  }
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline) add(inlineIds(node))
    else if (node.isTextblock) add(paragraphIds(node, position, from, to))
    else if (from <= position && to >= position + node.nodeSize) {
      const { tracking, layoutChange } = node.attrs as Partial<RowAttrs>
      add([...trackedIds(tracking ?? null), ...(layoutChange ? [layoutChange.id] : [])])
    }
  })
  return ids
}

/** The open changes that the selection touches, with the other half of a replacement; none for a caret. */
export function changesInSelection(state: EditorState): readonly string[] {
  const { ranges, empty } = state.selection
  if (empty) return []
  const ids = new Set(ranges.flatMap(({ $from, $to }) => [...idsIn(state.doc, $from.pos, $to.pos)]))
  if (ids.size === 0) return []
  return withGroups(indexOf(state).changes, ids).map((change) => change.id)
}
