import type { SignOff } from '../../../shared/model/approval.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { shortHash } from '../../ui/hash.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { RECORDED_NAMES, ROLE_NAMES, STATUS_NAMES } from '../words.ts'
import styles from './sign-off.module.css'
import { withdrawnOf } from './withdrawable.ts'

/** The name as typed, and whose it is where that differs. */
function signerOf(signOff: SignOff, name: string | undefined): string {
  if (signOff.typedName === '') return name ?? 'somebody'
  return name === signOff.typedName ? name : `${signOff.typedName} (${name ?? 'unknown'})`
}

/** Where it was returned to, or until when it is held. */
function bounds({ until, returnTo }: SignOff): string {
  if (until !== null) return ` until ${dayAndClock(until)}`
  return returnTo === null ? '' : ` to ${STATUS_NAMES[returnTo]}`
}

/** Every record that was signed, the newest first; what was withdrawn stays, struck, and says so. */
export function Signatures({ signOffs }: { readonly signOffs: readonly SignOff[] }) {
  const personOf = usePersonOf()
  if (signOffs.length === 0) return null
  const struck = withdrawnOf(signOffs)
  return (
    <section className={panel['block']} aria-labelledby="signatures">
      <h3 id="signatures">
        Signatures <span className={text['soft']}>{signOffs.length}</span>
      </h3>
      <ul>
        {signOffs
          .toSorted((a, b) => b.at - a.at || b.seq - a.seq)
          .map((signOff) => {
            const words = `${SLOT_NAMES[signOff.slot]}, ${RECORDED_NAMES[signOff.decision].toLowerCase()}${bounds(signOff)}, v${signOff.version}.`
            return (
              <li key={signOff.id} className={styles['line']}>
                <span className={styles['code']}>{signOff.seq}</span>
                <p>
                  {struck.has(signOff.id) ? (
                    <>
                      <s>{words}</s> <span className={text['strong']}>Withdrawn.</span>
                    </>
                  ) : (
                    words
                  )}{' '}
                  <span className={text['soft']}>
                    {signerOf(signOff, personOf(signOff.personId)?.name)}, {ROLE_NAMES[signOff.role]},{' '}
                    {dayAndClock(signOff.at)}. {signOff.conditions}
                  </span>{' '}
                  <span className={text['slug']} title={signOff.hash}>
                    {shortHash(signOff.hash)}
                  </span>
                </p>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
