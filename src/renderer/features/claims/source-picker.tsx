import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Source } from '../../../shared/model/source.ts'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { describeSource } from '../sources/describe-source.ts'
import styles from './claims.module.css'
import { findSources } from './find-sources.ts'
import { rowAfterKey } from './row-keys.ts'

type PickerProps = { readonly sources: readonly Source[]; readonly onPick: (sourceId: string) => void }

/** Type a few letters and Enter attaches the first that is found; arrow keys reach the others. */
export function SourcePicker({ sources, onPick }: PickerProps) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const found = findSources(sources, query)
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = rowAfterKey(event, at, buttons.length)
    // Home and End are the field's own.
    if (next === null || (at === -1 && !event.key.startsWith('Arrow'))) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) onPick(first.id)
      }}
    >
      <TextField
        label="Find a source"
        hint="Title, origin or grade. Enter attaches the first, arrow keys reach the others."
        value={query}
        ref={focusOnOpen}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} aria-label="Sources of this article" className={styles['picker']}>
        {found.map((source, index) => (
          <li key={source.id}>
            <button
              type="button"
              className={classes(styles['option'], index === 0 && query !== '' && styles['chosen'])}
              onKeyDown={onKeyDown}
              onClick={() => onPick(source.id)}
            >
              <span className={styles['grade']}>{source.grade}</span>
              <span>
                <b>{source.title}</b>
                <br />
                <span className={classes(text['soft'], text['small'])}>
                  {describeSource(source)}
                  {source.origin === '' ? '' : `. Origin: ${source.origin}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={text['soft']}>No free source of this article fits.</p>}
    </form>
  )
}
