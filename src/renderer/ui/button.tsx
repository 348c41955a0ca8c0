import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: 'quiet' | 'line' | 'fill'
  /** Shows an icon alone; then `aria-label` is needed. */
  readonly only?: boolean
  readonly tall?: boolean
}

/**
 * A native button. `aria-disabled` keeps it focusable, so that its reason can be read; a click on it does
 * nothing by itself, its handler is not called.
 */
export function Button({ look = 'quiet', only, tall, className, onClick, ...rest }: ButtonProps) {
  const refused = rest['aria-disabled'] === true || rest['aria-disabled'] === 'true'
  return (
    <button
      type="button"
      {...rest}
      onClick={refused ? undefined : onClick}
      className={classes(
        styles['button'],
        look !== 'quiet' && styles[look],
        only === true && styles['only'],
        tall === true && styles['tall'],
        className,
      )}
    />
  )
}
