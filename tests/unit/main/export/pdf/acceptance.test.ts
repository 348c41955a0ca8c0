import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FILE_CHECKS, REVIEW_CHECKS } from '../../../../support/pdf-checks/checks.ts'
import { makeFiles } from '../../../../support/pdf-checks/files.ts'
import { readsHostileWords } from '../../../../support/pdf-checks/hostile.ts'
import { sameBytes } from '../../../../support/pdf-checks/same-bytes.ts'
import { nothing } from '../../../../support/pdf-checks/told.ts'
import type { Files, Told } from '../../../../support/pdf-checks/told.ts'
import { COMMENTS, pdfRequest, REPLY } from '../../../../support/pdf-review.ts'

/**
 * What a finished file must hold, asked of other programs than ours; `npm run check:pdf` asks the same of a whole draft.
 * Size and time are measured (`npm run bench:pdf`).
 */

let folder = ''
let files: Files

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-accept-'))
  files = await makeFiles(folder, pdfRequest())
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Fails with the faults in words, and says what could not be asked. */
async function passes(check: (told: Told) => Promise<void> | void): Promise<void> {
  const told = nothing()
  await check(told)
  for (const words of told.skipped) console.log(`${words}: nothing is asked of it.`)
  expect(told.faults).toEqual([])
}

describe.each(['packet', 'redline', 'clean'] as const)('the %s', (variant) => {
  test.each(FILE_CHECKS)(
    '$name',
    ({ run }) => passes((told) => run({ ...files[variant], folder }, told)),
    120_000,
  )
})

describe('the review', () => {
  test(
    '1. the same bytes by either engine, anywhere',
    () => passes((told) => sameBytes(files, told)),
    120_000,
  )

  test.each(REVIEW_CHECKS)('$name', ({ run }) => passes((told) => run(files, told)), 120_000)

  test('11. hostile words are printed as they are', () =>
    passes((told) => readsHostileWords(files.packet.bytes, told)))
})

test('the checks are asked of something: comments, a reply, a resolution, an unmet rule, a condition', () => {
  const { threads, claims, signatures } = files.packet.report
  expect(threads?.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual([
    COMMENTS[0],
    REPLY,
    COMMENTS[1],
  ])
  expect(threads?.map(({ resolved }) => resolved)).toEqual([false, true])
  expect(claims?.flatMap(({ rules }) => rules.map(({ state }) => state))).toEqual(['unmet'])
  expect(signatures?.map(({ conditions }) => conditions)).toEqual(['Only after the second source.'])
})
