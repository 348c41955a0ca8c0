import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { settleBlocks } from './decide/settled-nodes.ts'
import type { Decision } from './decide/settled.ts'
import { isAnchor, paragraphAttrs } from './tracking-state.ts'

/**
 * Whether an edit left alone what stands when every open change is rejected, as everything does that is tracked.
 * Only the blocks that differ are read, with those that a rejection would join to them.
 */
export function keepsOriginal(before: Node, after: Node): boolean {
  const region = differingBlocks(before.children, after.children)
  return region === null || originalOf(region.before).eq(originalOf(region.after))
}

const REJECT_ALL: Decision = { decides: () => true, verdict: 'reject' }

type Blocks = readonly Node[]
type Region = { readonly before: Blocks; readonly after: Blocks }

/** Text runs on from such a block into the next when everything is rejected; past a table it may run as well. */
function runsOn(block: Node | undefined): boolean {
  if (block === undefined) return false
  return !block.isTextblock || paragraphAttrs(block).paragraphMark?.insertion !== undefined
}

function differingBlocks(before: Blocks, after: Blocks): Region | null {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  if (start === least && before.length === after.length) return null
  let kept = 0
  while (kept < least - start && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1
  while (start > 0 && runsOn(before[start - 1])) start -= 1
  // One block more than differs, for what an inserted ¶ joins to it.
  do kept = Math.max(0, kept - 1)
  while (kept > 0 && runsOn(before.at(-1 - kept)))
  return {
    before: before.slice(start, before.length - kept),
    after: after.slice(start, after.length - kept),
  }
}

function originalOf(blocks: Blocks): Fragment {
  return withoutAnchors(settleBlocks(blocks, REJECT_ALL))
}

/** Comments and claims may come and go: they change nothing of the text. */
function withoutAnchors(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      const marks = node.marks.filter((mark) => !isAnchor(mark))
      return (node.isText ? node : node.copy(withoutAnchors(node.content))).mark(marks)
    }),
  )
}
