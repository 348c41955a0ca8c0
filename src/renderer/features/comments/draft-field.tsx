import { Button } from '../../ui/button.tsx'
import { BLANK } from './draft.ts'
import { draftKeyNow, useDraft, useDrafts, writingName } from './drafts.ts'
import type { Writing } from './drafts.ts'
import styles from './comments.module.css'
import { useOpenFields } from './open-fields.ts'
import type { Place } from './open-fields.ts'
import { discard } from './thread-acts.ts'
import { shortened } from './thread-words.ts'
import { WriteMessage } from './write-message.tsx'

/** Opens the field and gives it the focus. */
export function openField(writing: Writing, place: Place): void {
  useOpenFields.getState().show(`${place} ${writingName(writing)}`)
}

export function useIsFieldOpen(writing: Writing, place: Place): boolean {
  return useOpenFields((store) => store.open.has(`${place} ${writingName(writing)}`))
}

type DraftFieldProps = {
  readonly writing: Writing
  readonly place: Place
  readonly label: string
  /** The words as they stand; empty for a new message. */
  readonly first?: string
  readonly verb: string
  readonly onSend: (words: string) => Promise<boolean>
  /** Always there, as one line until something is written in it. */
  readonly slim?: boolean
  /** Where the focus goes when the field is gone. */
  readonly onClosed: () => void
}

/** A field whose words are a draft: closed, it says what is kept and not sent; without words it is not there. */
export function DraftField(props: DraftFieldProps) {
  const { writing, place, label, first = '', verb, slim = false, onSend, onClosed } = props
  const [draft, write] = useDraft(writing)
  const name = `${place} ${writingName(writing)}`
  const open = useOpenFields((store) => store.open.has(name))
  const wanted = useOpenFields((store) => store.wanted === name)
  const show = useOpenFields((store) => store.show)
  const hide = useOpenFields((store) => store.hide)
  const taken = useOpenFields((store) => store.taken)
  const text = draft?.text ?? first
  const change = (words: string) => write(words === first ? null : { ...BLANK, text: words })
  const close = () => {
    hide(name)
    onClosed()
  }
  const send = async () => {
    // Whoever sends it may have gone to another article before the answer comes.
    const key = draftKeyNow(writing)
    const sent = await onSend(text)
    if (!sent) return false
    useDrafts.getState().write(key, null)
    close()
    return true
  }
  if (!open && !slim) {
    return draft === null ? null : (
      <p className={styles['kept']}>
        <span>
          Not sent: <q>{shortened(draft.text, 60)}</q>
        </span>
        <Button onClick={() => show(name)}>Go on writing</Button>
        <Button
          onClick={() => {
            discard(writing)
            onClosed()
          }}
        >
          Throw away
        </Button>
      </p>
    )
  }
  return (
    <WriteMessage
      label={label}
      value={text}
      verb={verb}
      slim={slim}
      focused={wanted}
      onFocused={taken}
      onChange={change}
      onSend={send}
      onClose={close}
      onDiscard={
        draft === null
          ? null
          : () => {
              discard(writing)
              close()
            }
      }
    />
  )
}
