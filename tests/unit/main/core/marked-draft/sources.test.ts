import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import {
  COMMISSIONED,
  COMMISSIONED_NAME,
  readListed,
  SAMPLE,
} from '../../../../support/marked-draft/drafts.ts'
import { importMarked } from '../../../../support/marked-draft/mark-up.ts'
import type { Marked, Tools } from '../../../../support/marked-draft/mark-up.ts'
import { realWork } from '../../../../support/marked-draft/real-work.ts'
import { settlings, source, verify } from '../../../../support/marked-draft/settle.ts'
import type { Settling } from '../../../../support/marked-draft/settle.ts'

/** Milliseconds: three hundred acts and more, each a transaction of its own on a real disk. */
const LONG = 180_000

/** Claim by claim the list of what blocks grows shorter by one row, and by no other. */
function clearing(path: string): void {
  let folder: ReturnType<typeof temporaryFolder>
  let library: TestLibrary
  let tools: Tools
  let marked: Marked
  let all: readonly Settling[]

  beforeAll(async () => {
    folder = temporaryFolder()
    library = await openTestLibrary(folder.path, realWork)
    tools = { call: callOrThrow(library.core), newId }
    const draft = readListed(path)
    marked = await importMarked(tools, draft)
    all = settlings(marked, draft.list)
  }, LONG)
  afterAll(async () => {
    await library.core.close()
    folder.remove()
  })

  /** The claims that B3 lists, in its order. */
  async function blocking(): Promise<readonly string[]> {
    const { blockers } = await library.must('review.state', { articleId: marked.articleId })
    const row = blockers.find(({ code }) => code === 'B3')
    return row?.causes.flatMap(({ target }) => (target.kind === 'claim' ? [target.id] : [])) ?? []
  }

  async function inOrder(ids: ReadonlySet<string>): Promise<readonly string[]> {
    const { claims } = await library.must('review.state', { articleId: marked.articleId })
    return claims.flatMap(({ id }) => (ids.has(id) ? [id] : []))
  }

  test('each claim that is sourced and verified takes its own row away', { timeout: LONG }, async () => {
    const open = new Set<string>(all.map(({ claimId }) => claimId))
    expect(await blocking()).toEqual(await inOrder(open))
    for (const [turn, settling] of all.entries()) {
      await source(tools, settling)
      // A source by itself clears nothing: somebody has to compare it.
      if (turn % 8 === 0) expect(await blocking()).toEqual(await inOrder(open))
      await verify(tools, settling)
      open.delete(settling.claimId)
      expect(await blocking()).toEqual(await inOrder(open))
    }
    expect(await blocking()).toEqual([])
    const { claims } = await library.must('review.state', { articleId: marked.articleId })
    expect(claims.filter(({ cleared }) => !cleared)).toEqual([])
  })

  test('sources that are taken away again bring one row back', { timeout: LONG }, async () => {
    const { articleId } = marked
    const { claims } = await library.must('review.state', { articleId })
    // It leans on no other claim, and none leans on it.
    const body = new Set(claims.map(({ details }) => details.bodyClaimId))
    const claim = claims.find(
      ({ id, kind, details }) => kind === 'event' && !body.has(id) && details.bodyClaimId === null,
    )
    if (!claim) throw new Error('There is no event.')
    for (const { sourceId } of claim.sources) {
      await library.must('claims.detach', { articleId, claimId: claim.id, sourceId })
    }
    expect(await blocking()).toEqual([claim.id])
    // Others in their place are not those that it was verified by.
    await source(tools, { articleId, claimId: claim.id })
    expect(await blocking()).toEqual([claim.id])
    await verify(tools, { articleId, claimId: claim.id })
    expect(await blocking()).toEqual([])
  })
}

describe('the bundled sample', () => clearing(SAMPLE))
describe.skipIf(COMMISSIONED === null)(COMMISSIONED_NAME, () => clearing(COMMISSIONED ?? SAMPLE))
