import { useShallow } from 'zustand/react/shallow'
import type { Audience, ReviewState } from '../../../shared/model/review.ts'
import { countsOf } from '../review/counts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import styles from './exchange.module.css'
import { packageWords } from './package-words.ts'

function Column({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** What a package for that audience holds and leaves out, with counts. */
export function PackageContents(props: { readonly state: ReviewState; readonly audience: Audience }) {
  const { state, audience } = props
  const snapshot = useReview((review) => review.snapshot)
  const { people, role } = useSession(
    useShallow(({ session }) => ({ people: session?.people, role: session?.actor.role })),
  )
  const open = countsOf(state, snapshot).changes
  const words = packageWords(audience, state, people ?? [], { open, isLegal: role === 'legal' })
  return (
    <div className={styles['words']}>
      <Column title="It includes" lines={words.includes} />
      <Column title="It leaves out" lines={words.leavesOut} />
    </div>
  )
}
