import { describe, test, vi } from 'vitest'
import { DECIDE_PROPERTIES } from '../../../../support/decide-properties.ts'
import { EVERY_RUN, timeoutOf } from '../../../../support/fuzz.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

describe('random decisions on random redlines', () => {
  test.each(Object.entries(DECIDE_PROPERTIES))('%s', (_name, holds) => {
    holds(EVERY_RUN)
  })
})
