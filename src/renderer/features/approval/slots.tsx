import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { SlotState } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { NOW } from '../compare/sides.ts'
import { useCompare } from '../compare/store.ts'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { sheetSlot } from './sheet-slot.ts'
import styles from './sign-off.module.css'
import { mayWithdraw } from './withdrawable.ts'

function stateClass(slot: SlotState): string | undefined {
  if (slot.state === 'signed') return styles['signed']
  return slot.state === 'void' ? styles['void'] : styles['waits']
}

function remark({ state, cause, signOff, requiredBy }: SlotState, now: number): ReactNode {
  if (signOff !== null && state === 'signed') return when(signOff.at, now)
  if (state !== 'void') return requiredBy === '' ? '' : `required by ${requiredBy}`
  if (signOff === null) return cause
  return (
    <>
      {cause}; <span className={styles['whole']}>signed {when(signOff.at, now)}</span>
    </>
  )
}

function SlotRow({ state, slot }: { readonly state: ReviewState; readonly slot: SlotState }) {
  const { signSlot, setSignSlot } = useReview(
    useShallow(({ signSlot, setSignSlot }) => ({ signSlot, setSignSlot })),
  )
  const actor = useSession((store) => store.session?.actor ?? null)
  const show = useShell((shell) => shell.show)
  const now = useNow()
  const on = slot.slot === sheetSlot(signSlot, actor?.role ?? null)
  const name = SLOT_NAMES[slot.slot]
  const changed = slot.state === 'void' ? (slot.signOff?.versionId ?? null) : null
  return (
    <tr className={on ? styles['on'] : undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles['slot']}
          aria-current={on ? 'true' : undefined}
          onClick={() => setSignSlot(slot.slot)}
        >
          {name}
        </button>
      </th>
      <td className={stateClass(slot)}>{slot.state === 'not-needed' ? 'not needed' : slot.state}</td>
      <td>{slot.signOff?.typedName}</td>
      <td className={classes(text['soft'], text['small'])}>
        {remark(slot, now)}
        {changed !== null && (
          <Button
            className={styles['withdraw']}
            aria-label={`What changed since the ${name.toLowerCase()} signature`}
            onClick={() => void useCompare.getState().compare({ kind: 'version', id: changed }, NOW)}
          >
            What changed
          </Button>
        )}
        {mayWithdraw(state.article, slot, actor) && (
          <Button
            className={styles['withdraw']}
            aria-label={`Withdraw the ${name.toLowerCase()} signature`}
            onClick={() => show({ kind: 'withdraw', slot: slot.slot })}
          >
            Withdraw…
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Each role's signature: on this text and evidence, void with the difference, or still to come. */
export function Slots({ state }: { readonly state: ReviewState }) {
  return (
    <section className={panel['block']} aria-labelledby="slots">
      <h3 id="slots">Slots</h3>
      <table className={styles['slots']}>
        <tbody>
          {state.slots.map((slot) => (
            <SlotRow key={slot.slot} state={state} slot={slot} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
