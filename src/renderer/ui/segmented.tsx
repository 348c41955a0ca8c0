import { announce } from './announcer.tsx'
import styles from './segmented.module.css'

type SegmentedProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly {
    readonly value: NoInfer<T>
    readonly label: string
    readonly disabled?: boolean
    /** Why it is refused now: it stays in reach, and says so. */
    readonly refused?: string | null
  }[]
  readonly onChange: (value: NoInfer<T>) => void
}

/** A few choices of which one holds; each is a button that is pressed or not. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <fieldset className={styles['group']} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={styles['segment']}
          aria-pressed={option.value === value}
          disabled={option.disabled === true}
          aria-disabled={typeof option.refused === 'string'}
          title={option.refused ?? undefined}
          onClick={() => {
            if (typeof option.refused === 'string') announce(option.refused)
            else onChange(option.value)
          }}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
