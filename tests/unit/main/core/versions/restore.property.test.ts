import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { callOrThrow, RefusedError } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import { EVERY_RUN, parametersOf } from '../../../../support/fuzz.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { sitDown } from '../../../../support/marked-draft/mark-up.ts'
import { perform, randomAct } from '../../../../support/random-acts.ts'
import type { Act, Desk } from '../../../../support/random-acts.ts'
import { expectKept, newLedger } from '../../../../support/said-ledger.ts'
import { withoutAnchors } from '../../../../support/without-anchors.ts'

/** Each act is a transaction on a real disk: a fifteenth of the runs. */
const SOME = { ...EVERY_RUN, runs: Math.ceil(EVERY_RUN.runs / 15) }

const DRAFT =
  'Boats came\nSix boats came in at night. Nobody saw them.\nThe harbour was dark. All knew of it.'

type Move = { readonly act: Act; readonly next: 'nothing' | 'name' | 'restore'; readonly choice: number }

const moves: fc.Arbitrary<Move> = fc.record({
  act: randomAct,
  next: fc.constantFrom('nothing', 'nothing', 'name', 'restore'),
  choice: fc.nat(1000),
})

async function look(library: TestLibrary, articleId: ArticleId) {
  const { doc, state } = await library.must('review.open', { articleId })
  return { doc: schema.nodeFromJSON(doc), state }
}

function expectConsistent({ doc, state }: Awaited<ReturnType<typeof look>>): void {
  const index = indexDocument(doc)
  const open = state.changes.filter((row) => row.state === 'open').map((row) => row.id as string)
  expect(open.toSorted()).toEqual(index.changes.map(({ id }) => id).toSorted())
  const claims = new Set<string>(state.claims.map(({ id }) => id))
  expect([...index.claims.keys()].filter((id) => !claims.has(id))).toEqual([])
}

function statesOf({ state }: Awaited<ReturnType<typeof look>>): ReadonlyMap<string, string> {
  return new Map(state.changes.map((row) => [row.id, row.state]))
}

const same = (one: Node, other: Node) => withoutAnchors(one).eq(withoutAnchors(other))

/** There, and back again by the version that was kept before. */
async function thereAndBack(library: TestLibrary, articleId: ArticleId, choice: number): Promise<void> {
  const { versions } = await library.must('versions.list', { articleId })
  const version = versions[choice % versions.length]
  if (!version) throw new Error('no version')
  const before = await look(library, articleId)
  await library.must('versions.restore', { articleId, versionId: version.id })
  const there = await look(library, articleId)
  const { doc } = await library.must('versions.document', { articleId, versionId: version.id })
  expect(same(there.doc, schema.nodeFromJSON(doc))).toBe(true)
  expect(there.state.textHash).toBe(version.textHash)
  expectConsistent(there)
  const kept = (await library.must('versions.list', { articleId })).versions
  const restored = kept.at(-1)
  expect(restored?.kind).toBe('restore')
  const last = kept.find(({ id }) => id === restored?.parents[0])
  expect(last?.textHash).toBe(before.state.textHash)
  await library.must('versions.restore', { articleId, versionId: last?.id ?? '' })
  const back = await look(library, articleId)
  expect(same(back.doc, before.doc)).toBe(true)
  expectConsistent(back)
  // What was decided is decided again, what was open is open: as if nothing had happened.
  const states = statesOf(back)
  expect([...statesOf(before)].filter(([id, state]) => states.get(id) !== state)).toEqual([])
}

async function play(all: readonly Move[]): Promise<void> {
  const folder = temporaryFolder()
  const library = await openTestLibrary(folder.path)
  const ledger = newLedger()
  const bytes = new TextEncoder().encode(DRAFT)
  const { articleId } = await library.must('articles.import', { name: 'draft.txt', bytes })
  const call = callOrThrow(library.core)
  const sit = async (): Promise<Desk> => {
    const author = await sitDown({ call, newId }, 'desk')
    const window = await openWindow(call, articleId, author, newId)
    return { call, newId, articleId, author, ledger, window }
  }
  let desk = await sit()
  try {
    for (const { act, next, choice } of all) {
      try {
        await perform(desk, act)
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        desk = await sit()
      }
      await sitDown(desk, 'desk')
      if (next === 'name') await library.must('versions.name', { articleId, name: `Kept ${choice}` })
      if (next === 'restore') {
        await thereAndBack(library, articleId, choice)
        desk = await sit()
      }
      await sitDown(desk, 'legal')
      const events = await library.must('review.log', { articleId })
      const { state } = await look(library, articleId)
      expectKept(
        ledger,
        state,
        events.map(({ kind }) => kind),
      )
    }
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  } finally {
    await library.core.close()
    folder.remove()
  }
}

test(
  'any version comes back as it was, and so does what stood before',
  { timeout: SOME.runs * 30_000 },
  async () => {
    const acts = fc.array(moves, { minLength: 1, maxLength: SOME.edits, size: 'max' })
    await fc.assert(fc.asyncProperty(acts, play), parametersOf(SOME))
  },
)
