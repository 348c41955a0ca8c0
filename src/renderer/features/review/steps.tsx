import { Check, ChevronDown } from 'lucide-react'
import { memo } from 'react'
import type { SlotState } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuNote, MenuSeparator } from '../../ui/menu.tsx'
import { STATUS_NAMES } from '../words.ts'
import { askMove } from './ask-move.ts'
import styles from './steps.module.css'
import { useOffered } from './use-moves.ts'
import type { OfferedMove } from './use-moves.ts'
import { moveName, STEPS } from './workflow.ts'

function requiredBy(slots: readonly SlotState[], step: Status): string {
  const slot = slots.find((each) => each.slot === step)
  return slot?.required === true ? slot.requiredBy : ''
}

/** Standards and legal are passed over while no rule asks for them: nothing was done there. */
function isPassedOver(slots: readonly SlotState[], step: Status): boolean {
  if (step !== 'standards' && step !== 'legal') return false
  return slots.find((each) => each.slot === step)?.required !== true
}

/** A refused move stays in the list, says why, and leads to what stands in its way. */
function Offer({ move, refusal }: OfferedMove) {
  const name = move.kind === 'approve' || move.kind === 'file' ? moveName(move) : `${moveName(move)}…`
  return (
    <MenuItem onSelect={() => askMove(move.kind, move.to)}>
      {refusal === null ? (
        name
      ) : (
        <span className={styles['refused']}>
          <span>{moveName(move)}: not yet</span> <span className={styles['why']}>{refusal}</span>
        </span>
      )}
    </MenuItem>
  )
}

function MoveMenu({ state }: { readonly state: ReviewState }) {
  const offered = useOffered(state)
  const open = offered.filter(({ refusal }) => refusal === null)
  const refused = offered.filter(({ refusal }) => refusal !== null)
  const { status } = state.article
  const keyOf = ({ move }: OfferedMove) => `${move.kind} ${move.to}`
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          data-step-menu=""
          className={styles['current']}
          aria-label={`${STATUS_NAMES[status]}. Move the article`}
        >
          {STATUS_NAMES[status]}
          <Icon of={ChevronDown} size={12} />
        </button>
      }
    >
      {open.map((each) => (
        <Offer key={keyOf(each)} {...each} />
      ))}
      {open.length > 0 && refused.length > 0 && <MenuSeparator />}
      {refused.map((each) => (
        <Offer key={keyOf(each)} {...each} />
      ))}
      {offered.length === 0 && <MenuNote>There is nowhere to go from here.</MenuNote>}
    </Menu>
  )
}

/** The workflow with the step that the article stands at; that step opens the menu that moves it. */
export const Steps = memo(function Steps({ state }: { readonly state: ReviewState }) {
  const { slots } = state
  const { status, aside: lies } = state.article
  const aside = !STEPS.includes(status)
  const current = STEPS.indexOf(aside && lies !== null ? lies.resume : status)
  return (
    <ol className={styles['steps']} aria-label="Workflow">
      {STEPS.map((step, index) => {
        if (step === status) {
          return (
            <li key={step} aria-current="step">
              <MoveMenu state={state} />
            </li>
          )
        }
        const rule = requiredBy(slots, step)
        return (
          <li
            key={step}
            className={classes(rule !== '' && styles['ruleMade'])}
            title={rule === '' ? undefined : `Required by ${rule}`}
          >
            {index < current && !isPassedOver(slots, step) && <Icon of={Check} size={12} />}
            {STATUS_NAMES[step]}
          </li>
        )
      })}
      {aside && (
        <li aria-current="step">
          <MoveMenu state={state} />
        </li>
      )}
    </ol>
  )
})
