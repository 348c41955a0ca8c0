import { join } from 'node:path'
import type { ArticleId, ClaimId, PersonId } from '../../../src/shared/model/ids.ts'
import { parseDocument } from '../../../src/shared/document/stored-steps.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { fillDesk, story } from '../../support/big-desk.ts'
import { editOf, openTestLibrary } from '../../support/library.ts'
import type { TestLibrary } from '../../support/library.ts'
import { createRandom } from '../editor/random.ts'

/** The desk that is measured: ten thousand articles, and one of them marked up as a story usually is. */

export const ARTICLES = 10_000
export const MARKED = { words: 1000, changes: 30, claims: 20 }

/** The time of the test libraries. */
const NOW = Date.UTC(2026, 10, 20, 9)

async function open(library: TestLibrary, articleId: ArticleId) {
  const { doc, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, seq: state.seq }
}

/** Where the so-manieth record of a story is named; each is named once. */
async function claimRecord(library: TestLibrary, articleId: ArticleId, at: number): Promise<void> {
  const { doc, seq } = await open(library, articleId)
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isText && node.marks.length === 0 && (node.text?.length ?? 0) > 60) places.push(pos)
  })
  const from = (places[at % places.length] ?? 0) + 4 + Math.floor(at / places.length) * 20
  const id = `claim-${at}` as ClaimId
  const edit = editOf(doc, seq, (transform) => {
    transform.addMark(from, from + 14, schema.marks.claim.create({ id }))
  })
  const fields = { kind: 'event', risk: 'medium', paraphrase: `Record ${at} was kept.` } as const
  await library.must('claims.create', { articleId, edit, id, ...fields })
}

async function insertWords(library: TestLibrary, articleId: ArticleId, author: string): Promise<void> {
  const { doc, seq } = await open(library, articleId)
  const ends: number[] = []
  doc.forEach((paragraph, offset) => ends.push(offset + paragraph.nodeSize - 1))
  const edit = editOf(doc, seq, (transform) => {
    for (let at = MARKED.changes - 1; at >= 0; at -= 1) {
      const place = ends[1 + (at % (ends.length - 1))] ?? 1
      const mark = schema.marks.insertion.create({ id: `change-${at}`, author })
      transform.insert(place - 3 * Math.floor(at / (ends.length - 1)), schema.text(` word${at}`, [mark]))
    }
  })
  await library.must('document.save', { articleId, edit, decided: [] })
}

async function markUp(library: TestLibrary): Promise<ArticleId> {
  const text = `A story that is marked up\nBy Jonah Pell\n${story(createRandom(7), 0, MARKED.words)}`
  const bytes = new TextEncoder().encode(text)
  const { articleId } = await library.must('articles.import', { name: 'marked.txt', bytes })
  const { actor } = await library.must('session.get', {})
  // oxlint-disable-next-line no-await-in-loop -- each stands on the text that the one before left
  for (let at = 0; at < MARKED.claims; at += 1) await claimRecord(library, articleId, at)
  await insertWords(library, articleId, actor.personId)
  return articleId
}

/** A library in `folder`, filled and opened. */
export async function openBigLibrary(folder: string, texts: 'stored' | 'searched') {
  const begun = await openTestLibrary(folder)
  const { people } = await begun.must('session.get', {})
  await begun.core.close()
  const store = openStore(join(folder, 'library.stet-db'))
  if (!store.ok) throw new Error(store.error.message)
  const holders = people.map(({ id }): PersonId => id)
  fillDesk(store.value, { count: ARTICLES, now: NOW, holders, texts })
  store.value.close()
  const library = await openTestLibrary(folder)
  return { library, markUp: () => markUp(library) }
}
