import { Check, ChevronDown } from 'lucide-react'
import { memo } from 'react'
import type { SlotState } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuNote, MenuSeparator } from '../../ui/menu.tsx'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES } from '../words.ts'
import styles from './steps.module.css'
import { STEPS, stepAfter, stepBefore } from './workflow.ts'

function requiredBy(slots: readonly SlotState[], step: Status): string {
  const slot = slots.find((each) => each.slot === step)
  return slot?.required === true ? slot.requiredBy : ''
}

type StepsProps = {
  readonly status: Status
  readonly locked: boolean
  readonly slots: readonly SlotState[]
}

function MoveMenu({ status, locked, slots }: StepsProps) {
  const show = useShell((shell) => shell.show)
  const move = (to: Status) => () => show({ kind: 'move', to })
  const next = stepAfter(status, slots)
  const previous = stepBefore(status, slots)
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={styles['current']}
          aria-label={`${STATUS_NAMES[status]}. Move the article`}
        >
          {STATUS_NAMES[status]}
          <Icon of={ChevronDown} size={12} />
        </button>
      }
    >
      {locked ? (
        <MenuItem onSelect={() => show({ kind: 'reopen' })}>Re-open…</MenuItem>
      ) : (
        <>
          {next !== null && <MenuItem onSelect={move(next)}>Move on to {STATUS_NAMES[next]}</MenuItem>}
          {previous !== null && (
            <MenuItem onSelect={move(previous)}>Move back to {STATUS_NAMES[previous]}</MenuItem>
          )}
          <MenuSeparator />
          {STEPS.filter((step) => step !== status && step !== next && step !== previous)
            .filter((step) => step !== 'approved' && step !== 'filed')
            .map((step) => (
              <MenuItem key={step} onSelect={move(step)}>
                {STATUS_NAMES[step]}
              </MenuItem>
            ))}
          <MenuSeparator />
          <MenuItem onSelect={move('returned')}>Return…</MenuItem>
          <MenuItem onSelect={move('held')}>Hold…</MenuItem>
          <MenuItem onSelect={move('killed')}>Kill…</MenuItem>
          <MenuNote>Approved is reached by signing.</MenuNote>
        </>
      )}
    </Menu>
  )
}

/** The workflow with the step that the article stands at; that step opens the menu that moves it. */
export const Steps = memo(function Steps(props: StepsProps) {
  const { status, slots } = props
  const aside = !STEPS.includes(status)
  const current = STEPS.indexOf(status)
  return (
    <ol className={styles['steps']} aria-label="Workflow">
      {STEPS.map((step, index) => {
        if (step === status) {
          return (
            <li key={step} aria-current="step">
              <MoveMenu {...props} />
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
            {index < current && <Icon of={Check} size={12} />}
            {STATUS_NAMES[step]}
          </li>
        )
      })}
      {aside && (
        <li aria-current="step">
          <MoveMenu {...props} />
        </li>
      )}
    </ol>
  )
})
