import type { Node } from 'prosemirror-model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOrThrow, openHeadless } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ReviewState } from '../../../../../src/shared/model/review.ts'
import { editOf, openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import {
  COMMISSIONED,
  COMMISSIONED_NAME,
  readListed,
  SAMPLE,
} from '../../../../support/marked-draft/drafts.ts'
import type { ListedDraft } from '../../../../support/marked-draft/drafts.ts'
import { markUp, sitDown } from '../../../../support/marked-draft/mark-up.ts'
import type { Marked, Tools } from '../../../../support/marked-draft/mark-up.ts'
import { realWork } from '../../../../support/marked-draft/real-work.ts'
import { settle, settlings, verify } from '../../../../support/marked-draft/settle.ts'
import { openReview } from '../../../../support/marked-draft/standing.ts'
import { signSlot, walkToReady } from '../../../../support/walk-desk.ts'

/** Milliseconds: some hundreds of acts, each a transaction of its own on a real disk. */
const LONG = 240_000

type Letter = { readonly place: number; readonly claims: readonly string[] }

/** A small letter of the body for which `fits` says so of the claims on it. */
function letterAt(doc: Node, fits: (claims: readonly string[]) => boolean): Letter {
  let found: Letter | null = null
  doc.descendants((node, at, parent) => {
    if (found !== null || !node.isText || parent?.attrs['style'] !== 'body') return
    const claims = node.marks.flatMap(({ type, attrs }) =>
      type.name === 'claim' ? [String(attrs['id'])] : [],
    )
    const letter = /[a-z]/.exec(node.text ?? '')
    if (letter && fits(claims)) found = { place: at + letter.index, claims }
  })
  if (found === null) throw new Error('There is no such letter.')
  return found
}

/** What is expected of a draft before anybody did anything to it, and where its way leads. */
type Expected = { readonly untouched: readonly string[]; readonly way: readonly string[] }

function toFiled(path: string, expected: Expected): void {
  let folder: ReturnType<typeof temporaryFolder>
  let library: TestLibrary
  let tools: Tools
  let draft: ListedDraft
  let marked: Marked

  beforeAll(async () => {
    folder = temporaryFolder()
    library = await openTestLibrary(folder.path, realWork)
    tools = { call: callOrThrow(library.core), newId }
    draft = readListed(path)
    const { articleId } = await library.must('articles.import', { name: draft.name, bytes: draft.bytes })
    marked = { articleId, claims: new Map(), threads: [] }
  }, LONG)
  afterAll(async () => {
    await library.core.close()
    folder.remove()
  })

  const at = () => ({ library, articleId: marked.articleId })
  const state = (): Promise<ReviewState> => library.must('review.state', { articleId: marked.articleId })
  const codes = async () => (await state()).blockers.map(({ code }) => code)
  const voids = async () =>
    (await state()).slots.flatMap(({ slot, state, cause }) => (state === 'void' ? [`${slot}: ${cause}`] : []))

  /** One letter more, as the desk types it without tracking; answers the claims that it stands in. */
  async function typeLetter(fits: (claims: readonly string[]) => boolean): Promise<readonly string[]> {
    await sitDown(tools, 'desk')
    const { doc, state } = await openReview(tools.call, marked.articleId)
    const { place, claims } = letterAt(doc, fits)
    const marks = doc.nodeAt(place)?.marks ?? []
    const edit = editOf(doc, state.seq, (tr) => void tr.insert(place, schema.text('x', marks)))
    await library.must('document.save', { articleId: marked.articleId, edit, decided: [] })
    return claims
  }

  async function approveAndFile(): Promise<ReviewState> {
    const approved = await signSlot(at(), 'approval')
    if (!approved.ok) throw new Error(approved.error.message)
    await sitDown(tools, 'desk')
    return library.must('approval.file', { articleId: marked.articleId })
  }

  test('approving it untouched is refused, with this list', async () => {
    const refused = await signSlot(at(), 'approval')
    expect(refused.ok ? '' : refused.error.code).toBe('blocked')
    expect(refused.ok ? '' : refused.error.message).toBe(
      `Nothing was signed. Approval is signed at Ready, and the article stands at Draft. ${expected.untouched.join(' ')}`,
    )
    expect((await state()).signOffs).toEqual([])
  })

  test('marked up, its list names all that was marked', { timeout: LONG }, async () => {
    marked = await markUp(tools, marked.articleId, draft.list)
    const desk = await sitDown(tools, 'desk')
    const editor = await openHeadless(tools.call, marked.articleId, desk, newId)
    await editor.edit((tr) => tr.insert(tr.doc.content.size - 1, schema.text(' It ends here.')))
    expect(await codes()).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B9'])
    const { blockers, claims } = await state()
    expect(blockers.find(({ code }) => code === 'B3')?.causes).toHaveLength(draft.shape.claims)
    expect(claims).toHaveLength(draft.shape.claims)
    const refused = await signSlot(at(), 'approval')
    const told = refused.ok ? '' : refused.error.message
    expect(told.match(/B\d+(?=: )/g)).toEqual(await codes())
  })

  test('every row is cleared by the work it names', { timeout: LONG }, async () => {
    const { articleId } = marked
    for (const settling of settlings(marked, draft.list)) await settle(tools, settling)
    expect(await codes()).toEqual(['B1', 'B2', 'B5', 'B9'])
    const desk = await sitDown(tools, 'desk')
    for (const threadId of marked.threads)
      await library.must('threads.resolve', { articleId, threadId, resolved: true })
    expect(await codes()).toEqual(['B1', 'B5', 'B9'])
    const editor = await openHeadless(tools.call, articleId, desk, newId)
    await editor.decideAll('accepted', 'Read.')
    expect(await codes()).toEqual(['B5', 'B9'])
    const authorId = await sitDown(tools, 'reporter')
    await sitDown(tools, 'desk')
    const details = { slug: 'to-filed-26', desk: 'Regional', due: null, holderId: null, authorId }
    await library.must('articles.update', { articleId, ...details })
    expect(await codes()).toEqual(['B5'])
  })

  test(
    'it walks every step that is asked of it, and is signed, approved and filed',
    { timeout: LONG },
    async () => {
      expect(await walkToReady(at())).toEqual(expected.way)
      expect(await codes()).toEqual([])
      const filed = await approveAndFile()
      expect(filed.article).toMatchObject({ status: 'filed', locked: true, version: 1 })
      expect(await voids()).toEqual([])
    },
  )

  test(
    're-opened, a letter outside of every claim voids copy and approval, and no more',
    { timeout: LONG },
    async () => {
      const { articleId } = marked
      await library.must('approval.reopen', { articleId, reason: 'A letter was missing.' })
      expect((await state()).article).toMatchObject({ status: 'desk-edit', locked: false, version: 2 })
      expect(await voids()).toEqual(['approval: re-opened'])
      await typeLetter((claims) => claims.length === 0)
      expect(await voids()).toEqual(['copy: text changed', 'approval: re-opened'])
      await walkToReady(at())
      expect((await approveAndFile()).article).toMatchObject({
        status: 'filed',
        version: 2,
        correction: null,
      })
      expect(await voids()).toEqual([])
    },
  )

  test(
    'corrected, a letter inside of a claim voids facts too, and names the claim',
    { timeout: LONG },
    async () => {
      const { articleId } = marked
      await library.must('approval.reopen', { articleId, reason: 'A word was wrong.', as: 'correction' })
      expect((await state()).article.correction).toMatchObject({ number: 1, reason: 'A word was wrong.' })
      const { claims } = await state()
      const isPlain = (id: string) =>
        claims.some((one) => one.id === id && one.kind === 'event' && one.status === 'verified')
      const [touched] = await typeLetter((ids) => ids.length === 1 && ids.every(isPlain))
      const plain = claims.find(({ id }) => id === touched)
      if (!plain) throw new Error('No claim was touched.')
      expect(await voids()).toEqual([
        `facts: claim ${plain.number} changed`,
        'copy: text changed',
        'approval: re-opened',
      ])
      await verify(tools, { articleId, claimId: plain.id })
      await walkToReady(at())
      const filed = await approveAndFile()
      expect(filed.article).toMatchObject({ status: 'filed', version: 3, correction: null })
      expect(await codes()).toEqual([])
      expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
    },
  )
}

/** Neither of the two has a byline of its own. */
const UNTOUCHED = [
  'B5: 3 slots are not signed on this text and evidence.',
  'B9: The byline and slug are empty.',
]
const WAY = ['desk-edit', 'fact-check', 'copy', 'read-back']

describe('the bundled sample', () =>
  toFiled(SAMPLE, { untouched: UNTOUCHED, way: [...WAY, 'legal', 'ready'] }))
describe.skipIf(COMMISSIONED === null)(COMMISSIONED_NAME, () =>
  toFiled(COMMISSIONED ?? SAMPLE, { untouched: UNTOUCHED, way: [...WAY, 'legal', 'ready'] }),
)
