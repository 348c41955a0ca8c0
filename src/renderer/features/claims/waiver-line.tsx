import type { ReactNode } from 'react'
import type { Waiver } from '../../../shared/model/waiver.ts'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { ROLE_NAMES } from '../words.ts'
import styles from './claims.module.css'
import { WAIVER_CATEGORY_NAMES } from './detail-names.ts'

/** Who let the claim run without a rule, in which role, why, at whose asking, and until which version. */
export function WaiverLine({ waiver, children }: { readonly waiver: Waiver; readonly children?: ReactNode }) {
  const personOf = usePersonOf()
  const nameOf = (id: string) => personOf(id)?.name ?? 'somebody'
  const asked = waiver.askedBy === waiver.grantedBy ? '' : `, asked by ${nameOf(waiver.askedBy)}`
  return (
    <p className={styles['waiver']}>
      <q>{waiver.reason}</q>{' '}
      <span className={text['soft']}>
        {WAIVER_CATEGORY_NAMES[waiver.category]}. Waived by {nameOf(waiver.grantedBy)} (
        {ROLE_NAMES[waiver.grantedAs]}){asked}, {dayAndClock(waiver.at)}, through v{waiver.throughVersion}.
      </span>{' '}
      {children}
    </p>
  )
}

type EndedProps = { readonly waivers: readonly Waiver[]; readonly version: number }

/** Waivers that no rule runs under any more: ended by hand, by a version, or because the rule was met. */
export function EndedWaivers({ waivers, version }: EndedProps) {
  const personOf = usePersonOf()
  const endOf = ({ endedAt, endedBy, throughVersion }: Waiver): string => {
    if (endedAt !== null) return `ended by ${personOf(endedBy)?.name ?? 'somebody'}, ${dayAndClock(endedAt)}`
    return throughVersion < version ? `ended with v${throughVersion}` : 'not needed now'
  }
  if (waivers.length === 0) return null
  return (
    <details className={styles['ended']}>
      <summary className={classes(text['soft'], text['small'])}>
        {counted(waivers.length, 'earlier waiver')}
      </summary>
      {waivers.map((waiver) => (
        <div key={waiver.id}>
          <p className={text['small']}>
            <b>{waiver.rules.join(', ')}</b> {endOf(waiver)}
          </p>
          <WaiverLine waiver={waiver} />
        </div>
      ))}
    </details>
  )
}
