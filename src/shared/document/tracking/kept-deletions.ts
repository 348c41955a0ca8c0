import type { ChangeRef } from '../attributes.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { addMark, remove } from './rewrite.ts'
import { blockAt, isBlockStart, positionAt, positionBetween, stateOf } from './runs.ts'
import type { Run } from './runs.ts'
import { schema } from '../schema.ts'
import { deletionFor, isWithdrawn } from './tracked-content.ts'
import type { ContentContext } from './tracked-content.ts'
import { isOwnTable, planDeletedTable } from './tracked-tables.ts'
import type { Plan } from './tracking-work.ts'

/** What an edit took away at one place: one's own insertions really go, everything else stays as deleted. */

function goes(run: Run, context: ContentContext): boolean {
  return run.kind === 'table' ? isOwnTable(run.node, context.author) : isWithdrawn(run, context)
}

/** Stretches of runs that go, one after the other. */
function stretches(removed: readonly Run[], context: ContentContext): Run[][] {
  const found: Run[][] = []
  let isOpen = false
  for (const run of removed) {
    if (!goes(run, context)) isOpen = false
    else if (isOpen) found.at(-1)?.push(run)
    else {
      found.push([run])
      isOpen = true
    }
  }
  return found
}

/**
 * Plans the removal of a stretch, and returns the runs that go. The text before a ¶ cannot run on into a table, so
 * that such a ¶ stays, and is marked.
 */
function removeStretch(plan: Plan, stretch: readonly Run[]): readonly Run[] {
  const { base, rewrite } = plan
  const first = stretch[0]
  const last = stretch.at(-1)
  if (!first || !last) return []
  const { from } = first
  const { to } = last
  const isStart = isBlockStart(base, from)
  const isEnd = isBlockStart(base, to)
  const next = blockAt(base, to)
  if (isStart && isEnd) remove(rewrite, positionBetween(base, from), positionBetween(base, to), true)
  else if (isEnd && !next.node.isTextblock) {
    const mark = stretch.findLastIndex((run) => run.kind === 'paragraph')
    return [...removeStretch(plan, stretch.slice(0, mark)), ...removeStretch(plan, stretch.slice(mark + 1))]
  } else if (first.kind === 'table') {
    remove(rewrite, positionBetween(base, from), next.before, true)
    remove(rewrite, next.before + 1, positionAt(base, to))
  } else remove(rewrite, positionAt(base, from), positionAt(base, to))
  return stretch
}

/** Plans what becomes of the removed runs, and returns how much of them stays, in offsets. */
export function keepDeleted(plan: Plan, range: ChangedRange, removed: readonly Run[]): number {
  const { base, rewrite, context } = plan
  const starts = new Map(stretches(removed, context).map((stretch) => [stretch[0], stretch]))
  const gone = new Set<Run>()
  let made: ChangeRef | null = null
  const deletion = () => (made ??= deletionFor(base, range, removed, context))
  let kept = 0
  for (const run of removed) {
    const stretch = starts.get(run)
    if (stretch) for (const one of removeStretch(plan, stretch)) gone.add(one)
    if (gone.has(run)) continue
    kept += run.to - run.from
    const isNew = stateOf(run).deletion === undefined
    if (run.kind === 'table') planDeletedTable(rewrite, run.node, run.at, deletion, context.author)
    else if (run.kind === 'paragraph') {
      const { index } = blockAt(base, run.from)
      plan.marks.push({ kind: 'deleted', base: index, deletion: isNew ? deletion() : null })
    } else if (isNew) {
      const width = run.kind === 'text' ? run.to - run.from : run.node.nodeSize
      addMark(rewrite, run.node, run.at, run.at + width, schema.mark('deletion', deletion()))
    }
  }
  return kept
}
