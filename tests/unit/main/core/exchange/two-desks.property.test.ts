import * as fc from 'fast-check'
import { test } from 'vitest'
import { journey, randomSteps } from '../../../../support/exchange-journey.ts'
import { EVERY_RUN, parametersOf } from '../../../../support/fuzz.ts'

/** Each step is a transaction on a real disk, or a whole package: a fiftieth of the runs. */
const SOME = { ...EVERY_RUN, runs: Math.ceil(EVERY_RUN.runs / 50) }

test(
  'two desks end with the same review, nothing that was said is missing, and nothing comes twice',
  { timeout: 60_000 + SOME.runs * 30_000 },
  () => fc.assert(fc.asyncProperty(randomSteps(SOME), journey), parametersOf(SOME)),
)
