import type { KeyboardEvent, Ref } from 'react'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import styles from './cards.module.css'

/** A growing field of a card; Mod-Enter sends. */
export function WritingField(props: {
  readonly label: string
  readonly value: string
  readonly fieldRef?: Ref<HTMLTextAreaElement>
  onChange(value: string): void
  onSend(): void
  onCancel?(): void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      props.onSend()
    } else if (event.key === 'Escape' && props.onCancel) {
      event.preventDefault()
      props.onCancel()
    }
  }
  return (
    <div className={styles['writing']}>
      <textarea
        ref={props.fieldRef}
        rows={1}
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd className={text['kbd']}>{keysInWords('Mod-Enter', isMac())}</kbd>
    </div>
  )
}
