import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import styles from './comments.module.css'

type FieldProps = {
  readonly label: string
  readonly value: string
  /** One line high until something is written in it. */
  readonly slim?: boolean
  /** Takes the focus when it comes. */
  readonly focused: boolean
  /** The words are on their way: what was typed now would go with them, unsent. */
  readonly sending?: boolean
  readonly onFocused: () => void
  readonly onChange: (words: string) => void
  readonly onSend: () => void
  readonly onClose: () => void
}

/** Words of a comment; Mod-Enter sends, Escape closes and keeps them. */
function MessageField(props: FieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      props.onSend()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose()
    }
  }
  const { focused, onFocused } = props
  return (
    <textarea
      aria-label={props.label}
      placeholder={props.label}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      rows={props.slim === true ? 1 : 2}
      readOnly={props.sending === true}
      data-slim={props.slim === true ? '' : undefined}
      dir="auto"
      ref={(field) => {
        if (!focused || field === null) return
        field.focus({ preventScroll: true })
        // Words that were kept are written on at their end.
        field.setSelectionRange(field.value.length, field.value.length)
        onFocused()
      }}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

type WriteProps = Omit<FieldProps, 'onSend' | 'sending'> & {
  /** What the button that stores them says. */
  readonly verb: string
  /** True when the words are stored. */
  readonly onSend: () => Promise<boolean>
  readonly onDiscard: (() => void) | null
}

/** A message being written, new or anew. Closing keeps its words; only throwing them away does not. */
export function WriteMessage({ verb, onSend, onDiscard, ...field }: WriteProps) {
  const [sending, setSending] = useState(false)
  const send = async (): Promise<void> => {
    if (sending || field.value.trim() === '') return
    setSending(true)
    await onSend()
    setSending(false)
  }
  return (
    <div className={styles['writing']}>
      <MessageField {...field} sending={sending} onSend={() => void send()} />
      <p className={styles['send']} hidden={field.slim === true && field.value === ''}>
        <Button look="line" aria-disabled={field.value.trim() === '' || sending} onClick={() => void send()}>
          {verb}
        </Button>
        <Button title="Your words are kept" onClick={field.onClose}>
          Close
        </Button>
        {onDiscard !== null && <Button onClick={onDiscard}>Throw away</Button>}
        <kbd className={text['kbd']}>{keysInWords('Mod-Enter', isMac())}</kbd>
      </p>
    </div>
  )
}
