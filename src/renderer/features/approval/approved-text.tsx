import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { run } from '../commands/dispatch.ts'
import panel from '../review/panel.module.css'
import styles from './sign-off.module.css'

/** The text that was approved last, one click away; of an article that was opened again, also what changed since. */
export function ApprovedText({ state }: { readonly state: ReviewState }) {
  const { approvedVersionId, signOffs, article } = state
  if (approvedVersionId === null) return null
  const approval = signOffs.findLast(({ versionId }) => versionId === approvedVersionId)
  return (
    <section className={panel['block']} aria-labelledby="approved-text">
      <h3 id="approved-text">Approved text</h3>
      <div className={styles['line']}>
        <span />
        <p>
          {approval === undefined ? (
            'Kept as it was signed.'
          ) : (
            <>
              v{approval.version}, signed by {approval.typedName}.{' '}
              <span className={text['soft']}>{dayAndClock(approval.at)}.</span>
            </>
          )}
        </p>
        <span className={styles['acts']}>
          <Button aria-label="Read the approved text" onClick={() => run('version.readApproved')}>
            Read
          </Button>
          {!article.locked && (
            <Button
              aria-label="What changed since the approved text"
              onClick={() => run('version.compareApproved')}
            >
              What changed
            </Button>
          )}
        </span>
      </div>
    </section>
  )
}
