import { useShallow } from 'zustand/react/shallow'
import type { SignOff, SlotState } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { dayAndClock, when } from '../../ui/time.ts'
import { VerifyRecord } from '../history/verify-record.tsx'
import { Consultations } from '../consultations/consultations.tsx'
import { ReplyLog } from '../replies/reply-log.tsx'
import { PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { RECORDED_NAMES } from '../words.ts'
import { BlockerList } from './blocker-list.tsx'
import { sheetSlot } from './sheet-slot.ts'
import styles from './sign-off.module.css'

function stateClass(slot: SlotState): string | undefined {
  if (slot.state === 'signed') return styles['signed']
  return slot.state === 'void' ? styles['void'] : styles['waits']
}

function remark(slot: SlotState, now: number): string {
  if (slot.state === 'void') return slot.cause
  if (slot.signOff !== null && slot.state === 'signed') return when(slot.signOff.at, now)
  if (slot.requiredBy !== '') return `required by ${slot.requiredBy}`
  return ''
}

function Slots({ state }: { readonly state: ReviewState }) {
  const { signSlot, setSignSlot } = useReview(
    useShallow(({ signSlot, setSignSlot }) => ({ signSlot, setSignSlot })),
  )
  const role = useSession((store) => store.session?.actor.role ?? null)
  const now = useNow()
  const shown = sheetSlot(signSlot, role)
  return (
    <div className={panel['block']}>
      <h3>Slots</h3>
      <table className={styles['slots']}>
        <tbody>
          {state.slots.map((slot) => (
            <tr key={slot.slot} className={slot.slot === shown ? styles['on'] : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles['slot']}
                  aria-current={slot.slot === shown ? 'true' : undefined}
                  onClick={() => setSignSlot(slot.slot)}
                >
                  {SLOT_NAMES[slot.slot]}
                </button>
              </th>
              <td className={stateClass(slot)}>{slot.state === 'not-needed' ? 'not needed' : slot.state}</td>
              <td>{slot.signOff?.typedName}</td>
              <td className={classes(text['soft'], text['small'])}>{remark(slot, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The name as typed, and whose it is where that differs. */
function signerOf(signOff: SignOff, name: string | undefined): string {
  return name === signOff.typedName ? name : `${signOff.typedName} (${name ?? 'unknown'})`
}

function Signatures({ signOffs }: { readonly signOffs: readonly SignOff[] }) {
  const personOf = usePersonOf()
  if (signOffs.length === 0) return null
  return (
    <div className={panel['block']}>
      <h3>
        Signatures <span className={text['soft']}>{signOffs.length}</span>
      </h3>
      {[...signOffs].reverse().map((signOff) => (
        <div key={signOff.id} className={styles['line']}>
          <span className={styles['code']}>{signOff.seq}</span>
          <p>
            {SLOT_NAMES[signOff.slot]}, {RECORDED_NAMES[signOff.decision].toLowerCase()}, v{signOff.version}.{' '}
            <span className={text['soft']}>
              {signerOf(signOff, personOf(signOff.personId)?.name)}, {dayAndClock(signOff.at)}.{' '}
              {signOff.conditions}
            </span>
          </p>
        </div>
      ))}
    </div>
  )
}

/** What blocks, the slots, and the signatures given. The blockers are main's own list, never counted here. */
export function SignOffPanel({ state }: { readonly state: ReviewState }) {
  const show = useShell((shell) => shell.show)
  return (
    <>
      <PanelHeader title="Sign-off">
        <VerifyRecord articleId={state.article.id} />
      </PanelHeader>
      <div className={panel['scroll']}>
        {state.article.locked ? (
          <div className={panel['block']}>
            <h3>Approved and locked</h3>
            <div className={styles['line']}>
              <span />
              <p>No word, claim or source changes while it is locked.</p>
              <Button onClick={() => show({ kind: 'reopen' })}>Re-open…</Button>
            </div>
          </div>
        ) : (
          <BlockerList blockers={state.blockers} />
        )}
        <Slots state={state} />
        <ReplyLog state={state} />
        <Consultations state={state} />
        <Signatures signOffs={state.signOffs} />
      </div>
    </>
  )
}
