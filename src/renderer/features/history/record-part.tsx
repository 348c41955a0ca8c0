import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import { clockWithSeconds } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import styles from './history.module.css'
import { useVerify } from './verify.ts'

/** Whether what is stored is what was written: every link of the record is computed anew. */
export function RecordPart({ state }: { readonly state: ReviewState }) {
  const { verified, running, verify } = useVerify()
  const { id } = state.article
  const found = verified?.articleId === id ? verified : null
  return (
    <div className={classes(panel['scroll'], styles['record'])}>
      <p>
        Every act is chained to the one before it, and so is every signature. Verifying reads all of it again
        and says what was changed, is missing or was put in outside of Stet.
      </p>
      <Button look="line" aria-disabled={running} onClick={() => void verify(id)}>
        {running ? 'Verifying…' : 'Verify the record'}
      </Button>
      {found !== null && (
        <section aria-label="What was found">
          <h3 className={found.ok ? undefined : text['stop']}>
            {found.findings.length === 0
              ? found.words
              : `The record does not hold: ${counted(found.findings.length, 'finding')}.`}
          </h3>
          <p className={text['soft']}>Looked at {clockWithSeconds(found.at)}.</p>
          {found.findings.length > 0 && (
            <ol className={styles['findings']}>
              {[...found.findings.entries()].map(([at, finding]) => (
                <li key={at}>{finding}</li>
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  )
}
