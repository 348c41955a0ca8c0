import { describe, expect, test } from 'vitest'
import { createFinder } from '../../../../../src/shared/document/quotes/reanchor.ts'
import type { Found } from '../../../../../src/shared/document/quotes/reanchor.ts'
import { changeOutside } from '../../../../support/outside-changes.ts'
import type { Anchored } from '../../../../support/outside-changes.ts'

/** The table of the study on anchors: 2,000 anchors of 3 to 9 words in 100,000 words that were changed outside. */

type Verdict = 'right' | 'wrong' | 'left open'

/** Right: at least half of what is found or wanted is both. */
function judge(found: Found, { truth }: Anchored): Verdict {
  if (found.kind === 'tie') return 'left open'
  if (found.kind === 'none') return truth === null ? 'right' : 'left open'
  if (truth === null) return 'wrong'
  const { from, to } = found.place
  const common = Math.min(to, truth.to) - Math.max(from, truth.from)
  return common * 2 >= Math.max(to, truth.to) - Math.min(from, truth.from) ? 'right' : 'wrong'
}

const figures = [
  { share: 0.02, moved: 5, right: 0.99, wrong: 0.001 },
  { share: 0.1, moved: 20, right: 0.99, wrong: 0.005 },
  { share: 0.25, moved: 50, right: 0.97, wrong: 0.01 },
]

describe('anchors are found again after changes outside', () => {
  test.each(figures)('$share of the words changed, $moved paragraphs moved', (aim) => {
    const { text, starts, anchors } = changeOutside({ words: 100_000, anchors: 2000, seed: 7 }, aim)
    const started = process.cpuUsage()
    const find = createFinder({ text, starts })
    const found = anchors.map((anchor) => ({ anchor, found: find(anchor.quote) }))
    const seconds = process.cpuUsage(started).user / 1_000_000
    const judged = found.map(({ anchor, found }) => ({ kind: found.kind, verdict: judge(found, anchor) }))
    const share = (of: typeof judged) => of.length / judged.length
    const right = share(judged.filter(({ verdict }) => verdict === 'right'))
    const wrong = share(judged.filter(({ verdict }) => verdict === 'wrong'))
    const sure = judged.filter(({ kind }) => kind === 'sure')
    expect(sure.filter(({ verdict }) => verdict === 'wrong')).toEqual([])
    expect(right).toBeGreaterThanOrEqual(aim.right)
    expect(wrong).toBeLessThanOrEqual(aim.wrong)
    // Half a second of a processor; the aim is one, and a slower machine has two.
    expect(seconds).toBeLessThan(2)
  })
})
