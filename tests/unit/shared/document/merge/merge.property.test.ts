import { describe, test, vi } from 'vitest'
import { EVERY_RUN, timeoutOf } from '../../../../support/fuzz.ts'
import { MERGE_PROPERTIES } from '../../../../support/merge-properties.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

describe('two random passes over one document', () => {
  test.each(Object.entries(MERGE_PROPERTIES))('%s', (_name, holds) => {
    holds(EVERY_RUN)
  })
})
