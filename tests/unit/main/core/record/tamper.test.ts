import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verified } from '../../../../../src/shared/model/finding.ts'
import type { ArticleId, LibraryId } from '../../../../../src/shared/model/ids.ts'
import { verifyNow } from '../../../../support/verify-now.ts'
import { openStore } from '../../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../../src/main/store/open-store.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import { automaticSnapshots, meaningOf, strangeSnapshots } from '../../../../support/tampering/meaning.ts'
import { buildSignedReview } from '../../../../support/tampering/signed-review.ts'
import { outside, randomFrom, tamper } from '../../../../support/tampering/tamper.ts'

/** What the findings of a change in a table speak of. */
const NAMES: Readonly<Record<string, RegExp>> = {
  log_event: /log/i,
  sign_off: /signature/i,
  document_step: /step|text/i,
  document_snapshot: /snapshot|imported text/i,
  claim: /claim/i,
  claim_source: /claim/i,
  source: /source/i,
  waiver: /waiver/i,
  reply: /reply/i,
  consultation: /consultation/i,
  thread: /comment/i,
  message: /comment/i,
  message_revision: /comment/i,
  change: /change/i,
  change_decision: /decision/i,
  version: /version/i,
  original: /Word file/,
  article: /article|desk list/i,
}

/** FUZZ_RUNS and FUZZ_SEED ask for others. */
const CASES = Number(process.env['FUZZ_RUNS'] ?? 200)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122)

let folder: ReturnType<typeof temporaryFolder>
let whole: string
let articleId: ArticleId
let library: { readonly id: LibraryId; readonly name: string }
let meaning: string
let snapshots: readonly (string | null)[]

function withStore<T>(path: string, act: (store: Store) => T): T {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.error.message)
  try {
    return act(opened.value)
  } finally {
    opened.value.close()
  }
}

function look(path: string): { readonly verified: Verified | null; readonly altered: boolean } {
  return withStore(path, (store) => {
    const verified = verifyNow({ store, library }, articleId)
    const altered = meaningOf(store, articleId) !== meaning || strangeSnapshots(store, articleId, snapshots)
    return { verified, altered }
  })
}

beforeAll(async () => {
  folder = temporaryFolder()
  whole = join(folder.path, 'library.stet-db')
  const made = await openTestLibrary(folder.path)
  articleId = await buildSignedReview(made)
  await made.core.close()
  withStore(whole, (store) => {
    library = { id: store.settings.get('library-id') as LibraryId, name: '' }
    meaning = meaningOf(store, articleId)
    snapshots = automaticSnapshots(store, articleId)
  })
}, 30_000)
afterAll(() => folder.remove())

describe('two hundred changes at random, outside Stet', () => {
  test(
    'those that alter what anybody reads are found and named, the others are not called broken',
    () => {
      expect(look(whole)).toMatchObject({ altered: false, verified: { findings: [] } })
      const random = randomFrom(SEED)
      const tables = Object.keys(NAMES)
      const copy = join(folder.path, 'copy.stet-db')
      const wrong: string[] = []
      const tally = { altered: 0, harmless: 0 }
      for (let done = 0; done < CASES;) {
        const table = tables[done % tables.length] ?? 'claim'
        copyFileSync(whole, copy)
        const what = outside(copy, (db) => tamper(db, random, table))
        if (what === null) continue
        done += 1
        const { verified, altered } = look(copy)
        const words = verified?.findings.map((one) => one.words) ?? ['The article is missing.']
        tally[altered ? 'altered' : 'harmless'] += 1
        const named = words.some((one) => NAMES[table]?.test(one))
        if (altered && !named) wrong.push(`missed: ${what}: ${words.join(' ')}`)
        if (!altered && words.length > 0) wrong.push(`called broken: ${what}: ${words.join(' ')}`)
        rmSync(copy)
      }
      expect(wrong).toEqual([])
      expect(tally.altered).toBeGreaterThan(CASES / 2)
      expect(tally.harmless).toBeGreaterThan(0)
    },
    60_000 + CASES * 600,
  )
})

test.each([
  ['a changed byte', 'UPDATE original SET bytes = zeroblob(length(bytes))', 'was changed outside Stet'],
  ['its removal', 'DELETE FROM original', 'is missing'],
  ['another time', 'UPDATE original SET at = at + 1', 'was changed outside Stet'],
])('of the Word file that is kept with a review %s is found and named', (_, sql, words) => {
  const copy = join(folder.path, 'copy.stet-db')
  copyFileSync(whole, copy)
  expect(outside(copy, (db) => db.prepare(sql).run().changes)).toBe(1)
  const found = look(copy).verified?.findings.map((one) => one.words) ?? []
  expect(found.filter((one) => one.includes('Word file')).join()).toContain(words)
})
