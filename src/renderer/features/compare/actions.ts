import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'
import { NOW } from './sides.ts'
import { comparisonShown, useCompare } from './store.ts'
import { useVersions } from './versions.ts'

const NEVER_APPROVED = 'No text of this article was approved yet.'
const NO_VERSION = 'No version of this article is kept yet.'

function refuse(message: string): void {
  announce(message)
  useReview.getState().setError(message)
}

/** The text that was kept last, and the text now. */
export async function compareWithLast(): Promise<void> {
  const { articleId } = useReview.getState()
  if (articleId === null) return
  await useVersions.getState().load(articleId)
  const last = useVersions.getState().versions.at(-1)
  if (last === undefined) return refuse(NO_VERSION)
  await useCompare.getState().compare({ kind: 'version', id: last.id }, NOW)
}

/** The approved text and the text now; `read`: the approved text as it was signed. */
export async function compareWithApproved(read: boolean): Promise<void> {
  const id = useReview.getState().state?.approvedVersionId ?? null
  if (id === null) return refuse(NEVER_APPROVED)
  await useCompare.getState().compare({ kind: 'version', id }, NOW, read ? 'original' : 'redline')
}

/** The difference after the one that was gone to last, or before it, going round at the ends. */
export function stepDifference(by: 1 | -1): void {
  const standing = comparisonShown()?.standing
  if (standing?.kind !== 'ready' || standing.differences.length === 0) return
  const { differences } = standing
  const { current, goTo } = useCompare.getState()
  const at = differences.findIndex(({ id }) => id === current)
  const next = at === -1 ? (by === 1 ? 0 : differences.length - 1) : at + by
  const difference = differences[(next + differences.length) % differences.length]
  if (difference === undefined) return
  goTo(difference.id)
  announce(`${differences.indexOf(difference) + 1} of ${differences.length}`)
}

/** Back to the manuscript; true where a comparison was on screen. */
export function closeComparison(): boolean {
  if (comparisonShown() === null) return false
  useCompare.getState().close()
  return true
}
