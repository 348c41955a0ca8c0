import { create } from 'zustand'
import type { Range } from '../../shared/document/range.ts'
import type { Proposal } from '../../shared/checks/proposal.ts'
import type { HouseStyle } from '../../shared/model/check-book.ts'

/** A proposal with the block that it was found in. The object changes when what is said of its words does. */
export type PlacedProposal = Proposal & {
  /** Unlike the key it is never that of two proposals, but lasts no longer than this list. */
  readonly id: string
  readonly blockId: number
  /** The sentence, as the gutter has it: “H”, “4.2”; “Standfirst”, “Byline”, “Table” and “Note” where it has none. */
  readonly label: string
}

/**
 * `off`: no article is open. `loading`: rules and dictionary are on their way. `checking`: something that was typed
 * has not been looked at yet; what was found before stands. `failed`: `failure` says why.
 */
export type ChecksState = 'off' | 'loading' | 'checking' | 'ready' | 'failed'

export type ChecksStore = {
  readonly state: ChecksState
  /** What happened, what was kept, what to do; null unless `failed`, or a house style could not be set. */
  readonly failure: string | null
  /** In the order of the text, without those that were put aside. */
  readonly proposals: readonly PlacedProposal[]
  /** Those in the text that were put aside. */
  readonly dismissed: readonly PlacedProposal[]
  /** Id of the house style in use; empty while `loading`. */
  readonly profile: string
  readonly profiles: readonly HouseStyle[]
  readonly setProfile: (id: string) => Promise<void>
}

export const useChecks = create<ChecksStore>()(() => ({
  state: 'off',
  failure: null,
  proposals: [],
  dismissed: [],
  profile: '',
  profiles: [],
  setProfile: () => Promise.resolve(),
}))

let placing: ((proposal: PlacedProposal) => Range | null) | null = null

/** Who knows the places; null when the article closes. */
export function placeProposals(place: typeof placing): void {
  placing = place
}

/**
 * Where the words of a proposal stand in the live document now (the redline), also when it has been edited since the
 * check; null when those words are gone. Between its ends there may be deleted text.
 */
export function rangeOf(proposal: PlacedProposal): Range | null {
  return placing?.(proposal) ?? null
}
