import type { Level } from '../../../shared/model/thread.ts'
import { classes } from '../../ui/classes.ts'
import { choices, LEVEL_NAMES } from '../words.ts'
import styles from './cards.module.css'

const LEVELS = choices(LEVEL_NAMES)

/** How much a comment weighs: a `must` blocks the approval. */
export function LevelSelect(props: { readonly value: Level; readonly onChange: (level: Level) => void }) {
  return (
    <select
      className={classes(styles['level'], props.value === 'must' && styles['must'])}
      aria-label="Level"
      value={props.value}
      onChange={(event) => {
        const chosen = LEVELS.find((level) => level.value === event.target.value)
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    >
      {LEVELS.map((level) => (
        <option key={level.value} value={level.value}>
          {level.label}
        </option>
      ))}
    </select>
  )
}
