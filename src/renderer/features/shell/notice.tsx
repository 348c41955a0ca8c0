import { X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useShell } from '../shell-store.ts'
import styles from './notice.module.css'

/** A refusal that no screen shows in its own place. */
export function Notice() {
  const { notice, setNotice } = useShell()
  if (notice === null) return null
  return (
    <div className={styles['notice']} role="alert">
      <p>{notice}</p>
      <Button only aria-label="Dismiss" onClick={() => setNotice(null)}>
        <Icon of={X} />
      </Button>
    </div>
  )
}
