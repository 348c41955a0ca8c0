import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadPackage } from '../../../../src/shared/exchange/package.ts'
import type { WorkOutcome } from '../../../../src/shared/model/interchange.ts'
import { createWorkThread } from '../../../../src/main/worker/client.ts'
import type { WorkThread } from '../../../../src/main/worker/client.ts'
import { DAMAGE, FORGERY, picks } from '../../../support/package-mutations.ts'
import type { Mutation } from '../../../support/package-mutations.ts'
import { bytesOf } from '../../../support/package-bytes.ts'
import { endlessRows, endlessSchema } from '../../../support/package-trees.ts'
import { wholeReview } from '../../../support/package-review.ts'

/** Read in the thread in which the product reads them, under its limits. */

const RUNS = { damage: 24, forgery: 12 }
const DEADLINE = 10_000

let thread: WorkThread
let bytes: Buffer
let sound: ReadPackage

async function read(mutated: Uint8Array): Promise<WorkOutcome<ReadPackage>> {
  const begun = performance.now()
  const outcome = await thread.ask('read-package', { name: 'hostile.stet', bytes: new Uint8Array(mutated) })
  expect(performance.now() - begun).toBeLessThan(DEADLINE)
  return outcome
}

function isRefusedInWords(outcome: WorkOutcome<ReadPackage>): boolean {
  return (
    !outcome.ok &&
    outcome.error.code !== 'internal' &&
    /Nothing was (taken from it|changed)\.$/.test(outcome.error.message)
  )
}

async function each(
  mutation: Mutation,
  runs: number,
  check: (outcome: WorkOutcome<ReadPackage>, seed: number) => void,
) {
  for (let seed = 1; seed <= runs; seed += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one thread reads them one after the other
    check(await read(mutation(bytes, picks(seed * 7919))), seed)
  }
}

beforeAll(async () => {
  thread = createWorkThread()
  bytes = bytesOf(await wholeReview('legal'))
  const outcome = await read(bytes)
  if (!outcome.ok) throw new Error(outcome.error.message)
  sound = outcome.value
}, 60_000)
afterAll(() => thread.close())

describe('a package that is as it was written', () => {
  test('is read, and nothing is written anywhere for it', async () => {
    const before = readdirSync('.')
    expect((await read(bytes)).ok).toBe(true)
    expect(readdirSync('.')).toEqual(before)
  })
})

describe.each(Object.entries(DAMAGE))('a package that is damaged: %s', (_name, mutation) => {
  test('is refused in words, or read as it was', async () => {
    await each(mutation, RUNS.damage, (outcome, seed) => {
      if (outcome.ok) expect(outcome.value, `seed ${seed}`).toEqual(sound)
      else expect([seed, outcome.error, isRefusedInWords(outcome)]).toEqual([seed, outcome.error, true])
    })
  }, 120_000)
})

describe.each(Object.entries(FORGERY))('a package that is forged: %s', (_name, mutation) => {
  test('is refused in words', async () => {
    await each(mutation, RUNS.forgery, (outcome, seed) => {
      expect([seed, outcome.ok, isRefusedInWords(outcome)], outcome.ok ? '' : outcome.error.message).toEqual([
        seed,
        false,
        true,
      ])
    })
  }, 120_000)
})

describe('a package whose pages lead round and round', () => {
  test.each([
    ['in its table of contents', endlessSchema],
    ['in its rows', endlessRows],
  ])('%s is refused without walking there', async (_name, endless) => {
    const outcome = await read(endless(bytes))
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/^This package is damaged: /)
  })
})

describe('a package that is more than a reader takes', () => {
  test('is refused before anything of it is read', async () => {
    const outcome = await read(Buffer.concat([bytes, Buffer.alloc(64_000_001)]))
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/^This package is too large: it has 64 MB/)
  })

  test('and one that is not done in time ends with its thread, in words', async () => {
    const hurried = createWorkThread({ deadline: 1 })
    const outcome = await hurried.ask('read-package', { name: 'hostile.stet', bytes: new Uint8Array(bytes) })
    await hurried.close()
    expect(isRefusedInWords(outcome)).toBe(true)
  })
})
