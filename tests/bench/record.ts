import { join } from 'node:path'
import type { ArticleId, ChangeId, ClaimId, LibraryId, ThreadId } from '../../src/shared/model/ids.ts'
import { openRecord } from '../../src/main/core/record.ts'
import { verifyNow } from '../support/verify-now.ts'
import { done } from '../../src/main/core/outcome.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { temporaryFolder } from '../support/library.ts'
import { AT, articleRow, claimRow, personRow } from '../support/rows.ts'
import { buildWorkload } from './editor/workload.ts'

/**
 * `node tests/bench/record.ts`: milliseconds of processor time that seals add to a save in an article of 100,000 words with 5,000 changes,
 * 2,000 comments and 500 claims: when one letter is typed in a change, when words of a claim change too, and when the save
 * is the first after opening. Then what the first sealing and the check of the record cost.
 */

const SAVES = 60
const LIMIT = 3
const ARTICLE = 'article' as ArticleId
const library = { id: 'bench' as LibraryId, name: '' }

const folder = temporaryFolder()
const path = join(folder.path, 'library.stet-db')

function open() {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

let store = open()

function change(at: number, inserted: string) {
  const id = `change-${at}` as ChangeId
  const undecided = { state: 'open', decidedBy: null, decidedAt: null, reason: null, groupId: null } as const
  const made = { authorId: personRow().id, createdAt: AT, dateRaw: null, inserted, deleted: '' }
  return { id, kind: 'insertion', ...made, ...undecided } as const
}

function fill(): void {
  const said = { level: 'should', audience: 'desk', assigneeId: null, quote: 'the words' } as const
  const doc = buildWorkload('L')
  store.people.save(personRow())
  store.articles.insert(articleRow())
  const json = JSON.stringify(doc.toJSON())
  store.documents.saveSnapshot(ARTICLE, { seq: 0, reason: 'import', schemaVersion: 1, json, at: AT })
  for (let at = 0; at < 5000; at += 1) store.changes.save(ARTICLE, change(at, `word ${at}`))
  for (let at = 0; at < 2000; at += 1) {
    const messages = [
      {
        id: `m${at}`,
        authorId: personRow().id,
        at: AT + at,
        dateRaw: null,
        text: `Why? ${at}`,
        editedAt: null,
        earlier: [],
      },
    ]
    const thread = {
      id: `comment-${at}` as ThreadId,
      target: { kind: 'range' },
      ...said,
      resolvedBy: null,
      resolvedAt: null,
      messages,
    }
    store.threads.insert(ARTICLE, thread as unknown as Parameters<typeof store.threads.insert>[1])
  }
  for (let at = 0; at < 500; at += 1) store.claims.insert(ARTICLE, claimRow(`claim-${at}`))
}

/** Milliseconds: what other programs do meanwhile does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

type Clock = { add(milliseconds: number): void }

/** One save: what is timed is the record alone, without the writes that it looks at. */
function save(clock: Clock, write: () => void, says: boolean): void {
  const outcome = store.transaction(() => {
    const begun = processorTime()
    const record = openRecord({ store, library }, ARTICLE)
    const opened = processorTime()
    write()
    // What the state of the act reads anyway, and the record after it for nothing.
    store.claims.list(ARTICLE)
    store.threads.list(ARTICLE)
    const written = processorTime()
    if (says) record.say({ at: AT, personId: null, kind: 'bench', summary: 'One.' })
    record.close()
    clock.add(processorTime() - written + opened - begun)
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}

function timesOf(work: (clock: Clock, at: number) => void, saves = SAVES): readonly number[] {
  const times: number[] = []
  for (let at = 0; at < saves; at += 1) work({ add: (time) => void times.push(time) }, at)
  return times.toSorted((a, b) => a - b)
}

const median = (times: readonly number[]) => times[Math.floor(times.length / 2)] ?? 0
const tell = (name: string, times: readonly number[]) =>
  console.log(`${name}: ${median(times).toFixed(2)} ms, at most ${(times.at(-1) ?? 0).toFixed(2)} ms`)

function type(at: number): void {
  store.changes.save(ARTICLE, change(at, `word ${at} and more`))
  const steps = [{ stepType: 'replace', from: at + 1, to: at + 1 }]
  const firstSeq = (store.articles.get(ARTICLE)?.headSeq ?? 0) + 1
  store.documents.append(ARTICLE, {
    batchId: `batch-${firstSeq}`,
    authorId: 'ines',
    at: AT,
    firstSeq,
    steps,
  })
}

tell(
  'the first sealing of everything',
  timesOf((clock) => save(clock, fill, true), 1),
)
const typed = timesOf((clock, at) => save(clock, () => type(at), false))
tell('a letter in a change', typed)
const logged = timesOf((clock, at) => save(clock, () => type(at), true))
tell('the same with an event in the log', logged)
const claimed = timesOf((clock, at) =>
  save(
    clock,
    () => {
      type(at)
      store.claims.update(
        ARTICLE,
        claimRow(`claim-${at}`, { id: `claim-${at}` as ClaimId, quote: `other words ${at}` }),
      )
    },
    false,
  ),
)
tell('a letter in the words of a claim', claimed)
store.close()
store = open()
tell(
  'the first save after opening',
  timesOf((clock) => save(clock, () => type(4000), false), 1),
)
const begun = processorTime()
const verified = verifyNow({ store, library }, ARTICLE)
console.log(`the check of ${verified?.rows ?? 0} rows: ${(processorTime() - begun).toFixed(0)} ms`)
store.close()
folder.remove()
if (median(typed) > LIMIT) {
  console.error(`A save costs more than ${LIMIT} ms.`)
  process.exitCode = 1
}
