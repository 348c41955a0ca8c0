import { useShell } from '../shell-store.ts'
import styles from './progress-line.module.css'

/** Long work in the status line; nothing while nothing runs. */
export function ProgressLine() {
  const progress = useShell((shell) => shell.progress)
  if (progress === null) return null
  const { label, done, total } = progress
  return (
    <span className={styles['line']}>
      <span>{label}</span>
      <progress
        className={styles['bar']}
        aria-label={label}
        {...(total > 0 && { value: done, max: total })}
      />
    </span>
  )
}
