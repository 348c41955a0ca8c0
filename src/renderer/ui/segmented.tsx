import styles from './segmented.module.css'

type SegmentedProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly {
    readonly value: NoInfer<T>
    readonly label: string
    readonly disabled?: boolean
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
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
