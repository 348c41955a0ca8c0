import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import type { HeadlessWindow } from '../../../../support/headless-window.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import {
  COMMISSIONED,
  COMMISSIONED_NAME,
  readListed,
  SAMPLE,
} from '../../../../support/marked-draft/drafts.ts'
import type { ListedDraft } from '../../../../support/marked-draft/drafts.ts'
import { EDITS, SAME_WORDS } from '../../../../support/marked-draft/edits.ts'
import { importMarked, sitDown } from '../../../../support/marked-draft/mark-up.ts'
import type { Marked, Tools } from '../../../../support/marked-draft/mark-up.ts'
import { findSpot } from '../../../../support/marked-draft/places.ts'
import { realWork } from '../../../../support/marked-draft/real-work.ts'
import { finalStarts, openReview, standing, wordsById } from '../../../../support/marked-draft/standing.ts'
import type { Opened } from '../../../../support/marked-draft/standing.ts'

/** Milliseconds: a hundred and more acts, each a transaction of its own on a real disk. */
const LONG = 120_000

/** The words of each comment and claim, place by place. */
function sortedWords(window: HeadlessWindow): ReadonlyMap<string, readonly string[]> {
  const sorted = (words: string) => words.replaceAll(/ +/g, ' ').split(' … ').toSorted()
  return new Map([...wordsById(window.doc())].map(([id, words]) => [id, sorted(words)]))
}

function journey(path: string): void {
  let folder: ReturnType<typeof temporaryFolder>
  let library: TestLibrary
  let tools: Tools
  let draft: ListedDraft
  let marked: Marked
  let window: HeadlessWindow
  let start: Opened

  const review = () => openReview(tools.call, marked.articleId)

  async function open(): Promise<void> {
    const author = await sitDown(tools, 'desk')
    window = await openWindow(tools.call, marked.articleId, author, newId)
  }

  beforeAll(async () => {
    folder = temporaryFolder()
    library = await openTestLibrary(folder.path, realWork)
    tools = { call: callOrThrow(library.core), newId }
    draft = readListed(path)
    marked = await importMarked(tools, draft)
    await open()
    start = await review()
  }, LONG)
  afterAll(async () => {
    await library.core.close()
    folder.remove()
  })

  /** Everything that was said is there; what has no words any more says what they were. */
  async function nothingLost(): Promise<Opened> {
    const now = await review()
    expect(now.doc.eq(window.doc())).toBe(true)
    const ids = ({ state }: Opened) => [...state.claims, ...state.threads].map(({ id }) => id).toSorted()
    expect(ids(now)).toEqual(ids(start))
    const messages = new Map(start.state.threads.map(({ id, messages: said }) => [id, said]))
    for (const { id, messages: said } of now.state.threads) expect(said).toEqual(messages.get(id))
    const words = wordsById(now.doc)
    for (const { id, orphaned, quote } of now.state.claims) {
      expect([id, orphaned]).toEqual([id, (words.get(id) ?? '') === ''])
      expect(quote).not.toBe('')
    }
    for (const { id, target, orphaned, quote } of now.state.threads) {
      if (target.kind !== 'range') continue
      expect([id, orphaned]).toEqual([id, (words.get(id) ?? '') === ''])
      expect(quote).not.toBe('')
    }
    numbersInOrder(now)
    return now
  }

  function numbersInOrder({ doc, state }: Opened): void {
    expect(state.claims.map(({ number }) => number)).toEqual(state.claims.map((_, place) => place + 1))
    const starts = finalStarts(doc)
    const standingOnes = state.claims.flatMap(({ id }) => starts.get(id) ?? [])
    expect(standingOnes).toEqual(standingOnes.toSorted((a, b) => a - b))
  }

  test('everything of the list is there, numbered in the order of the text', async () => {
    const { doc, state } = await nothingLost()
    const { claims, anchors, notes, onArticle, onClaims } = draft.shape
    expect(state.claims).toHaveLength(claims)
    expect(state.threads).toHaveLength(notes)
    expect(state.threads.filter(({ target }) => target.kind === 'article')).toHaveLength(onArticle)
    expect(state.threads.filter(({ target }) => target.kind === 'claim')).toHaveLength(onClaims)
    const listed = standing({ doc, state }).claims
    expect(listed.reduce((sum, { places }) => sum + places, 0)).toBe(anchors)
    const first = ({ at }: (typeof draft.list.claims)[number]) =>
      Math.min(...at.map((spot) => findSpot(doc, spot).from))
    const inOrder = draft.list.claims.toSorted((a, b) => first(a) - first(b))
    expect(state.claims.map(({ id }) => id)).toEqual(inOrder.map(({ key }) => marked.claims.get(key)))
    for (const { key, at } of draft.list.claims) {
      const found = at.map((spot) => findSpot(doc, spot)).toSorted((a, b) => a.from - b.from)
      const claim = state.claims.find(({ id }) => id === marked.claims.get(key))
      expect(claim?.words).toBe(found.map(({ words }) => words).join(' … '))
    }
  })

  test.each(EDITS)(
    '%s: none is lost, and undo, redo and undo are exact',
    async (name, act) => {
      const before = standing(await review())
      const words = sortedWords(window)
      await act(window)
      const after = standing(await nothingLost())
      if (SAME_WORDS.test(name)) expect(sortedWords(window)).toEqual(words)
      // Some acts are two.
      let acts = 0
      while (await window.undo()) acts += 1
      expect(standing(await nothingLost())).toEqual(before)
      for (let again = 0; again < acts; again++) await window.redo()
      expect(standing(await nothingLost())).toEqual(after)
      while (await window.undo());
      expect(standing(await nothingLost())).toEqual(before)
      await open()
    },
    LONG,
  )

  test(
    'all of them, accepted, rejected, and both undone',
    async () => {
      for (const [, act] of EDITS) await act(window)
      const open = await nothingLost()
      expect(open.state.changes.filter(({ state }) => state === 'open').length).toBeGreaterThan(8)
      const before = standing(open)
      // The final words are what accepting gives, so it changes none of them.
      const words = wordsById(open.doc)
      await window.decide('accepted')
      const accepted = await nothingLost()
      expect(accepted.state.changes.filter(({ state }) => state === 'open')).toEqual([])
      for (const [id, now] of wordsById(accepted.doc)) expect([id, now]).toEqual([id, words.get(id)])
      for (const { id, orphaned } of accepted.state.claims) {
        expect([id, orphaned]).toEqual([id, (words.get(id) ?? '') === ''])
      }
      await window.undo()
      expect(standing(await nothingLost())).toEqual(before)

      await window.decide('rejected')
      const rejected = await nothingLost()
      expect(wordsById(rejected.doc)).toEqual(wordsById(start.doc))
      expect(rejected.state.claims.map(({ id }) => id)).toEqual(start.state.claims.map(({ id }) => id))
      await window.undo()
      expect(standing(await nothingLost())).toEqual(before)
    },
    LONG,
  )

  test(
    'one change after the other, in any order, by turns accepted and rejected',
    async () => {
      const before = standing(await review())
      const ids = window.index().changes.map(({ id }) => id)
      // Neither from the front nor from the back.
      const turns = ids.toSorted((a, b) => (a.at(-1) ?? '').localeCompare(b.at(-1) ?? ''))
      let acts = 0
      for (const [turn, id] of turns.entries()) {
        if (!window.index().changes.some((change) => change.id === id)) continue
        await window.decide(turn % 2 === 0 ? 'accepted' : 'rejected', [id])
        acts += 1
        if (turn % 7 === 0) await nothingLost()
      }
      await nothingLost()
      for (let back = 0; back < acts; back++) await window.undo()
      expect(standing(await nothingLost())).toEqual(before)
    },
    LONG,
  )

  test(
    'the library closed and opened again, and copied as a kill leaves it',
    async () => {
      const before = standing(await review())
      const left = temporaryFolder()
      // What lies on the disk while it is open is what a kill leaves.
      for (const name of readdirSync(folder.path))
        copyFileSync(join(folder.path, name), join(left.path, name))
      const killed = await openTestLibrary(left.path, realWork)
      expect(standing(await openReview(callOrThrow(killed.core), marked.articleId))).toEqual(before)
      expect(await killed.must('review.verify', { articleId: marked.articleId })).toMatchObject({ ok: true })
      await killed.core.close()
      left.remove()

      await library.core.close()
      library = await openTestLibrary(folder.path, realWork)
      tools = { call: callOrThrow(library.core), newId }
      await open()
      expect(standing(await nothingLost())).toEqual(before)
      await window.decide('accepted')
      const accepted = await nothingLost()
      await library.core.close()
      library = await openTestLibrary(folder.path, realWork)
      tools = { call: callOrThrow(library.core), newId }
      await open()
      expect(standing(await nothingLost())).toEqual(standing(accepted))
    },
    LONG,
  )
}

describe('the bundled sample, marked', () => journey(SAMPLE))
describe.skipIf(COMMISSIONED === null)(COMMISSIONED_NAME, () => journey(COMMISSIONED ?? SAMPLE))
