import type { SignOff } from '../../../shared/model/approval.ts'
import { shortHash } from '../../ui/hash.ts'
import text from '../../ui/text.module.css'
import { dayAndClock, utcOffsetName } from '../../ui/time.ts'
import { RECORDED_NAMES, ROLE_NAMES } from '../words.ts'
import styles from './sheet.module.css'

/** A signature as it was given, with the words it was given under. */
export function Signature({ signOff }: { readonly signOff: SignOff }) {
  return (
    <>
      <p className={styles['statement']}>{signOff.statement}</p>
      <dl className={styles['facts']}>
        <dt>Decision</dt>
        <dd className={text['strong']}>{RECORDED_NAMES[signOff.decision]}</dd>
        {signOff.conditions !== '' && (
          <>
            <dt>{signOff.decision.startsWith('approve') ? 'Conditions' : 'Reason'}</dt>
            <dd>{signOff.conditions}</dd>
          </>
        )}
        <dt>Signed</dt>
        <dd>
          <span className={styles['name']}>{signOff.typedName}</span>
          <span className={text['soft']}>
            , {ROLE_NAMES[signOff.role]}, {dayAndClock(signOff.at)}, {utcOffsetName(signOff.utcOffset)}
          </span>
        </dd>
        <dt>Record</dt>
        <dd className={text['hash']} title={signOff.hash}>
          {shortHash(signOff.hash)}
        </dd>
      </dl>
    </>
  )
}
