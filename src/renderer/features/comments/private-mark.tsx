import { Lock } from 'lucide-react'
import { Icon } from '../../ui/icon.tsx'
import { useSession } from '../session-store.ts'
import styles from './comments.module.css'

/** Says that only readers in the legal role see it: in a word, with a lock. */
export function PrivateMark() {
  return (
    <span className={styles['private']}>
      <Icon of={Lock} size={12} />
      private to legal
    </span>
  )
}

/** Privacy is offered in the legal role alone; main refuses it to any other. */
export function useIsLegal(): boolean {
  return useSession((store) => store.session?.actor.role === 'legal')
}
