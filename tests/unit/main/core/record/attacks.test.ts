import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import type { LogEvent } from '../../../../../src/shared/model/review.ts'
import { NO_PREVIOUS, sealEvent } from '../../../../../src/main/core/chain.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { buildSignedReview } from '../../../../support/tampering/signed-review.ts'
import { outside } from '../../../../support/tampering/tamper.ts'

/** What somebody can do who has the file, knows how it is made, and takes pains. */

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  articleId = await buildSignedReview(library)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function attack(act: (db: Database) => void): Promise<readonly string[]> {
  await library.core.close()
  outside(join(folder.path, 'library.stet-db'), act)
  library = await openTestLibrary(folder.path)
  return findings()
}

async function findings(): Promise<readonly string[]> {
  return (await library.must('review.verify', { articleId })).findings.map(({ words }) => words)
}

/** Rewrites one event and every hash after it, as Stet would have made them. */
function rewriteLog(db: Database, events: readonly LogEvent[], seq: number, summary: string): string {
  let last: LogEvent | null = null
  for (const event of events) {
    const said = event.seq === seq ? { ...event, summary } : event
    last = sealEvent(articleId, last, said)
    db.prepare('UPDATE log_event SET summary = ?, previous = ?, hash = ? WHERE seq = ?').run(
      last.summary,
      last.previous,
      last.hash,
      last.seq,
    )
  }
  return last?.hash ?? NO_PREVIOUS
}

describe('somebody who knows how the record is made', () => {
  test('rewrites an event with all hashes after it: the end of the log is not the one that was sealed', async () => {
    const events = await library.must('review.log', { articleId })
    const found = await attack((db) => void rewriteLog(db, events, 2, 'Nothing happened.'))
    expect(found[0]).toContain('The log was cut off or rewritten')
  })

  test('rewrites a row and its seal: the last event of the log names other seals', async () => {
    const found = await attack((db) => {
      db.exec(`UPDATE claim SET paraphrase = 'Nothing was moved.' WHERE id = 'c1'`)
      db.exec(
        `UPDATE seal SET digest = '${'a'.repeat(64)}', logged = digest WHERE kind = 'claim' AND id = 'c1'`,
      )
    })
    expect(found.join(' ')).toContain('Claim 1 (event “Nothing was moved.”)')
  })

  test('moves a seal along with its row, but not what the log names', async () => {
    const found = await attack((db) => {
      const { digest } = db
        .prepare<[], { digest: string }>(`SELECT digest FROM seal WHERE kind = 'reply'`)
        .get() ?? {
        digest: '',
      }
      expect(digest).toHaveLength(64)
      db.exec(`UPDATE seal SET logged = digest, digest = digest, id = 'r2' WHERE kind = 'reply'`)
      db.exec(`UPDATE reply SET id = 'r2'`)
    })
    expect(
      found.some((words) => words.includes('The seals of this review are not those that log event')),
    ).toBe(true)
  })

  test('takes away the end of the log', async () => {
    const found = await attack(
      (db) => void db.exec('DELETE FROM log_event WHERE seq = (SELECT max(seq) FROM log_event)'),
    )
    expect(found[0]).toContain('The log was cut off or rewritten')
    expect(found.join(' ')).toContain('Signature 3 is not the one that the log tells of.')
  })

  test('takes away every seal: they are missed, not made anew', async () => {
    const found = await attack((db) => void db.exec('DELETE FROM seal; DELETE FROM step_seal'))
    expect(found).toContain('The seal of the end of the log is missing.')
  })

  test('takes away the article alone', async () => {
    const found = await attack((db) => void db.exec('DELETE FROM article'))
    expect(found).toContain('The head of the article (slug, status, edition) is missing.')
  })

  /** There is no key: what is on paper or at another desk is what this does not agree with. */
  test('rewrites the log, its end and nothing else: only the hash that was printed tells', async () => {
    const events = await library.must('review.log', { articleId })
    const found = await attack((db) => {
      const end = rewriteLog(db, events, 2, 'Nothing happened.')
      db.prepare(`UPDATE seal SET digest = ?, logged = ? WHERE kind = 'head'`).run(end, end)
    })
    expect(found).toEqual([])
    const now = await library.must('review.log', { articleId })
    expect(now.at(-1)?.hash).not.toBe(events.at(-1)?.hash)
  })
})

test('an act on what was changed outside does not make it whole', async () => {
  const found = await attack((db) => void db.exec(`UPDATE claim SET risk = 'low' WHERE id = 'c2'`))
  expect(found).toHaveLength(1)
  const { people } = await library.must('session.get', {})
  const checker = people.find((one) => one.roles.includes('checker'))
  await library.must('session.switch', { personId: checker?.id ?? '', role: 'checker' })
  const attached = await library.call('claims.attach', {
    articleId,
    claimId: 'c2',
    source: { sourceId: 's1', locator: '', note: '' },
  })
  expect(attached.ok).toBe(true)
  expect(await findings()).toEqual(found)
})

test('a comment that is private to legal is told by its number alone', async () => {
  const found = await attack(
    (db) => void db.exec(`UPDATE message SET text = 'Nothing.' WHERE thread_id = 't1'`),
  )
  expect(found).toEqual(['Comment 1 was changed outside Stet.'])
})
