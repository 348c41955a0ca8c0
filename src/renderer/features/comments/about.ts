import { groupKind } from '../../../shared/document/index/change-groups.ts'
import type { DocumentIndex } from '../../../shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../../shared/model/change.ts'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { CHANGE_NOUNS, CLAIM_STATUS_NAMES } from '../../../shared/names.ts'

/** What a thread speaks of, in words. */
export type About = {
  /** "on claim 7", "on an insertion by Mara Oyelle"; empty for words of the text, which say it themselves. */
  readonly label: string
  /** The words it speaks of, as they are now or were last. */
  readonly words: string
  /** What became of it: "The change was accepted by Ines Calloway." */
  readonly fate: string
}

type Situation = {
  readonly state: Pick<ReviewState, 'changes' | 'claims'>
  readonly index: Pick<DocumentIndex, 'changes' | 'comments'> | null
  readonly nameOf: (id: string) => string
}

const GONE = 'The change is no longer in the text; the comment stays.'

function changeWords(members: readonly Pick<ChangeRecord, 'inserted' | 'deleted'>[]): string {
  const of = (side: 'inserted' | 'deleted') =>
    members
      .map((member) => member[side])
      .join('')
      .trim()
  const [deleted, inserted] = [of('deleted'), of('inserted')]
  return deleted !== '' && inserted !== '' ? `${deleted} → ${inserted}` : deleted + inserted
}

/** “an insertion”, “a deletion”: the nouns of names.ts have no article of their own. */
function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function fateOf(record: ChangeRecord | undefined, nameOf: Situation['nameOf']): string {
  if (record === undefined || record.state === 'open') return GONE
  const by = record.decidedBy === null ? '' : ` by ${nameOf(record.decidedBy)}`
  return `The change was ${record.state}${by}; the comment stays.`
}

function onChange(id: string, { state, index, nameOf }: Situation): About {
  const record = state.changes.find((change) => change.id === id)
  const live = index?.changes.find((change) => change.id === id)
  const groupId = live?.groupId ?? record?.groupId ?? id
  const members = live
    ? (index?.changes ?? []).filter((change) => change.groupId === groupId)
    : state.changes.filter((change) => change.id === id || change.groupId === groupId)
  const authorId = live?.author ?? record?.authorId
  if (authorId === undefined) {
    return { label: 'on a change', words: '', fate: GONE }
  }
  const noun = withArticle(CHANGE_NOUNS[groupKind(members)][0])
  const fate = live === undefined && index !== null ? fateOf(record, nameOf) : ''
  return { label: `on ${noun} by ${nameOf(authorId)}`, words: changeWords(members), fate }
}

function onClaim(id: string, { state }: Situation): About {
  const claim = state.claims.find((one) => one.id === id)
  if (!claim) return { label: 'on a claim', words: '', fate: 'The claim is no longer in the ledger.' }
  const words = claim.words === '' ? claim.paraphrase : claim.words
  const label = `on claim ${claim.number}`
  if (claim.status === 'cut') return { label, words, fate: 'The claim was cut; the comment stays.' }
  if (claim.orphaned) return { label, words, fate: 'The words of the claim are no longer in the text.' }
  if (claim.cleared) {
    return { label, words, fate: `The claim is ${CLAIM_STATUS_NAMES[claim.status]}; the comment stays.` }
  }
  return { label, words, fate: '' }
}

/** What a comment is about, or one that is only being written. */
export function aboutTarget(target: ThreadTarget, situation: Situation): About {
  switch (target.kind) {
    case 'range':
      return { label: '', words: '', fate: '' }
    case 'change':
      return onChange(target.changeId, situation)
    case 'claim':
      return onClaim(target.claimId, situation)
    case 'article':
      return { label: 'on the whole article', words: '', fate: '' }
  }
}

export function aboutThread(thread: ThreadView, situation: Situation): About {
  const about = aboutTarget(thread.target, situation)
  const now = situation.index?.comments.get(thread.id)?.words ?? ''
  return about.words === '' ? { ...about, words: now === '' ? thread.quote : now } : about
}
