import type { PlacedProposal } from '../../checks/checks.ts'
import type { HeldWords } from '../../editor/spots/spots-api.ts'
import { near, remembered } from './near.ts'
import type { RangeOf, Standing } from './near.ts'

/** The first words of the comment that a note becomes; by them it is known again. */
function openingOf({ title }: PlacedProposal): string {
  return `${title}: `
}

/** What is written when a proposal is taken as a comment. */
export function commentOn(proposal: PlacedProposal): string {
  const instead =
    proposal.kind === 'note' && proposal.replacement !== null && proposal.replacement !== ''
      ? ` Instead: “${proposal.replacement}”.`
      : ''
  return `${openingOf(proposal)}${proposal.explanation}${instead}`
}

/** It speaks of the story as a whole: its words are the headline's only for want of a better place. */
export function isOfWhole(proposal: PlacedProposal): boolean {
  return proposal.kind === 'note' && proposal.ofWhole === true
}

function takes(held: HeldWords, { proposal, range }: Standing, openingWords: (threadId: string) => string) {
  if (range.from < held.from || range.to > held.to) return false
  if (isOfWhole(proposal)) return false
  if (held.mark === 'claim') return proposal.kind === 'claim'
  return (
    range.from === held.from && range.to === held.to && openingWords(held.id).startsWith(openingOf(proposal))
  )
}

/**
 * Those that nobody has taken yet: no claim covers the words of a claim, and no comment that was made of it stands on
 * exactly these words. Read from the text, so that a proposal comes back when its claim or comment leaves it.
 * `openingWords`: what a thread said first, before it was edited; `onArticle`: what those on the whole article did.
 */
export function notTaken(
  proposals: readonly PlacedProposal[],
  rangeOf: RangeOf,
  held: readonly HeldWords[],
  openingWords: (threadId: string) => string,
  onArticle: readonly string[],
): readonly PlacedProposal[] {
  const placeOf = remembered(rangeOf)
  const taken = new Set<PlacedProposal>()
  for (const words of held) {
    for (const standing of near(proposals, words, placeOf)) {
      if (takes(words, standing, openingWords)) taken.add(standing.proposal)
    }
  }
  const isSaid = (proposal: PlacedProposal) =>
    isOfWhole(proposal) && onArticle.some((words) => words.startsWith(openingOf(proposal)))
  return proposals.filter((proposal) => !taken.has(proposal) && !isSaid(proposal))
}
