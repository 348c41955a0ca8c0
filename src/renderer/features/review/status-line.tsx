import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { SaveState } from '../../editor/api.ts'
import bars from '../../ui/bars.module.css'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import { clockWithSeconds } from '../../ui/time.ts'
import { ChecksStatus } from '../checks/status.tsx'
import { ProgressLine } from '../shell/progress-line.tsx'
import { countsOf, readingMinutes } from './counts.ts'
import { useReview } from './store.ts'

function Saved({ saveState, savedAt }: { readonly saveState: SaveState | null; readonly savedAt: number }) {
  if (saveState?.kind === 'failed')
    return <span className={text['stop']}>Not saved: {saveState.message}</span>
  if (saveState?.kind === 'saving') return <span>Saving…</span>
  return <span className={bars['now']}>Saved {clockWithSeconds(saveState?.at ?? savedAt)}</span>
}

/** Words, what is still open, and whether the text is safe. */
export function StatusLine({ state }: { readonly state: ReviewState }) {
  const saveState = useReview((review) => review.saveState)
  const counts = useReview(useShallow(({ snapshot }) => countsOf(state, snapshot)))
  return (
    <footer className={bars['status']}>
      <span>{counts.words} words (final)</span>
      <span>{readingMinutes(counts.words)} min</span>
      <span>{counts.changes === 0 ? 'no open changes' : `${counted(counts.changes, 'change')} open`}</span>
      {counts.musts > 0 && <span>{counted(counts.musts, 'must-comment')}</span>}
      {counts.claims > 0 && (
        <span>
          {counts.notCleared === 0
            ? `${counted(counts.claims, 'claim')} cleared`
            : `${counts.notCleared} of ${counted(counts.claims, 'claim')} not cleared`}
        </span>
      )}
      {counts.orphans > 0 && <span>{counted(counts.orphans, 'orphaned comment')}</span>}
      <span className={text['grow']} />
      <ProgressLine />
      <ChecksStatus />
      <Saved saveState={saveState} savedAt={state.article.updatedAt} />
    </footer>
  )
}
