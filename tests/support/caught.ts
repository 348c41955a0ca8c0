import { expect } from 'vitest'
import type { Amount } from './fuzz.ts'

/** More than every run of the tests tries, as rare faults ask for; the same ones each time, up to the first failure. */
const AMOUNT: Amount = { runs: 2000, edits: 20, seed: 1 }

function failureOf(run: () => void): Error | null {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof Error ? error : null
  }
}

/** That a property holds, and no longer does once the fault is put in. */
export function expectCaught(property: (amount: Amount) => void, putFaultIn: () => void): void {
  property({ ...AMOUNT, runs: 20 })
  putFaultIn()
  const failure = failureOf(() => property(AMOUNT))
  expect(failure?.message).toMatch(/^Property failed after \d+ tests/u)
  // The property itself has found it, and not a crash on the way.
  expect(failure?.cause).toMatchObject({ name: 'AssertionError' })
}
