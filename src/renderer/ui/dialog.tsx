import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

type DialogProps = {
  readonly title: string
  readonly children: ReactNode
  /** Stands in the header, at the end. */
  readonly aside?: ReactNode
  readonly footer?: ReactNode
  /** `tall` takes the height of the window: for what is itself a page. */
  readonly size?: 'wide' | 'middle' | 'tall'
  /** The body brings its own padding. */
  readonly flush?: boolean
  readonly onClose: () => void
}

/** The first field, else the first act: the browser alone would begin at Close. */
function firstControl(dialog: HTMLElement): HTMLElement | null {
  const body = ':scope > div'
  const field = dialog.querySelector<HTMLElement>(
    `${body} :is(input, select, textarea):not(:disabled), ${body} [aria-pressed="true"]`,
  )
  if (field instanceof HTMLInputElement && field.type === 'radio') {
    // Where Tab would lead: to the one of the choices that holds.
    const group = `input[type="radio"][name="${CSS.escape(field.name)}"]`
    return dialog.querySelector<HTMLElement>(`${body} ${group}:checked`) ?? field
  }
  return field ?? dialog.querySelector<HTMLElement>(':scope > footer button')
}

/**
 * A modal dialog, mounted while it is open. The browser keeps the focus inside, closes it with Escape and
 * gives the focus back to where it was.
 */
export function Dialog({ title, children, aside, footer, size = 'middle', flush, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    // Where the page has not been touched since it opened, Escape closes it without asking (`cancel`) first.
    const closed = (): void => close.current()
    dialog?.addEventListener('close', closed)
    if (dialog !== null && !dialog.open) dialog.showModal()
    if (dialog !== null) firstControl(dialog)?.focus()
    return () => {
      dialog?.removeEventListener('close', closed)
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={classes(styles['dialog'], styles[size])}
      aria-labelledby={id}
      onCancel={(event) => {
        // React hands on what happens to a dialog within this one, and a file field says so when nothing was chosen.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <header className={styles['header']}>
        <h2 className={styles['title']} id={id}>
          {title}
        </h2>
        {aside}
        <Button only aria-label="Close" onClick={onClose}>
          <Icon of={X} />
        </Button>
      </header>
      <div className={classes(styles['body'], flush === true && styles['flush'])}>{children}</div>
      {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
    </dialog>
  )
}
