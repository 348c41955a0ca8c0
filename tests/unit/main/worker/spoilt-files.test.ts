import { expect, test } from 'vitest'
import { soundFiles } from '../../../support/word-fuzz/seeds.ts'
import { trySpoilt } from '../../../support/word-fuzz/try-spoilt.ts'
import type { Tried } from '../../../support/word-fuzz/try-spoilt.ts'

/** The same ones each time; `npm run fuzz:docx` tries 5,000. */
const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1)

test(
  'spoilt Word files are read or refused in words, soon, and end nothing',
  { timeout: 240_000 },
  async () => {
    const tried: Tried[] = []
    await trySpoilt(await soundFiles(3), SEEDS, (one) => tried.push(one))
    expect(tried.filter((one) => one.fault !== '')).toEqual([])
    expect(tried).toHaveLength(SEEDS.length)
    // Both ways are gone, and not one of them only.
    expect(tried.filter((one) => one.taken).length).toBeGreaterThan(25)
    expect(tried.filter((one) => !one.taken).length).toBeGreaterThan(12)
  },
)
