import { expect } from 'vitest'
import type { ReviewState } from '../../src/shared/model/review.ts'

/** All that was ever said about an article, each with a name: what must be readable for good. */
export type Ledger = {
  /** Names of what was said, and not taken back by an act of its own. */
  readonly said: Set<string>
  /** Kinds of log events that took something back, one for each time. */
  readonly takenBack: string[]
}

export const nameOf = {
  message: (thread: string, text: string) => `“${text}” in ${thread}`,
  claim: (id: string) => `claim ${id}`,
  source: (id: string) => `source ${id}`,
  link: (claim: string, source: string) => `source ${source} at claim ${claim}`,
  waiver: (id: string) => `waiver ${id}`,
  reply: (id: string) => `reply ${id}`,
  consultation: (id: string) => `consultation ${id}`,
}

/** The names of all that the state tells, earlier wordings too. */
function readable(state: ReviewState): ReadonlySet<string> {
  return new Set([
    ...state.threads.flatMap(({ id, messages }) =>
      messages.flatMap(({ text, earlier }) =>
        [text, ...earlier.map((was) => was.text)].map((words) => nameOf.message(id, words)),
      ),
    ),
    ...state.claims.flatMap(({ id, sources }) => [
      nameOf.claim(id),
      ...sources.map(({ sourceId }) => nameOf.link(id, sourceId)),
    ]),
    ...state.sources.map(({ id }) => nameOf.source(id)),
    ...state.waivers.map(({ id }) => nameOf.waiver(id)),
    ...state.replies.map(({ id }) => nameOf.reply(id)),
    ...state.consultations.map(({ id }) => nameOf.consultation(id)),
  ])
}

export function newLedger(): Ledger {
  return { said: new Set(), takenBack: [] }
}

/** `state`: as somebody reads it who may read everything. `events`: the kinds of the log. */
export function expectKept(ledger: Ledger, state: ReviewState, events: readonly string[]): void {
  const found = readable(state)
  expect([...ledger.said].filter((name) => !found.has(name))).toEqual([])
  for (const kind of new Set(ledger.takenBack)) {
    const times = (list: readonly string[]) => list.filter((one) => one === kind).length
    expect([kind, times(events)]).toEqual([kind, times(ledger.takenBack)])
  }
  // What has no words any more still says which they were.
  for (const { orphaned, quote } of state.claims) expect(orphaned && quote === '').toBe(false)
  for (const { orphaned, quote } of state.threads) expect(orphaned && quote === '').toBe(false)
}
