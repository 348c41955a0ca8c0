import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useReview } from '../review/store.ts'
import {
  closeFind,
  foundInWords,
  goToFound,
  replaceAllFound,
  replaceFound,
  whyNotReplace,
} from './actions.ts'
import styles from './find.module.css'
import { search, setFind, useFind } from './store.ts'

function Field(props: {
  readonly label: string
  readonly value: string
  readonly asked?: number
  readonly onChange: (value: string) => void
  readonly onEnter: (back: boolean) => void
}) {
  const { label, value, asked, onChange, onEnter } = props
  const field = useRef<HTMLInputElement>(null)
  // Asking for the bar again selects what stands in it, to be typed over.
  useEffect(() => {
    if (asked === undefined) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter(event.shiftKey)
  }
  return (
    <input
      ref={field}
      className={styles['field']}
      type="text"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

function Option(props: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label className={styles['option']}>
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </label>
  )
}

function FindRow() {
  const { text, matchCase, wholeWords, asked } = useFind()
  const found = useReview((store) => store.snapshot?.found ?? null)
  const said = foundInWords(found)
  const none = found === null || found.count === 0
  return (
    <div className={styles['row']}>
      <Field
        label="Find"
        value={text}
        asked={asked}
        onChange={(value) => setFind({ text: value })}
        onEnter={(back) => goToFound(back ? -1 : 1)}
      />
      <output className={styles['count']}>{said}</output>
      <Button
        only
        aria-label="Previous place"
        title="Previous place (Shift F3)"
        disabled={none}
        onClick={() => goToFound(-1)}
      >
        <Icon of={ArrowUp} />
      </Button>
      <Button
        only
        aria-label="Next place"
        title="Next place (F3)"
        disabled={none}
        onClick={() => goToFound(1)}
      >
        <Icon of={ArrowDown} />
      </Button>
      <Option label="Match case" checked={matchCase} onChange={(on) => setFind({ matchCase: on })} />
      <Option label="Whole words" checked={wholeWords} onChange={(on) => setFind({ wholeWords: on })} />
      <Button only aria-label="Close find" title="Close (Escape)" onClick={closeFind}>
        <Icon of={X} />
      </Button>
    </div>
  )
}

function ReplaceRow() {
  const words = useFind((store) => store.words)
  const count = useReview((store) => store.snapshot?.found?.count ?? 0)
  useReview(useShallow(({ state, snapshot }) => [state?.article.locked, snapshot?.mode]))
  const why = whyNotReplace()
  const isOff = count === 0 || why !== null
  return (
    <div className={styles['row']}>
      <Field
        label="Replace by"
        value={words}
        onChange={(value) => setFind({ words: value })}
        onEnter={replaceFound}
      />
      <Button disabled={isOff} title={why ?? 'Replace this one and go on'} onClick={replaceFound}>
        Replace
      </Button>
      <Button disabled={isOff} title={why ?? 'Replace every place, as one act'} onClick={replaceAllFound}>
        Replace all
      </Button>
    </div>
  )
}

/** Finding and replacing words, above the text and never over it. */
export const FindBar = memo(function FindBar() {
  const shown = useFind((store) => store.shown)
  const editor = useReview((store) => store.editor)
  // A text that is opened anew is searched anew.
  useEffect(() => {
    if (editor !== null) search()
  }, [editor])
  if (shown === 'nothing' || editor === null) return null
  return (
    <search className={styles['bar']} aria-label="Find in the text">
      <FindRow />
      {shown === 'replace' && <ReplaceRow />}
    </search>
  )
})
