import type { Node } from 'prosemirror-model'
import type { ParagraphMark, Tracking } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { deletionOf, insertionOf, paragraphAttrs } from '../../../shared/document/tracking-state.ts'

type Side = keyof Tracking

/**
 * A table stops a join in Word: where the ¶ before it goes, its text stays before the table, and does not run on into
 * the paragraph after it as it does here. So a tracked ¶ before a table is kept only where both come to the same: where
 * nothing of its text stays, or where nothing of the table does. `lost`: how many were not.
 */
export function withoutLostMarks(blocks: readonly Node[]): {
  readonly blocks: readonly Node[]
  readonly lost: number
} {
  let lost = 0
  const result = blocks.map((block, index) => {
    if (!block.isTextblock || blocks[index + 1]?.isTextblock !== false) return block
    const mark = paragraphAttrs(block).paragraphMark
    if (!mark) return block
    const kept = (['insertion', 'deletion'] as const).filter(
      (side) => mark[side] && !runsPast(blocks, index, side),
    )
    const was = Object.keys(mark).length
    if (kept.length === was) return block
    lost += was - kept.length
    const paragraphMark: ParagraphMark | null =
      kept.length === 0 ? null : Object.fromEntries(kept.map((side) => [side, mark[side]]))
    return schema.nodes.para.create({ ...block.attrs, paragraphMark }, block.content)
  })
  return { blocks: result, lost }
}

/** Whether text that stays would run past a table that stays, once the ¶ of that side are gone. */
function runsPast(blocks: readonly Node[], index: number, side: Side): boolean {
  if (!tablesAfter(blocks, index).some((table) => !isGoing(table, side))) return false
  for (let at = index; at >= 0; at -= 1) {
    const block = blocks[at]
    if (!block) return false
    if (!block.isTextblock) {
      if (isGoing(block, side)) continue
      return false
    }
    if (at < index && !paragraphAttrs(block).paragraphMark?.[side]) return false
    if (block.children.some((node) => !hasSide(node, side))) return true
  }
  return false
}

function tablesAfter(blocks: readonly Node[], index: number): readonly Node[] {
  const rest = blocks.slice(index + 1)
  const end = rest.findIndex((block) => block.isTextblock)
  return end < 0 ? rest : rest.slice(0, end)
}

function isGoing(table: Node, side: Side): boolean {
  return table.children.every((row) => {
    const tracking = row.attrs['tracking'] as Tracking | null
    if (tracking?.[side] !== undefined) return true
    return row.children.every((cell) => (cell.attrs['tracking'] as Tracking | null)?.[side] !== undefined)
  })
}

function hasSide(node: Node, side: Side): boolean {
  return (side === 'insertion' ? insertionOf(node.marks) : deletionOf(node.marks)) !== null
}
