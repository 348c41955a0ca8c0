import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Result } from '../../src/shared/contract.ts'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import type { ArticleId, ChangeId, ThreadId } from '../../src/shared/model/ids.ts'
import type { Audience } from '../../src/shared/model/review.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { readPackage } from '../../src/main/opc/read.ts'
import { writePackage } from '../../src/main/opc/write.ts'
import { positionOf } from './document.ts'
import { openTestLibrary } from './library.ts'
import type { TestLibrary } from './library.ts'
import { realWork } from './marked-draft/real-work.ts'
import { sitDownAs } from './walk-desk.ts'

/** A desk with a real core and real Word files, one of which is sent out and comes back. */

export type SendingDesk = {
  readonly library: TestLibrary
  readonly articleId: ArticleId
  doc(): Promise<Node>
  /** A tracked edit by whoever is at the desk. */
  edit(change: (transform: Transform) => void): Promise<void>
  /** Decides the change with these words. */
  decide(words: string, verdict: 'accepted' | 'rejected'): Promise<void>
  comment(words: string, text: string, audience?: 'desk' | 'legal'): Promise<ThreadId>
  send(kind?: 'docx-review' | 'docx-clean', audience?: Audience, signOffPage?: boolean): Promise<Uint8Array>
  preview(bytes: Uint8Array, name?: string): Promise<Result<'returns.preview'>>
  bringBack(bytes: Uint8Array, name?: string): Promise<Result<'returns.preview'>>
  close(): Promise<void>
}

export const STORY = [
  'Harbour digging stops',
  '',
  'By Tobias Reuk',
  '',
  'The harbour office said that digging would stop on Monday.',
  '',
  'Three ships wait outside, and nobody knows for how long.',
  '',
  'A spokesman had no answer to that question yesterday.',
].join('\n')

export async function openSendingDesk(
  folder: string,
  draft: { readonly name: string; readonly bytes: Uint8Array } = {
    name: 'harbour.txt',
    bytes: new TextEncoder().encode(STORY),
  },
): Promise<SendingDesk> {
  const library = await openTestLibrary(folder, realWork)
  await sitDownAs(library, 'desk')
  const { articleId } = await library.must('articles.import', draft)
  const open = async () => {
    const { doc, state } = await library.must('review.open', { articleId })
    return { doc: Node.fromJSON(schema, doc), seq: state.seq }
  }
  const preview = (bytes: Uint8Array, name = 'harbour-v1-review.docx') =>
    library.must('returns.preview', { articleId, name, bytes })
  return {
    library,
    articleId,
    doc: async () => (await open()).doc,
    edit: async (change) => {
      const { doc, seq } = await open()
      const { actor } = await library.must('session.get', {})
      const local = new Transform(doc)
      change(local)
      const tracked = trackChanges(
        doc,
        { doc: local.doc, maps: local.mapping.maps },
        { author: actor.personId, newId },
      )
      const steps = tracked.transform.steps.map((step) => step.toJSON() as { stepType: string })
      await library.must('document.save', {
        articleId,
        edit: { baseSeq: seq, batchId: newId(), steps },
        decided: [],
      })
    },
    decide: async (words, verdict) => {
      const { doc, seq } = await open()
      const change = indexDocument(doc).changes.find(
        ({ inserted, deleted }) => inserted === words || deleted === words,
      )
      if (!change) throw new Error(`No change says “${words}”`)
      const decision = decide(doc, new Set([change.id]), verdict === 'accepted' ? 'accept' : 'reject')
      const steps = decision.steps.map((step) => step.toJSON() as { stepType: string })
      const decided = [{ changeIds: [change.id as ChangeId], verdict, reason: '' }]
      await library.must('document.save', {
        articleId,
        edit: { baseSeq: seq, batchId: newId(), steps },
        decided,
      })
    },
    comment: async (words, text, audience = 'desk') => {
      const { doc, seq } = await open()
      const id = newId() as ThreadId
      const from = positionOf(doc, words)
      const steps = addAnchor(doc, 'comment', id, [{ from, to: from + words.length }]).steps
      await library.must('threads.create', {
        articleId,
        id,
        target: { kind: 'range' },
        level: 'should',
        audience,
        assigneeId: null,
        text,
        edit: {
          baseSeq: seq,
          batchId: newId(),
          steps: steps.map((step) => step.toJSON() as { stepType: string }),
        },
      })
      return id
    },
    send: async (kind = 'docx-review', audience = 'internal', signOffPage = false) => {
      const { fileId } = await library.must('exports.create', { articleId, kind, audience, signOffPage })
      await library.must('exports.save', { fileId })
      const bytes = library.savedBytes.at(-1)
      if (!bytes) throw new Error('Nothing was saved')
      return bytes
    },
    preview,
    bringBack: async (bytes, name) => {
      const told = await preview(bytes, name)
      if (told.refusal !== null) throw new Error(told.refusal)
      await library.must('returns.accept', { previewId: told.previewId })
      return told
    },
    close: () => library.core.close(),
  }
}

/** The parts of a Word file, changed as text. */
export async function edited(
  bytes: Uint8Array,
  change: (part: string, name: string) => string,
): Promise<Uint8Array> {
  const pack = await readPackage(bytes)
  return writePackage(
    pack.names.map((name) => {
      const data = pack.get(name) ?? new Uint8Array()
      if (!/\.(xml|rels)$/.test(name)) return { name, data }
      return { name, data: new TextEncoder().encode(change(new TextDecoder().decode(data), name)) }
    }),
  )
}

/** The main text alone. */
export function editedText(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  return edited(bytes, (part, name) => (name === 'word/document.xml' ? change(part) : part))
}

/** Who saved it, as Word writes it. */
export function savedBy(bytes: Uint8Array, name: string, at = '2026-11-21T10:30:00Z'): Promise<Uint8Array> {
  return edited(bytes, (part, part_) => {
    if (part_ === 'docProps/app.xml')
      return part.replace(/<Application>[^<]*/, '<Application>Microsoft Office Word')
    if (part_ !== 'docProps/core.xml') return part
    const told = `<cp:lastModifiedBy>${name}</cp:lastModifiedBy>`
    return part
      .replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, '')
      .replace(
        '</cp:coreProperties>',
        `${told}<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
      )
  })
}
