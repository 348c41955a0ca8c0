import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { describeSource } from '../sources/describe-source.ts'
import styles from './claims.module.css'

type WhereProps = {
  readonly first: string
  readonly onSave: (where: string) => void
  readonly onDone: () => void
}

/** Where in an attached source the words are borne out; Escape leaves it as it was. */
function Where({ first, onSave, onDone }: WhereProps) {
  const [where, setWhere] = useState(first)
  return (
    <form
      className={styles['where']}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(where)
        onDone()
      }}
    >
      <TextField
        label="Where in it"
        placeholder="p. 3, item 7"
        value={where}
        ref={focusOnOpen}
        onChange={(event) => setWhere(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone()
        }}
      />
      <Button look="line" type="submit">
        Save
      </Button>
      <Button onClick={onDone}>Cancel</Button>
    </form>
  )
}

type AttachedProps = {
  readonly link: ClaimSource
  readonly source: Source
  /** A source before it in the list that comes from the same origin, with which it counts once. */
  readonly before: Source | null
  readonly locked: boolean
  readonly onPlace: (link: ClaimSource) => void
  readonly onDetach: () => void
}

/** One source of a claim; what it is, where it comes from in the end, and where in it to look. */
export function AttachedSource({ link, source, before, locked, onPlace, onDetach }: AttachedProps) {
  const [placing, setPlacing] = useState(false)
  return (
    <li className={styles['source']}>
      <span className={styles['grade']} title={`Grade ${source.grade}`}>
        {source.grade}
      </span>
      <div>
        <p className={text['strong']}>{source.title}</p>
        <p className={classes(text['soft'], text['small'])}>{describeSource(source, link.locator)}</p>
      </div>
      <p className={text['small']}>
        <span className={text['soft']}>Origin</span>
        <br />
        {source.origin === '' ? 'not said' : source.origin}
        {before !== null && (
          <span className={text['stop']}>
            <br />
            counts once with {before.title}
          </span>
        )}
      </p>
      {!locked && (
        <>
          <Button
            only
            aria-label={`Change where in ${source.title}`}
            title="Where in it"
            onClick={() => setPlacing(true)}
          >
            <Icon of={Pencil} size={13} />
          </Button>
          <Button only aria-label={`Detach ${source.title}`} title="Detach" onClick={onDetach}>
            <Icon of={X} size={14} />
          </Button>
        </>
      )}
      {placing && !locked && (
        <Where
          first={link.locator}
          onSave={(locator) => onPlace({ ...link, locator })}
          onDone={() => setPlacing(false)}
        />
      )}
    </li>
  )
}
