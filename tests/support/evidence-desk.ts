import { expect } from 'vitest'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import type { Args, Edit, MethodName, Outcome } from '../../src/shared/contract.ts'
import type { ClaimId, PersonId, SourceId } from '../../src/shared/model/ids.ts'
import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { ClaimDetails } from '../../src/shared/model/claim.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { ClaimView, ReviewState } from '../../src/shared/model/review.ts'
import type { Source } from '../../src/shared/model/source.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { editOf } from './library.ts'
import type { TestLibrary } from './library.ts'

/** A small article at a desk, with the acts on claims and sources that tests of refusals begin from. */

const DRAFT = 'Task force breaks up ring\nBy Jonah Pell\nThe ring moved fuel for years. Officials knew.'

export type SourceFields = Args<'sources.create'>['fields']

/** An official record; a test says only what it is about. */
export const RECORD: SourceFields = {
  kind: 'document',
  title: 'Charge sheet',
  grade: 'A',
  origin: 'Court registry',
  locator: 'p. 3',
  url: '',
  accessedAt: null,
  medium: '',
  period: '',
  directKnowledge: true,
  onRecord: 'on-record',
  suppliedBy: null,
}

export const UNNAMED: SourceFields = {
  ...RECORD,
  kind: 'person',
  title: 'an officer of the coast service',
  grade: 'D',
  origin: 'the service itself',
  locator: '',
  onRecord: 'unnamed',
}

export const CLAIM = 'c1' as ClaimId
export const SOURCE = 's1' as SourceId

export type EvidenceDesk = Awaited<ReturnType<typeof openEvidenceDesk>>

/** `library`: just opened; the article is imported into it. `name`: of the file; one of Word is kept with the review. */
export async function openEvidenceDesk(library: TestLibrary, name = 'draft.txt') {
  const bytes = new TextEncoder().encode(DRAFT)
  const { articleId } = await library.must('articles.import', { name, bytes })
  const of = { articleId } as const

  async function edit(change: Parameters<typeof editOf>[2]): Promise<Edit> {
    const { doc, state } = await library.must('review.open', of)
    const parsed = parseDocument(doc)
    if (!parsed.ok) throw new Error(parsed.message)
    return editOf(parsed.doc, state.seq, change)
  }

  async function rangeOf(words: string): Promise<{ readonly from: number; readonly to: number }> {
    const { doc } = await library.must('review.open', of)
    const parsed = parseDocument(doc)
    if (!parsed.ok) throw new Error(parsed.message)
    let from = -1
    parsed.doc.descendants((node, at) => {
      if (node.isText && node.text?.includes(words)) from = at + node.text.indexOf(words)
    })
    if (from < 0) throw new Error(`No “${words}”`)
    return { from, to: from + words.length }
  }

  const desk = {
    articleId,
    library,
    edit,
    rangeOf,
    state: (): Promise<ReviewState> => library.must('review.state', of),
    claim: async (id: ClaimId = CLAIM): Promise<ClaimView> => {
      const found = (await desk.state()).claims.find((claim) => claim.id === id)
      if (!found) throw new Error(`No claim ${id}`)
      return found
    },
    source: async (id: SourceId = SOURCE): Promise<Source> => {
      const found = (await desk.state()).sources.find((source) => source.id === id)
      if (!found) throw new Error(`No source ${id}`)
      return found
    },
    sitDown: async (role: Role): Promise<PersonId> => {
      const { people } = await library.must('session.get', {})
      const person = people.find((one) => one.roles.includes(role))
      if (!person) throw new Error(role)
      await library.must('session.switch', { personId: person.id, role })
      return person.id
    },
    /** The desk edits without tracking, as it may in a draft; whoever sat there before goes on. */
    save: async (change: Parameters<typeof editOf>[2]): Promise<void> => {
      const { actor, people } = await library.must('session.get', {})
      const editor = people.find((person) => person.roles.includes('desk'))
      await library.must('session.switch', { personId: editor?.id ?? '', role: 'desk' })
      await library.must('document.save', { articleId, edit: await edit(change), decided: [] })
      await library.must('session.switch', actor)
    },
    addClaim: async (
      fields: Partial<Pick<Args<'claims.create'>, 'id' | 'kind' | 'risk'>> = {},
      words = 'moved fuel',
    ): Promise<void> => {
      const said = {
        id: CLAIM,
        kind: 'event',
        risk: 'medium',
        paraphrase: 'Fuel was moved.',
        ...fields,
      } as const
      const range = await rangeOf(words)
      const { doc, state } = await library.must('review.open', of)
      const parsed = parseDocument(doc)
      if (!parsed.ok) throw new Error(parsed.message)
      const steps = addAnchor(parsed.doc, 'claim', said.id, [range]).steps
      const anchor = {
        baseSeq: state.seq,
        batchId: newId(),
        steps: steps.map((step) => step.toJSON() as Edit['steps'][number]),
      }
      await library.must('claims.create', { articleId, edit: anchor, ...said })
    },
    addSource: (fields: Partial<SourceFields> = {}, id: SourceId = SOURCE): Promise<Outcome<ReviewState>> =>
      library.call('sources.create', { articleId, id, fields: { ...RECORD, ...fields } }),
    attach: (
      link: Partial<Args<'claims.attach'>['source']> = {},
      claimId: ClaimId = CLAIM,
    ): Promise<Outcome<ReviewState>> =>
      library.call('claims.attach', {
        articleId,
        claimId,
        source: { sourceId: SOURCE, locator: '', note: '', ...link },
      }),
    setStatus: (status: Args<'claims.setStatus'>['status']): Promise<Outcome<ReviewState>> =>
      library.call('claims.setStatus', { articleId, claimId: CLAIM, status }),
    update: async (
      fields: Partial<Pick<Args<'claims.update'>, 'kind' | 'risk' | 'paraphrase'>>,
      details: Partial<ClaimDetails> = {},
    ): Promise<Outcome<ReviewState>> => {
      const { kind, risk, paraphrase } = await desk.claim()
      const all = { ...NO_DETAILS, ...details }
      return library.call('claims.update', {
        articleId,
        claimId: CLAIM,
        kind,
        risk,
        paraphrase,
        ...fields,
        details: all,
      })
    },
    /** Summaries of the log, of one kind. */
    log: async (kind: string): Promise<readonly string[]> => {
      const events = await library.must('review.log', of)
      return events.filter((event) => event.kind === kind).map((event) => event.summary)
    },
    /** That a call is refused, and in which words. */
    refuses: async <M extends MethodName>(
      method: M,
      args: Omit<Args<M>, 'articleId'>,
      words: string,
    ): Promise<void> => {
      const outcome = await library.call(method, { articleId, ...args } as Args<M>)
      expect(outcome.ok ? 'done' : outcome.error.message).toContain(words)
    },
  }
  return desk
}

/** The sentence of a refusal; `done` where there was none. */
export function told(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.message
}
