import type { Mark, Node } from 'prosemirror-model'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'
import type { Thread } from '../../../src/shared/model/thread.ts'
import { exportRequest } from '../../support/export-request.ts'
import { INES, rangeThread, TOBIAS } from '../../support/word-content.ts'

/**
 * The work that all are measured on: 100,000 words in 2,000 paragraphs, 3,000 insertions and 2,000 deletions, 2,001
 * comments, of which 667 are replies and 501 are resolved. The same each time.
 */
export const PARAGRAPHS = 2000
const WORDS = 50
const THREADS = 1334
const REPLIES = 667
/** Every fourth thread is resolved, with its replies. */
const RESOLVED = 4

/**
 * Words as often as in prose, where the most frequent is a twentieth of the text: a text of a few words again and again
 * packs to nothing, and then a file is all tags and dates.
 */
const SYLLABLES =
  'an bo car den el fer gas har in jo ker lan mon nor os per qui ras sten tor un ver wes yan zel'.split(' ')
const VOCABULARY = SYLLABLES.slice(0, 12).flatMap((last) => SYLLABLES.map((first) => first + last))

/** The same numbers at every run: mulberry32, of which nothing is asked but that they look like chance. */
function chance(seed: number): number {
  let mixed = Math.imul(seed + 0x6d2b79f5, 1 | (seed ^ (seed >>> 15)))
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

export type Piece = {
  readonly text: string
  readonly state: 'plain' | 'inserted' | 'deleted'
  readonly thread: number | null
}
export type WorkThread = { readonly texts: readonly string[]; readonly resolved: boolean }

/** By Zipf's law: the n-th word is n times rarer than the first. */
function words(from: number, count: number): string {
  const word = (at: number): string =>
    VOCABULARY[Math.floor(VOCABULARY.length ** chance(from * 64 + at)) - 1] ?? ''
  return `${Array.from({ length: count }, (_, at) => word(at)).join(' ')} `
}

/** Paragraphs of pieces: ten words each, some of them inserted, deleted or commented on. */
export function workParagraphs(): readonly (readonly Piece[])[] {
  return Array.from({ length: PARAGRAPHS }, (_, index) =>
    Array.from({ length: WORDS / 10 }, (__, at): Piece => {
      const inserted = at === 1 || (at === 3 && index % 2 === 0)
      const state = inserted ? 'inserted' : at === 2 ? 'deleted' : 'plain'
      return { text: words(index * 8 + at, 10), state, thread: at === 4 && index < THREADS ? index : null }
    }),
  )
}

export function workThreads(): readonly WorkThread[] {
  return Array.from({ length: THREADS }, (_, index) => ({
    texts: [
      `Who says so, and where? ${words(20_000 + index, 8)}`,
      ...(index < REPLIES ? [`The clerk did. ${words(30_000 + index, 5)}`] : []),
    ],
    resolved: index % RESOLVED === 0,
  }))
}

function node({ text, state, thread }: Piece, place: string): Node {
  const { insertion, deletion, comment } = schema.marks
  const marks: Mark[] = []
  if (thread !== null) marks.push(comment.create({ id: `t${thread}` }))
  if (state === 'inserted') marks.push(insertion.create({ id: `i${place}`, author: INES }))
  if (state === 'deleted') marks.push(deletion.create({ id: `d${place}`, author: TOBIAS }))
  return schema.text(text, marks)
}

/** As the app asks its worker for it. */
export function workRequest(): ExportRequest {
  const paragraphs = workParagraphs().map((pieces, index) =>
    schema.nodes.para.create(
      index === 0 ? { style: 'headline' } : null,
      pieces.map((piece, at) => node(piece, `${index}-${at}`)),
    ),
  )
  const doc = schema.nodes.doc.create(null, paragraphs)
  const request = exportRequest({}, doc)
  const threads = workThreads().map(({ texts, resolved }, index): Thread =>
    rangeThread(`t${index}`, texts, resolved),
  )
  const { words: count } = indexDocument(doc)
  return {
    ...request,
    state: {
      ...request.state,
      words: count,
      threads: threads.map((thread) => ({ ...thread, orphaned: false })),
    },
  }
}
