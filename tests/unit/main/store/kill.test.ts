import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'

const KILLS = 20
const SCRIPT = join(import.meta.dirname, '../../../support/save-for-ever.ts')

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

type Acknowledged = { readonly seq: number; readonly length: number }

/** Runs the typing process, kills it without warning after `acks` saves, and returns the last one it told of. */
async function typeAndKill(articleId: ArticleId, acks: number): Promise<Acknowledged> {
  const child = spawn(process.execPath, [SCRIPT, folder.path, articleId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last: Acknowledged = { seq: 0, length: 0 }
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [seq, length] = line.split(' ').map(Number)
    last = { seq: seq ?? 0, length: length ?? 0 }
    told += 1
    // Lines that were on their way when it died are read as well: they were acknowledged too.
    if (told === acks) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return last
}

function integrity(): string {
  const store = openStore(join(folder.path, 'library.stet-db'))
  if (!store.ok) return store.error.message
  const found = store.value.integrityCheck()
  store.value.close()
  return found
}

/** The text that is there after opening again; opening rebuilds it from snapshot and steps. */
async function reopen(articleId: ArticleId): Promise<Acknowledged> {
  const library = await openTestLibrary(folder.path)
  const { doc, state } = await library.must('review.open', { articleId })
  const verified = await library.must('review.verify', { articleId })
  await library.core.close()
  expect(verified.findings).toEqual([])
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { seq: state.seq, length: parsed.doc.child(0).content.size }
}

test(
  `${KILLS} kills in the middle of saving lose nothing that was acknowledged`,
  { timeout: 300_000 },
  async () => {
    const library = await openTestLibrary(folder.path)
    const file = { name: 'draft.txt', bytes: new TextEncoder().encode('Head\nBody.') }
    const { articleId } = await library.must('articles.import', file)
    await library.core.close()
    const begun = 'Head'.length
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // Every fifth lives long enough to die around an automatic snapshot, after some 500 steps.
      const acks = 1 + ((kill * 17) % 43) + (kill % 5 === 0 ? 150 : 0)
      // One process at a time holds a library.
      // oxlint-disable-next-line no-await-in-loop
      const acknowledged = await typeAndKill(articleId, acks)
      expect(integrity()).toBe('ok')
      // oxlint-disable-next-line no-await-in-loop
      const found = await reopen(articleId)
      expect(found.seq).toBeGreaterThanOrEqual(acknowledged.seq)
      // Every stored step put in one letter, and none is there half.
      expect(found.length).toBe(begun + found.seq)
      expect(found.seq % 3).toBe(0)
    }
  },
)
