import { describe, test, vi } from 'vitest'
import { EVERY_RUN, timeoutOf } from '../../../../support/fuzz.ts'
import { TRACKING_PROPERTIES } from '../../../../support/tracking-properties.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

describe('random edits by two authors', () => {
  test.each(Object.entries(TRACKING_PROPERTIES))('%s', (_name, holds) => {
    holds(EVERY_RUN)
  })
})
