import type { HeldWords } from '../document/index/held-words.ts'
import type { ThreadView } from '../model/review.ts'
import { near, remembered } from './near.ts'
import type { RangeOf, Standing } from './near.ts'
import type { Proposal } from './proposal.ts'

/** The first words of the comment that a note becomes; by them it is known again. */
function openingOf({ title }: Proposal): string {
  return `${title}: `
}

/** What is written when a proposal is taken as a comment. */
export function commentOn(proposal: Proposal): string {
  const instead =
    proposal.kind === 'note' && proposal.replacement !== null && proposal.replacement !== ''
      ? ` Instead: “${proposal.replacement}”.`
      : ''
  return `${openingOf(proposal)}${proposal.explanation}${instead}`
}

/** It speaks of the story as a whole: its words are the headline's only for want of a better place. */
export function isOfWhole(proposal: Proposal): boolean {
  return proposal.kind === 'note' && proposal.ofWhole === true
}

function takes(
  held: HeldWords,
  { proposal, range }: Standing<Proposal>,
  openingWords: (threadId: string) => string,
): boolean {
  if (range.from < held.from || range.to > held.to) return false
  if (isOfWhole(proposal)) return false
  if (held.mark === 'claim') return proposal.kind === 'claim'
  return (
    range.from === held.from && range.to === held.to && openingWords(held.id).startsWith(openingOf(proposal))
  )
}

/** What the threads of an article said first, before it was edited. */
export type Openings = {
  readonly openingWords: (threadId: string) => string
  /** Of those on the whole article. */
  readonly onArticle: readonly string[]
}

function saidFirst({ messages: [first] }: ThreadView): string {
  return first?.earlier[0]?.text ?? first?.text ?? ''
}

export function openingsOf(threads: readonly ThreadView[]): Openings {
  const openings = new Map<string, string>(threads.map((thread) => [thread.id, saidFirst(thread)]))
  const onArticle = threads.filter(({ target }) => target.kind === 'article').map(saidFirst)
  return { openingWords: (id) => openings.get(id) ?? '', onArticle }
}

/**
 * Those that nobody has taken yet: no claim covers the words of a claim, and no comment that was made of it stands on
 * exactly these words. Read from the text, so that a proposal comes back when its claim or comment leaves it.
 */
export function notTaken<P extends Proposal>(
  proposals: readonly P[],
  rangeOf: RangeOf<P>,
  held: readonly HeldWords[],
  { openingWords, onArticle }: Openings,
): readonly P[] {
  const placeOf = remembered(rangeOf)
  const taken = new Set<P>()
  for (const words of held) {
    for (const standing of near(proposals, words, placeOf)) {
      if (takes(words, standing, openingWords)) taken.add(standing.proposal)
    }
  }
  const isSaid = (proposal: P) =>
    isOfWhole(proposal) && onArticle.some((words) => words.startsWith(openingOf(proposal)))
  return proposals.filter((proposal) => !taken.has(proposal) && !isSaid(proposal))
}
