import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { DecideStep } from '../../shared/document/decide/decide-step.ts'
import { decide } from '../../shared/document/decide/decide.ts'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import type { PlacedIndex } from '../../shared/document/index/document-index.ts'
import { keepsOriginal } from '../../shared/document/same-original.ts'
import type { Ruling } from './decided-steps.ts'

/**
 * Who may not edit without tracking leaves what stands when everything is rejected alone, but by decisions. The window
 * tracks by itself; this is for a window that does not.
 */

/** A stretch of an edit: each decision by itself, and all steps between two of them together. */
export type Stretch = { readonly before: Node; readonly after: Node; readonly isDecision: boolean }

/** Adds a step that was applied to the stretches before it. */
export function stretchBy(stretches: Stretch[], step: Step, before: Node, after: Node): void {
  const isDecision = step instanceof DecideStep
  const last = stretches.at(-1)
  if (!isDecision && last && !last.isDecision) {
    stretches[stretches.length - 1] = { before: last.before, after, isDecision }
  } else stretches.push({ before, after, isDecision })
}

type Rulings = ReadonlyMap<string, Ruling>

function idsOf(doc: Node, known: PlacedIndex): ReadonlySet<string> {
  return new Set(indexDocument(doc, known).changes.map((entry) => entry.id))
}

/** Decided as the window said, or a decision undone: made again, it gives the text from before. */
function isDeciding({ before, after }: Stretch, rulings: Rulings, known: PlacedIndex): boolean {
  const [was, now] = [idsOf(before, known), idsOf(after, known)]
  const gone = [...was].filter((id) => !now.has(id))
  if (gone.length > 0) return gone.every((id) => rulings.has(id))
  const back = new Set([...now].filter((id) => !was.has(id)))
  const verdicts = ['accept', 'reject'] as const
  return back.size > 0 && verdicts.some((verdict) => decide(after, back, verdict).doc.eq(before))
}

/** Whether some of it was neither tracked nor a decision. `known`: the index of a text like these. */
export function isUntracked(stretches: readonly Stretch[], rulings: Rulings, known: PlacedIndex): boolean {
  return !stretches.every(
    (stretch) =>
      keepsOriginal(stretch.before, stretch.after) ||
      // A decision need not be one step by itself: then it is all that the edit does.
      ((stretch.isDecision || stretches.length === 1) && isDeciding(stretch, rulings, known)),
  )
}
