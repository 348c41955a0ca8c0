import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Source } from '../../../shared/model/source.ts'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { describeSource } from '../sources/describe-source.ts'
import styles from './claims.module.css'
import { findSources } from './find-sources.ts'

type PickerProps = { readonly sources: readonly Source[]; readonly onPick: (sourceId: string) => void }

/** Type a few letters, go by arrow keys, attach by Enter; or press one. */
export function SourcePicker({ sources, onPick }: PickerProps) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const found = findSources(sources, query)
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const source = found[at]
    if (step !== 0) setChosen((at + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && source !== undefined) onPick(source.id)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <TextField
        label="Find a source"
        hint="Title, origin or grade. Enter attaches the one that is marked."
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
        value={query}
        ref={focusOnOpen}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Sources of this article" className={styles['picker']}>
        {found.map((source, index) => (
          <li
            key={source.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={classes(styles['option'], index === at && styles['chosen'])}
            // The field keeps the focus, and with it the keys.
            onPointerDown={(event) => event.preventDefault()}
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
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={text['soft']}>No free source of this article fits.</p>}
    </div>
  )
}
