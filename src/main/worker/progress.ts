import type { WorkProgress } from '../../shared/model/interchange.ts'

/** Often enough to be seen to move, and too seldom to keep anybody from work. */
const BETWEEN_MS = 100

/** Passes on what is told at most every tenth of a second; the first word of a new step always. */
export function seldom(
  tell: (how: WorkProgress) => void,
  now: () => number = Date.now,
): (how: WorkProgress) => void {
  let label = ''
  let last = -Infinity
  return (how) => {
    const at = now()
    if (how.label === label && at - last < BETWEEN_MS) return
    label = how.label
    last = at
    tell(how)
  }
}
