import type { Blocker, BlockerCause } from '../model/approval.ts'
import type { ThreadView } from '../model/review.ts'
import type { BlockerInput } from './blocker-input.ts'
import { initialsIn } from './blocker-input.ts'
import { causeOf } from './claim-blockers.ts'
import { count, excerpt, listed } from './words.ts'

function isOpen(thread: ThreadView): boolean {
  return thread.resolvedAt === null
}

/**
 * One cause each. Everybody is told the blockers, so what is private to legal is one cause for all of it, which says
 * how many there are, where they are dealt with, and nothing else.
 */
function threadCauses(
  threads: readonly ThreadView[],
  tell: (thread: ThreadView) => string,
): readonly BlockerCause[] {
  const [open, hidden] = [threads.filter(isTold), threads.filter((thread) => !isTold(thread))]
  const causes = open.map((thread) => ({
    text: tell(thread),
    target: { kind: 'thread' as const, id: thread.id },
  }))
  if (hidden.length === 0) return causes
  const text = `${count(hidden.length, 'private comment', 'private comments')} of legal`
  return [...causes, { text, target: { kind: 'slot', slot: 'legal' } }]
}

function isTold(thread: ThreadView): boolean {
  return thread.audience === 'desk'
}

export function openMusts({ threads, people }: BlockerInput): Blocker | null {
  const open = threads.filter((thread) => thread.level === 'must' && isOpen(thread))
  const initials = initialsIn(people)
  const nameOf = ({ assigneeId }: ThreadView) => (assigneeId ? initials(assigneeId) : 'nobody')
  const causes = threadCauses(
    open,
    (thread) => `To ${nameOf(thread)}: ${excerpt(thread.messages[0]?.text ?? thread.quote)}`,
  )
  const [first] = causes
  if (!first) return null
  const assignees = new Set(
    open.filter(isTold).flatMap(({ assigneeId }) => (assigneeId ? [initials(assigneeId)] : [])),
  )
  return {
    code: 'B2',
    title: `${count(open.length, 'must-comment is', 'must-comments are')} open.`,
    detail: assignees.size === 0 ? 'Assigned to nobody.' : `Assigned to ${listed([...assignees])}.`,
    target: first.target,
    causes,
  }
}

/** Open comments and claims whose words are gone from the text: resolve or place them again, or cut the claim. */
export function orphans({ threads, claims, people }: BlockerInput): Blocker | null {
  const initials = initialsIn(people)
  const comments = threads.filter((thread) => thread.orphaned && isOpen(thread))
  const lost = claims.filter((claim) => claim.orphaned && claim.status !== 'cut')
  const causes = [
    ...threadCauses(comments, (thread) => {
      const [message] = thread.messages
      const by = message ? ` by ${initials(message.authorId)}` : ''
      return `Comment${by}: ${excerpt(thread.quote === '' ? (message?.text ?? '') : thread.quote)}`
    }),
    ...lost.map((claim) => causeOf(claim, '')),
  ]
  const [first] = causes
  if (!first) return null
  const amounts = [
    ...(comments.length > 0 ? [count(comments.length, 'comment', 'comments')] : []),
    ...(lost.length > 0 ? [count(lost.length, 'claim', 'claims')] : []),
  ]
  return {
    code: 'B8',
    title: `${listed(amounts)} ${comments.length + lost.length === 1 ? 'is' : 'are'} orphaned.`,
    detail: causes.length === 1 ? `${first.text}.` : 'Their words are gone from the text.',
    target: first.target,
    causes,
  }
}
