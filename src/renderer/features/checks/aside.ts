import type { PlacedProposal } from '../../checks/checks.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { useReview } from '../review/store.ts'

/** Putting proposals aside, by their words and not by their place; it stops nobody, so a locked article takes it too. */

/** Longest words that are kept for the list of what was put aside. */
const KEPT_WORDS = 300

type Dismissed = Pick<PlacedProposal, 'key' | 'rule' | 'words'>

/** One for each key: the same words of a rule are put aside together. */
function distinct(proposals: readonly Dismissed[]) {
  const byKey = new Map(
    proposals.map(({ key, rule, words }) => [key, { key, rule, words: words.slice(0, KEPT_WORDS) }]),
  )
  return [...byKey.values()]
}

/** "“notorious” put aside", "42 proposals put aside". */
export function asideInWords(proposals: readonly Dismissed[]): string {
  const [first, ...others] = distinct(proposals)
  if (first === undefined) return 'Nothing put aside'
  if (others.length > 0) return `${counted(proposals.length, 'proposal')} put aside`
  const places = proposals.length > 1 ? ` in ${proposals.length} places` : ''
  return `“${first.words}” put aside${places}`
}

/** True once they are stored; `error` of the review says why not. */
export async function putAside(proposals: readonly Dismissed[]): Promise<boolean> {
  const { articleId, act } = useReview.getState()
  if (articleId === null || proposals.length === 0) return false
  const outcome = await act('checks.dismissAll', { articleId, dismissed: distinct(proposals) })
  return outcome.ok
}

export async function proposeAgain(keys: readonly string[]): Promise<void> {
  const { articleId, act } = useReview.getState()
  if (articleId === null || keys.length === 0) return
  const outcome = await act('checks.restoreAll', { articleId, keys: [...keys] })
  if (outcome.ok) announce(`${keys.length === 1 ? 'It is' : `${keys.length} are`} proposed again.`)
}
