import { useEffect } from 'react'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Mode } from '../../editor/api.ts'
import { announce } from '../../ui/announcer.tsx'
import { useSession } from '../session-store.ts'
import { ROLE_NAMES, STATUS_NAMES } from '../words.ts'
import { useReview } from './store.ts'

/** Main refuses an untracked edit to whoever may only suggest; the window offers none. */

function listed(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_NAMES[role].toLowerCase()).join(' or ')
}

/** Why the present role may not edit without tracking here; null when it may. */
function whyOnlySuggest({ article, untracked }: ReviewState, role: Role | null): string | null {
  if (role !== null && untracked.includes(role)) return null
  if (article.editRight === 'away')
    return 'Another desk has the right to edit. Here changes can be suggested only.'
  const who = untracked.length === 0 ? 'nobody edits' : `only ${listed(untracked)} may edit`
  return `At ${STATUS_NAMES[article.status]} ${who} without tracking. Your changes are suggestions.`
}

/** The same for commands, which stand outside of the screen. */
export function whyNoEditing(): string | null {
  const { state } = useReview.getState()
  const role = useSession.getState().session?.actor.role ?? null
  return state === null ? null : whyOnlySuggest(state, role)
}

/** Why Edit mode is closed now; leaves it by itself when it closes under somebody's hands. */
export function useClosedEditing(state: ReviewState, mode: Mode): string | null {
  const role = useSession((store) => store.session?.actor.role ?? null)
  const editor = useReview((review) => review.editor)
  const why = whyOnlySuggest(state, role)
  const isLeft = why !== null && mode === 'edit'
  useEffect(() => {
    if (!isLeft || editor === null) return
    editor.setMode('suggest')
    announce(why)
  }, [isLeft, editor, why])
  return why
}
