import * as fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import type { Node } from 'prosemirror-model'
import type { Signer, WordContent } from '../../../../../src/main/export/docx/content.ts'
import { holdable } from '../../../../../src/main/export/docx/holdable.ts'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { writeDocx } from '../../../../../src/main/export/docx/write.ts'
import { readReturn } from '../../../../../src/main/word/read-return.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { returnedPeople } from '../../../../../src/shared/exchange/returned/returned-people.ts'
import { returnedReview } from '../../../../../src/shared/exchange/returned/returned-review.ts'
import { mergeReview } from '../../../../../src/shared/exchange/merge-review.ts'
import { readDocument } from '../../../../../src/shared/exchange/merge-document.ts'
import type { ReviewContent } from '../../../../../src/shared/exchange/review-content.ts'
import type { ChangeId, PersonId } from '../../../../../src/shared/model/ids.ts'
import { applyArticleEdit, articleEdit, editArticle } from '../../../../support/article-passes.ts'
import type { ArticleEdit } from '../../../../support/article-passes.ts'
import { counter } from '../../../../support/document.ts'
import { emptyContent, sha256 } from '../../../../support/exchange-desk.ts'
import { randomWordArticle } from '../../../../support/word-articles.ts'
import { INES, NOON, TOBIAS, wordContent } from '../../../../support/word-content.ts'

/** Random edits on both sides of a text, one of them through the bytes of Word files. */

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40)
const READER = 'Ada Quill'
const PEOPLE = [
  { id: INES as PersonId, name: 'Ines Calloway', initials: 'IC', hue: 1 },
  { id: TOBIAS as PersonId, name: 'Tobias Reuk', initials: 'TR', hue: 2 },
]

function contentOf(doc: Node, facts: WordContent['changes'], before?: ReviewContent): ReviewContent {
  const known = new Map<string, ReviewContent['changes'][number]>(before?.changes.map((row) => [row.id, row]))
  const changes = indexDocument(doc).changes.map((entry) => {
    const { authorId, at } = facts.get(entry.id) ?? { authorId: entry.author, at: NOON + 5_000_000 }
    const row = known.get(entry.id)
    return {
      id: entry.id as ChangeId,
      kind: entry.kind,
      authorId: authorId as PersonId,
      createdAt: row?.createdAt ?? at ?? NOON,
      dateRaw: null,
      inserted: entry.inserted.slice(0, 2000),
      deleted: entry.deleted.slice(0, 2000),
      state: 'open' as const,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      groupId: null,
    }
  })
  return { ...emptyContent(doc), document: doc.toJSON() as unknown, changes }
}

function untracked(start: Node, edits: readonly ArticleEdit[]): Node {
  return edits.reduce((doc, edit) => {
    const transform = new Transform(doc)
    applyArticleEdit(transform, edit)
    return transform.doc
  }, start)
}

/** What somebody elsewhere makes of a file. */
async function editedElsewhere(
  bytes: Uint8Array,
  content: WordContent,
  edits: readonly ArticleEdit[],
  plain: readonly ArticleEdit[],
) {
  const read = await readBack(bytes)
  const doc = untracked(editArticle(read.doc, edits, 'reader'), plain)
  const facts = new Map<
    string,
    WordContent['changes'] extends ReadonlyMap<string, infer Facts> ? Facts : never
  >(read.changes.map((change) => [change.id, change]))
  for (const { id } of indexDocument(doc).changes) {
    if (!facts.has(id)) facts.set(id, { authorId: 'reader', at: NOON + 9_000_000, dateRaw: null })
  }
  const people = new Map<string, Signer>(read.people.map((one) => [one.id, one]))
  people.set('reader', { name: READER, initials: 'AQ' })
  const copy = holdable(doc, content.images).doc
  const written = writeDocx(wordContent(copy, { changes: facts, people, images: content.images }))
  return { copy, bytes: written }
}

async function journey(content: WordContent, edits: readonly ArticleEdit[], plain: readonly ArticleEdit[]) {
  const base = holdable(content.doc, content.images).doc
  const sent = contentOf(base, content.changes)
  const { copy, bytes } = await editedElsewhere(writeDocx({ ...content, doc: base }), content, edits, plain)
  const read = await readReturn({ name: 'copy.docx', bytes })
  if (!read.ok) throw new Error(read.error.message)
  const people = returnedPeople(
    read.value,
    PEOPLE,
    new Map(),
    () => true,
    (name) => `made-${name.replace(/\W/g, '')}` as PersonId,
  )
  const review = returnedReview(
    { content: sent, kind: 'docx-review', audience: 'internal', messages: [] },
    read.value,
    {
      people,
      passId: 'pass',
      newId: counter('new'),
      at: NOON + 10_000_000,
      offset: 120,
      pictureOf: (name) => name,
    },
  )
  return { base, sent, copy, review }
}

const some = (most: number) => fc.array(articleEdit, { maxLength: most, size: 'max' })

test(
  'a copy that was edited comes back with its final text, and what both did stands in the merge',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        randomWordArticle(8),
        some(4),
        some(3),
        some(4),
        async (content, edits, plain, here) => {
          const { base, sent, copy, review } = await journey(content, edits, plain)
          const back = readDocument(review.content.document)
          const lines = (doc: Node) => paragraphTexts(project(doc, 'final')).filter((line) => line !== '')
          expect(lines(back)).toEqual(lines(copy))
          const mine = contentOf(editArticle(base, here, INES), new Map(), sent)
          const context = {
            mergeId: 'm' as never,
            one: { origin: null, at: null },
            other: { origin: null, at: null },
            sha256,
          }
          const merged = mergeReview(sent, mine, review.content, context).content
          const swapped = mergeReview(sent, review.content, mine, context).content
          expect(merged.document).toEqual(swapped.document)
          const ids = new Set(merged.changes.map(({ id }) => id))
          expect([...mine.changes, ...review.content.changes].filter(({ id }) => !ids.has(id))).toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  },
  30_000 + RUNS * 3000,
)

test(
  'a copy that was only written again brings nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomWordArticle(8), async (content) => {
        const { base, review } = await journey(content, [], [])
        expect(review.brought).toEqual([])
        expect(review.accepted + review.rejected).toBe(0)
        expect(review.content.document).toEqual(base.toJSON())
      }),
      { numRuns: RUNS },
    )
  },
  30_000 + RUNS * 3000,
)
