import { redlineOf } from '../../../shared/document/compare/redline.ts'
import { readSnapshot } from '../../../shared/document/stored-steps.ts'
import type { Compared, ToCompare } from './compare-in-thread.ts'

/** Comparing in a thread of its own: 100,000 words take longer than a frame. */

function answer({ one, other }: ToCompare): Compared {
  const [before, after] = [readSnapshot(one), readSnapshot(other)]
  if (!before.ok) return before
  if (!after.ok) return after
  const { doc, differences } = redlineOf(before.doc, after.doc)
  return { ok: true, doc: doc.toJSON() as unknown, differences }
}

self.addEventListener('message', ({ data }: MessageEvent<ToCompare>) => {
  // The window that started this has no other origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(answer(data))
})
