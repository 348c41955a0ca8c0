import type { Node } from 'prosemirror-model'
import { indexDocument } from '../../../shared/document/index/document-index.ts'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import { moment } from './moment.ts'
import type { Voice } from './voice.ts'

export type ReportMessage = {
  readonly name: string
  readonly initials: string
  readonly hue: number
  readonly when: string
  readonly edited: string
  readonly text: string
}

export type ReportThread = {
  /** "C3": the number beside its words in the redline. */
  readonly number: string
  readonly level: string
  /** What it speaks of: words in quotation marks, a claim, or the article. */
  readonly about: string
  readonly quoted: boolean
  readonly orphaned: boolean
  readonly assignee: string
  /** "open", or "resolved by Ines Calloway, 20 Nov 2026, 11:40:12". */
  readonly state: string
  readonly resolved: boolean
  readonly messages: readonly ReportMessage[]
}

/** Threads in the order of the text, those without a place in it after them; each with its number in this file. */
export function numberThreads(doc: Node, state: ReviewState): ReadonlyMap<string, string> {
  const known = new Set<string>(state.threads.map((thread) => thread.id))
  const inText = [...indexDocument(doc).comments.keys()].filter((id) => known.has(id))
  const others = state.threads.map((thread) => thread.id).filter((id) => !inText.includes(id))
  return new Map([...inText, ...others].map((id, index) => [id, `C${index + 1}`]))
}

function aboutOf(thread: ThreadView, state: ReviewState): { about: string; quoted: boolean } {
  const { target } = thread
  switch (target.kind) {
    case 'range':
      return { about: thread.quote, quoted: true }
    case 'article':
      return { about: 'The whole article', quoted: false }
    case 'claim': {
      const claim = state.claims.find((one) => one.id === target.claimId)
      return { about: claim ? `Claim ${claim.number}: ${claim.words}` : 'A claim', quoted: false }
    }
    case 'change': {
      const change = state.changes.find((one) => one.id === target.changeId)
      const words = change ? change.inserted || change.deleted : ''
      return { about: words === '' ? 'A change' : `The change “${words}”`, quoted: false }
    }
  }
}

function stateOf(thread: ThreadView, voice: Voice, offset: number): string {
  if (thread.resolvedAt === null) return 'open'
  const by = thread.resolvedBy === null ? '' : ` by ${voice.name(thread.resolvedBy)}`
  return `resolved${by}, ${moment(thread.resolvedAt, offset)}`
}

/** Nothing at all outside the desk. */
export function reportThreads(
  state: ReviewState,
  numbers: ReadonlyMap<string, string>,
  voice: Voice,
  offset: number,
): readonly ReportThread[] {
  if (!voice.inside) return []
  const order = [...numbers.keys()]
  return state.threads
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((thread) => ({
      number: numbers.get(thread.id) ?? '',
      level: thread.level,
      ...aboutOf(thread, state),
      orphaned: thread.orphaned,
      assignee: voice.name(thread.assigneeId),
      state: stateOf(thread, voice, offset),
      resolved: thread.resolvedAt !== null,
      messages: thread.messages.map((message) => ({
        name: voice.name(message.authorId),
        initials: voice.initials(message.authorId),
        hue: voice.hue(message.authorId),
        when: moment(message.at, offset),
        edited: message.editedAt === null ? '' : moment(message.editedAt, offset),
        text: message.text,
      })),
    }))
}
