import type { ReactNode } from 'react'
import { useId } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { usePressedOnce } from './pressed-once.ts'
import text from './text.module.css'

type FormDialogProps = {
  readonly title: string
  /** What its button does, in a word or two. */
  readonly submit: string
  /** Nothing can be sent yet; the button stays focusable. */
  readonly waits?: boolean
  /** Why it was not done; empty: nothing was refused. */
  readonly refusal?: string
  readonly className?: string | undefined
  /** Other acts, between sending and Cancel. */
  readonly acts?: ReactNode
  readonly children: ReactNode
  /** Pressed again before it has answered, it does nothing. */
  readonly onSubmit: () => void | Promise<void>
  /** Escape and X. */
  readonly onClose: () => void
  /** Cancel, where that is more than closing. */
  readonly onCancel?: () => void
}

/** A dialog that asks for something: its fields, the button that sends them, Cancel, and why it was refused. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, waits = false, refusal = '', className, acts, children } = props
  const { onSubmit, onClose, onCancel = onClose } = props
  const form = useId()
  const send = usePressedOnce(onSubmit)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button look="fill" type="submit" form={form} aria-disabled={waits}>
            {submit}
          </Button>
          {acts}
          <Button onClick={onCancel}>Cancel</Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          if (!waits) void send()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
