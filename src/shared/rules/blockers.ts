import { countChanges } from '../document/index/count-changes.ts'
import type { ChangeEntry } from '../document/index/document-index.ts'
import type { Blocker } from '../model/approval.ts'
import type { BlockerInput, FindBlocker } from './blocker-input.ts'
import { initialsIn } from './blocker-input.ts'
import { gravestRules, unclearedClaims, unmetRules } from './claim-blockers.ts'
import { emptyHeadFields } from './head-fields.ts'
import { failedExports, legalHold, openConflicts, ownApproval } from './standing-blockers.ts'
import { openMusts, orphans } from './thread-blockers.ts'
import { count, listed, sentence } from './words.ts'

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
    causes: [],
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
    causes: [],
  }
}

function emptyFields({ article, index }: BlockerInput): string {
  const empty = emptyHeadFields(article, index)
  return empty.length === 0 ? '' : `The ${listed(empty)} ${empty.length === 1 ? 'is' : 'are'} empty.`
}

/** What stands over the article: fields that are empty, and claims there that nothing in the body bears out. */
function unborneHead(input: BlockerInput): Blocker | null {
  const empty = emptyFields(input)
  const unmet = unmetRules(input, 'B9')
  const fields = empty === '' ? [] : [{ text: empty, target: { kind: 'details' as const } }]
  const causes = [...fields, ...(unmet?.causes ?? [])]
  const [first] = causes
  if (!first) return null
  const title = [empty, unmet?.title ?? ''].join(' ').trim()
  // Where fields alone are empty, the title says it all.
  return { code: 'B9', title, detail: unmet?.detail ?? '', target: first.target, causes: unmet ? causes : [] }
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
    causes: [],
  }
}

/** Each finds its own blocker or null; a new blocker is one more function here. In the order of their codes. */
const finders: readonly FindBlocker[] = [
  openChanges,
  openMusts,
  unclearedClaims,
  gravestRules,
  unsignedSlots,
  ownApproval,
  openConflicts,
  orphans,
  unborneHead,
  otherText,
  failedExports,
  legalHold,
]

/** What stops the approval now; empty when nothing does. */
export function findBlockers(input: BlockerInput): readonly Blocker[] {
  return finders.flatMap((find) => find(input) ?? [])
}
