import type { PlacedProposal } from '../../checks/checks.ts'
import type { Around } from '../../editor/spots/around.ts'
import { CLAIM_KIND_NAMES } from '../words.ts'
import { isOfWhole } from '../../../shared/checks/taken.ts'

/** How many letters of a sentence are shown before and behind the words; the sentence is one step away. */
const BEFORE = 70
const BEHIND = 90

function cutBefore(text: string): string {
  if (text.length <= BEFORE) return text
  const cut = text.slice(-BEFORE)
  return `…${cut.slice(cut.indexOf(' ') + 1)}`
}

function cutBehind(text: string): string {
  if (text.length <= BEHIND) return text
  const cut = text.slice(0, BEHIND)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}

/** The words with what is around them, short enough for a row. */
export function shortened({ before, words, after }: Around): Around {
  return { before: cutBefore(before), words, after: cutBehind(after) }
}

/** What becomes of it when it is taken: "number" for a claim, "note". */
export function sortOf(proposal: PlacedProposal): string {
  return proposal.kind === 'claim' ? `claim · ${CLAIM_KIND_NAMES[proposal.claimKind].toLowerCase()}` : 'note'
}

/** What would take the place of the words, as a sentence; empty where nobody can say. */
export function insteadOf(proposal: PlacedProposal): string {
  if (proposal.kind === 'claim' || proposal.replacement === null) return ''
  return proposal.replacement === '' ? 'Instead: nothing; they can go.' : `Instead: “${proposal.replacement}”`
}

/** All of a proposal as one sentence, for a screen reader. */
export function proposalInWords(proposal: PlacedProposal): string {
  const sort =
    proposal.kind === 'claim'
      ? `proposed claim, ${CLAIM_KIND_NAMES[proposal.claimKind].toLowerCase()}`
      : 'note'
  const instead = insteadOf(proposal)
  const sentence = isOfWhole(proposal)
    ? `Whole story, ${sort}: ${proposal.title}. ${proposal.explanation}`
    : `${proposal.label}, ${sort}: ${proposal.title}, “${proposal.words}”. ${proposal.explanation}`
  return instead === '' ? sentence : `${sentence} ${instead}`
}
