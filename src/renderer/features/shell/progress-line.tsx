import { Button } from '../../ui/button.tsx'
import { cancelJob } from '../jobs.ts'
import { useShell } from '../shell-store.ts'
import styles from './progress-line.module.css'

/** Long work in the status line; nothing while nothing runs. */
export function ProgressLine() {
  const progress = useShell((shell) => shell.progress)
  if (progress === null) return null
  const { job, label, done, total } = progress
  return (
    <span className={styles['line']}>
      <span>{label}</span>
      <progress
        className={styles['bar']}
        aria-label={label}
        {...(total > 0 && { value: done, max: total })}
      />
      {job !== null && (
        <Button className={styles['cancel']} aria-label={`Cancel: ${label}`} onClick={() => cancelJob(job)}>
          Cancel
        </Button>
      )}
    </span>
  )
}
