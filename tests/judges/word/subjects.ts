import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { sha256 } from '../../../src/main/core/hash.ts'
import { openOriginal } from '../../../src/main/export/docx/into-original.ts'
import { holdable } from '../../../src/main/export/docx/holdable.ts'
import { OWN_FILE } from '../../../src/main/export/docx/offer.ts'
import { exportReview } from '../../../src/main/export/index.ts'
import { importDraft } from '../../../src/main/import/index.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { personId } from '../../../src/shared/model/ids.ts'
import type {
  ExportRequest,
  ImportedDraft,
  KeptFile,
  Pictures,
} from '../../../src/shared/model/interchange.ts'
import { exportRequest } from '../../support/export-request.ts'
import { counter } from '../../support/document.ts'
import { play } from '../../support/fuzz.ts'
import { blobOf, buildArticle, randomArticle } from '../../support/random-articles.ts'
import { randomArticleEdit } from '../../support/random-edits.ts'
import type { RandomEdit } from '../../support/random-edits.ts'
import { personRow } from '../../support/rows.ts'
import { mapParagraphs } from '../../support/word-articles.ts'
import { NOON, rangeThread } from '../../support/word-content.ts'

/** A Word file of ours, and what it was made from. */
export type Subject = {
  /** The redline as the file holds it. */
  readonly doc: Node
  readonly bytes: Uint8Array
  /** The file that it was written into. */
  readonly source?: Uint8Array
}

/** `fault`: the file failed Stet's own check and would not have been offered. */
export type Made = Subject | { readonly fault: string }

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const FILES = [0, 1, 2].map((number) =>
  Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.from(`picture ${number}`)]),
)
const SHA_OF = new Map(FILES.map((bytes, number) => [blobOf(number), sha256(bytes)]))
const IMAGES: Pictures = new Map(
  FILES.map((bytes) => [sha256(bytes), { type: 'image/png', bytes: new Uint8Array(bytes) }]),
)

function withPictures(node: Node): Node {
  if (node.isText) return node
  const blob: unknown = node.attrs['blob']
  const attrs = typeof blob === 'string' ? { ...node.attrs, blob: SHA_OF.get(blob) ?? blob } : node.attrs
  return node.type.create(attrs, node.children.map(withPictures), node.marks)
}

/** The two authors of random edits. */
const AUTHORS = [
  personRow({ id: personId.parse('A'), name: 'Ines Calloway', initials: 'IC' }),
  personRow({ id: personId.parse('B'), name: 'Tobias Reuk', initials: 'TR' }),
]

const edits = fc.array(randomArticleEdit, { minLength: 1, maxLength: 12, size: 'max' })
const drawn = fc.record({ article: randomArticle, before: edits, after: edits })
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

export function drawSubjects(count: number, seed: number): readonly Drawn[] {
  return fc.sample(drawn, { numRuns: count, seed })
}

/** Every paragraph as body text: a program takes a title out of the text, and pandoc joins no headings. */
function withPlainStyles(doc: Node): Node {
  return mapParagraphs(doc, ({ paragraphChange }) => ({
    style: 'body',
    paragraphChange: paragraphChange && {
      ...paragraphChange,
      before: { ...paragraphChange.before, style: 'body' },
    },
  }))
}

function played(doc: Node, list: readonly RandomEdit[]): Node {
  return withPictures(withPlainStyles(play(doc, list)))
}

/** A random article, edited by two authors, written into a file of its own. */
export function makeNew({ article, before }: Drawn): Promise<Made> {
  return make(played(buildArticle(article), before))
}

/** The same, read again as somebody's file, edited once more, and written into that file. */
export async function makePatched(one: Drawn): Promise<Made> {
  const first = await makeNew(one)
  return 'fault' in first ? first : patch(first.bytes, one.after)
}

/** Somebody's file, edited by two authors, and written into itself. */
export async function patch(bytes: Uint8Array, list: readonly RandomEdit[]): Promise<Made> {
  const original: KeptFile = { name: 'draft.docx', bytes }
  const outside = Object.fromEntries(AUTHORS.map(({ id, name }) => [name, id]))
  const draft = await importDraft({ ...original, outside }, { now: NOON, newId: counter('i') })
  if (!draft.ok) return { fault: draft.error.message }
  const doc = play(schema.nodeFromJSON(draft.value.doc), list)
  const images = draft.value.images ?? new Map()
  const request = requestOf(doc, { images, original }, draft.value)
  const outcome = await exportReview(request)
  if (!outcome.ok) return { fault: outcome.error.message }
  const own = outcome.value.warnings.find((warning) => warning.code === OWN_FILE)
  if (own) return { fault: own.message }
  const { isKnown, isBlock } = await openOriginal(original, request.people)
  return { doc: holdable(doc, images, isKnown, isBlock).doc, bytes: outcome.value.bytes, source: bytes }
}

async function make(doc: Node): Promise<Made> {
  const outcome = await exportReview(requestOf(doc, { images: IMAGES }))
  if (!outcome.ok) return { fault: outcome.error.message }
  return { doc: holdable(doc, IMAGES).doc, bytes: outcome.value.bytes }
}

function requestOf(doc: Node, more: Partial<ExportRequest>, draft?: ImportedDraft): ExportRequest {
  const { state, ...request } = exportRequest(more, doc)
  const imported = new Map((draft?.changes ?? []).map((change) => [change.id, change]))
  const changes = state.changes.map((change) => {
    const known = imported.get(change.id)
    return known ? { ...change, createdAt: known.at ?? 0, dateRaw: known.dateRaw } : change
  })
  const threads = [...(draft?.threads ?? []), ...newThreads(doc, draft)]
  return {
    ...request,
    people: [...AUTHORS, ...(draft?.people ?? [])],
    state: { ...state, changes, threads: threads.map((thread) => ({ ...thread, orphaned: false })) },
  }
}

/** A thread of two for every comment mark that came with no thread. */
function newThreads(doc: Node, draft?: ImportedDraft) {
  const known = new Set((draft?.threads ?? []).map((thread) => String(thread.id)))
  const ids = new Set<string>()
  doc.descendants((node) => {
    for (const mark of node.marks) {
      if (mark.type === schema.marks.comment) ids.add(String(mark.attrs['id']))
    }
  })
  return [...ids]
    .filter((id) => !known.has(id))
    .map((id, index) => {
      const thread = rangeThread(id, ['Which one?', 'The other.'], index % 2 === 1)
      const messages = thread.messages.map((message, order) => ({
        ...message,
        authorId: personId.parse(order === 0 ? 'A' : 'B'),
      }))
      return { ...thread, messages }
    })
}
