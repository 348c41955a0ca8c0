import { describe, test, vi } from 'vitest'
import { EXCHANGE_PROPERTIES } from '../../../support/exchange-properties.ts'
import { EVERY_RUN, timeoutOf } from '../../../support/fuzz.ts'

/** A story is twice as many acts as a property has edits, with a merge now and then. */
vi.setConfig({ testTimeout: 3 * timeoutOf(EVERY_RUN) })

describe('two desks that pass one review back and forth', () => {
  test.each(Object.entries(EXCHANGE_PROPERTIES))('%s', (_name, holds) => {
    holds(EVERY_RUN)
  })
})
