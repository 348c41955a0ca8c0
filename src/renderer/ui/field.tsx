import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

type Labelled = {
  readonly label: string
  readonly hint?: string | undefined
  readonly className?: string | undefined
}

function Frame({ id, label, hint, className, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={classes(styles['field'], className)}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

function describe(id: string, hint: string | undefined): string | undefined {
  return hint === undefined ? undefined : `${id}-hint`
}

export function TextField({ label, hint, className, ...rest }: Labelled & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} {...(className !== undefined && { className })}>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        id={id}
        aria-describedby={describe(id, hint)}
        className={styles['control']}
      />
    </Frame>
  )
}

export function TextArea({ label, hint, className, ...rest }: Labelled & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} {...(className !== undefined && { className })}>
      <textarea {...rest} id={id} aria-describedby={describe(id, hint)} className={styles['control']} />
    </Frame>
  )
}

type Choice<T extends string> = { readonly value: T; readonly label: string }
type SelectProps<T extends string> = {
  readonly value: T
  readonly options: readonly Choice<T>[]
  readonly disabled?: boolean
  readonly onChange: (value: T) => void
}

function Options<T extends string>({ options }: { readonly options: readonly Choice<T>[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))
}

/** The browser gives back one of the values it was given; anything else is ignored. */
function pick<T extends string>(options: readonly Choice<T>[], value: string, onChange: (value: T) => void) {
  const chosen = options.find((option) => option.value === value)
  if (chosen !== undefined) onChange(chosen.value)
}

export function SelectField<T extends string>(props: Labelled & SelectProps<T>) {
  const { label, hint, className, value, options, disabled, onChange } = props
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} {...(className !== undefined && { className })}>
      <span className={styles['select']}>
        <select
          id={id}
          className={styles['control']}
          value={value}
          disabled={disabled}
          aria-describedby={describe(id, hint)}
          onChange={(event) => pick(options, event.target.value, onChange)}
        >
          <Options options={options} />
        </select>
        <Icon of={ChevronDown} />
      </span>
    </Frame>
  )
}

/** A small select for filters; its label is only spoken. */
export function CompactSelect<T extends string>(props: SelectProps<T> & { readonly label: string }) {
  const { label, value, options, disabled, onChange } = props
  return (
    <span className={classes(styles['select'], styles['compact'])}>
      <select
        aria-label={label}
        className={styles['control']}
        value={value}
        disabled={disabled}
        onChange={(event) => pick(options, event.target.value, onChange)}
      >
        <Options options={options} />
      </select>
      <Icon of={ChevronDown} size={14} />
    </span>
  )
}

/** A select that shows its label inside its frame. `mark` stands before the value. */
export function KeyedSelect<T extends string>(
  props: SelectProps<T> & { readonly label: string; readonly mark?: ReactNode },
) {
  const { label, value, options, disabled, onChange, mark } = props
  return (
    <label className={styles['keyed']}>
      <span className={styles['key']}>{label}</span>
      {mark}
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => pick(options, event.target.value, onChange)}
      >
        <Options options={options} />
      </select>
      <Icon of={ChevronDown} />
    </label>
  )
}

export function CheckField({ label, ...rest }: { readonly label: string } & ComponentProps<'input'>) {
  return (
    <label className={styles['check']}>
      <input {...rest} type="checkbox" />
      <span>{label}</span>
    </label>
  )
}
