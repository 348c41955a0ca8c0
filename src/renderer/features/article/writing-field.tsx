import type { KeyboardEvent, Ref } from 'react'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import styles from './cards.module.css'

/** A growing field of a card; Mod-Enter sends. */
export function WritingField({
  label,
  value,
  fieldRef,
  onChange,
  onSend,
  onCancel,
}: {
  readonly label: string
  readonly value: string
  readonly fieldRef?: Ref<HTMLTextAreaElement>
  readonly onChange: (value: string) => void
  readonly onSend: () => void
  readonly onCancel?: () => void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      onCancel()
    }
  }
  return (
    <div className={styles['writing']}>
      <textarea
        ref={fieldRef}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd className={text['kbd']}>{keysInWords('Mod-Enter', isMac())}</kbd>
    </div>
  )
}
