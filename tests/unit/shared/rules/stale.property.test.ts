import { test } from 'vitest'
import { EVERY_RUN, timeoutOf } from '../../../support/fuzz.ts'
import type { Amount } from '../../../support/fuzz.ts'
import { STALE_PROPERTIES } from '../../../support/stale-properties.ts'

/** Every step of each case is read letter by letter, twice. */
const SOME: Amount = { ...EVERY_RUN, runs: Math.ceil(EVERY_RUN.runs / 5) }

for (const [name, holds] of Object.entries(STALE_PROPERTIES)) {
  test(name, { timeout: 4 * timeoutOf(EVERY_RUN) }, () => holds(SOME))
}
