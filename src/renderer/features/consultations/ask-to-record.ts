import { announce } from '../../ui/announcer.tsx'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { recordingRefusal, wantingAdvice } from './consultation-words.ts'

/** Opens the form, about these claims or the whole article; says why not where the role or a lock forbids it. */
export function askToRecord(claimIds: readonly string[]): void {
  const { state, setError } = useReview.getState()
  if (state?.article.locked === true) return refuse('locked')
  const why = recordingRefusal(useSession.getState().session?.actor.role)
  if (why !== null) {
    announce(why)
    setError(why)
    return
  }
  useShell.getState().show({ kind: 'consultation', claimIds })
}

/** As a command: about the claims that want advice, if any do. */
export function recordConsultation(): void {
  const { state } = useReview.getState()
  askToRecord(wantingAdvice(state?.claims ?? []).map(({ id }) => String(id)))
}
