import { useId } from 'react'
import type { Decision } from '../../../shared/model/approval.ts'
import text from '../../ui/text.module.css'
import { choices, DECISION_NAMES } from '../words.ts'
import styles from './sheet.module.css'
import { MEANINGS } from './sign-words.ts'

type DecisionChoicesProps = {
  readonly refused: readonly Decision[]
  readonly decision: Decision
  readonly onChoose: (decision: Decision) => void
}

/** Refused choices stay visible and can be focused, so that their reason can be read. */
export function DecisionChoices({ refused, decision, onChoose }: DecisionChoicesProps) {
  const name = useId()
  return (
    <div className={styles['choices']} role="radiogroup" aria-label="Decision">
      {choices(DECISION_NAMES).map(({ value, label }) => {
        const off = refused.includes(value)
        return (
          <label key={value} className={off ? styles['off'] : undefined}>
            <input
              type="radio"
              name={name}
              checked={decision === value && !off}
              aria-disabled={off}
              onChange={() => {
                if (!off) onChoose(value)
              }}
            />
            <span className={text['strong']}>{label}</span>
            <span className={text['soft']}>{MEANINGS[value]}</span>
          </label>
        )
      })}
    </div>
  )
}
