import type { Range } from '../../../shared/document/range.ts'
import type { PlacedProposal } from '../../checks/checks.ts'
import type { HeldWords } from '../../editor/spots/spots-api.ts'

/** A proposal with where its words stand now. */
export type Standing = { readonly proposal: PlacedProposal; readonly range: Range }

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
  if (range.to > held.to) return false
  if (isOfWhole(proposal)) return false
  if (held.mark === 'claim') return proposal.kind === 'claim'
  return (
    range.from === held.from && range.to === held.to && openingWords(held.id).startsWith(openingOf(proposal))
  )
}

/** Index of the first that begins at or behind a position. */
function firstFrom(standing: readonly Standing[], position: number): number {
  let low = 0
  let high = standing.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((standing[middle]?.range.from ?? Infinity) < position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Those that nobody has taken yet: no claim covers the words of a claim, and no comment that was made of it stands on
 * exactly these words. Read from the text, so that a proposal comes back when its claim or comment leaves it.
 * `openingWords`: what a thread said first, before it was edited; `onArticle`: what those on the whole article did.
 */
export function notTaken(
  proposals: readonly Standing[],
  held: readonly HeldWords[],
  openingWords: (threadId: string) => string,
  onArticle: readonly string[],
): readonly PlacedProposal[] {
  const standing = proposals.toSorted((a, b) => a.range.from - b.range.from)
  const taken = new Set<PlacedProposal>()
  for (const words of held) {
    for (let at = firstFrom(standing, words.from); ; at++) {
      const each = standing[at]
      if (!each || each.range.from >= words.to) break
      if (takes(words, each, openingWords)) taken.add(each.proposal)
    }
  }
  const isSaid = (proposal: PlacedProposal) =>
    isOfWhole(proposal) && onArticle.some((words) => words.startsWith(openingOf(proposal)))
  return proposals
    .map(({ proposal }) => proposal)
    .filter((proposal) => !taken.has(proposal) && !isSaid(proposal))
}
