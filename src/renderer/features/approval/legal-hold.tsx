import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import styles from './sign-off.module.css'

/** Whether legal holds the article, and for legal the way to do or to undo it. */
export function LegalHold({ state }: { readonly state: ReviewState }) {
  const show = useShell((shell) => shell.show)
  const isLegal = useSession((store) => store.session?.actor.role === 'legal')
  const personOf = usePersonOf()
  const hold = state.article.legalHold
  if (hold === null && !isLegal) return null
  return (
    <section className={panel['block']} aria-labelledby="legal-hold">
      <h3 id="legal-hold" data-legal-hold="" tabIndex={-1}>
        Legal hold
      </h3>
      <div className={styles['line']}>
        <span />
        {hold === null ? (
          <p className={text['soft']}>None. A hold keeps the article from being approved and filed.</p>
        ) : (
          <p>
            “{hold.reason}”{' '}
            <span className={text['soft']}>
              {personOf(hold.by)?.name ?? 'Somebody'}, {dayAndClock(hold.at)}.
              {isLegal ? '' : ' The legal role lifts it.'}
            </span>
          </p>
        )}
        {isLegal && (
          <Button onClick={() => show({ kind: 'legal-hold' })}>{hold === null ? 'Set…' : 'Lift…'}</Button>
        )}
      </div>
    </section>
  )
}
