import { countChanges } from '../document/index/count-changes.ts'
import type { ChangeEntry, DocumentIndex } from '../document/index/document-index.ts'
import type { Blocker, SlotState } from '../model/approval.ts'
import type { Article } from '../model/article.ts'
import type { Person } from '../model/person.ts'
import type { ClaimView, ThreadView } from '../model/review.ts'
import { count, listed, sentence } from './words.ts'

/** Everything the blockers look at; the same records that the lists show. */
export type BlockerInput = {
  readonly article: Article
  readonly index: DocumentIndex
  readonly threads: readonly ThreadView[]
  /** In the order of their numbers. */
  readonly claims: readonly ClaimView[]
  readonly slots: readonly SlotState[]
  readonly people: readonly Person[]
  readonly textHash: string
}

function initialsIn(people: readonly Person[]): (id: string) => string {
  const byId = new Map(people.map((person) => [person.id as string, person.initials]))
  return (id) => byId.get(id) ?? '?'
}

function openChanges({ index, people }: BlockerInput): Blocker | null {
  const [first] = index.changes
  if (!first) return null
  const initials = initialsIn(people)
  const byAuthor = Map.groupBy(index.changes, (change: ChangeEntry) => change.author)
  const parts = [...byAuthor].map(([author, changes]) => `${countChanges(changes)} by ${initials(author)}`)
  const amount = countChanges(index.changes)
  return {
    code: 'B1',
    title: `${count(amount, 'change is', 'changes are')} open.`,
    detail: sentence(parts.join(', ')),
    target: { kind: 'change', id: first.id },
  }
}

function openMusts({ threads, people }: BlockerInput): Blocker | null {
  const open = threads.filter((thread) => thread.level === 'must' && thread.resolvedAt === null)
  const [first] = open
  if (!first) return null
  const initials = initialsIn(people)
  const assignees = new Set(
    open.flatMap((thread) => (thread.assigneeId ? [initials(thread.assigneeId)] : [])),
  )
  return {
    code: 'B2',
    title: `${count(open.length, 'must-comment is', 'must-comments are')} open.`,
    detail: assignees.size === 0 ? 'Assigned to nobody.' : `Assigned to ${listed([...assignees])}.`,
    target: { kind: 'thread', id: first.id },
  }
}

function whyNotCleared(claim: ClaimView): string {
  if (claim.stale) return 'stale'
  switch (claim.status) {
    case 'verified':
    case 'verified-with-change':
      return 'no longer supported'
    case 'opinion-labelled':
      return 'labelled as opinion against a rule'
    case 'waived':
      return 'waived against a rule that nobody may waive'
    case 'cut':
      return 'cut and still in the text'
    case 'checking':
      return 'being checked'
    case 'disputed':
    case 'unverifiable':
    case 'sourced':
      return claim.status
    default:
      return 'open'
  }
}

function unclearedClaims({ claims }: BlockerInput): Blocker | null {
  const open = claims.filter((claim) => !claim.cleared)
  const [first] = open
  if (!first) return null
  const parts = [...Map.groupBy(open, whyNotCleared)].map(([why, group]) => `${group.length} ${why}`)
  return {
    code: 'B3',
    title: `${count(open.length, 'claim is', 'claims are')} not cleared.`,
    detail: sentence(parts.join(', ')),
    target: { kind: 'claim', id: first.id },
  }
}

function unsignedSlots({ slots }: BlockerInput): Blocker | null {
  const open = slots.filter((slot) => slot.slot !== 'approval' && slot.required && slot.state !== 'signed')
  const [first] = open
  if (!first) return null
  return {
    code: 'B5',
    title: `${count(open.length, 'slot is', 'slots are')} not signed on this text and evidence.`,
    detail: sentence(listed(open.map((slot) => slot.slot))),
    target: { kind: 'slot', slot: first.slot },
  }
}

/** The byline may stand in the text, or be given by naming the reporter in the article's details. */
function emptyFields({ article, index }: BlockerInput): Blocker | null {
  const empty = [
    ...(index.headline.trim() === '' ? ['headline'] : []),
    ...(index.byline.trim() === '' && article.authorId === null ? ['byline'] : []),
    ...(article.slug.trim() === '' ? ['slug'] : []),
  ]
  if (empty.length === 0) return null
  return {
    code: 'B9',
    title: `The ${listed(empty)} ${empty.length === 1 ? 'is' : 'are'} empty.`,
    detail: '',
    target: { kind: 'details' },
  }
}

/** Only an approval that is still held can differ: after a re-opening it is void by rule. */
function otherText({ article, slots, textHash }: BlockerInput): Blocker | null {
  if (article.status !== 'approved' && article.status !== 'filed') return null
  const approval = slots.find((slot) => slot.slot === 'approval')
  const signed = approval?.cause === 're-opened' ? null : approval?.signOff
  if (!signed || signed.textHash === textHash) return null
  return {
    code: 'B10',
    title: 'The text is not the one that was approved.',
    detail: `Approved: ${signed.textHash.slice(0, 12)}. Now: ${textHash.slice(0, 12)}.`,
    target: { kind: 'slot', slot: 'approval' },
  }
}

/** Each finds its own blocker or null; a new blocker is one more function here. In the order of their codes. */
const finders = [openChanges, openMusts, unclearedClaims, unsignedSlots, emptyFields, otherText]

/** What stops the approval now; empty when nothing does. */
export function findBlockers(input: BlockerInput): readonly Blocker[] {
  return finders.flatMap((find) => find(input) ?? [])
}
