import { CheckField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import type { PersonalWords } from './personal-words.ts'
import styles from './sources.module.css'

type NoNameProps = {
  readonly found: PersonalWords | null
  readonly confirmed: boolean
  readonly onConfirm: (confirmed: boolean) => void
}

/** Warns while it is typed that words of an unnamed source may tell who it is. A name may be none; a contact never. */
export function NoName({ found, confirmed, onConfirm }: NoNameProps) {
  return (
    <output className={found === null ? undefined : styles['warning']}>
      {found !== null && (
        <>
          <span>
            <b className={text['stop']}>
              “{found.words}” looks like {found.what}.
            </b>{' '}
            {found.kind === 'name'
              ? 'The name of an unnamed source is stored nowhere. Take it out, unless it is none.'
              : 'It may tell who this is, and is not stored. Take it out.'}
          </span>
          {found.kind === 'name' && (
            <CheckField
              label="This is not a name"
              checked={confirmed}
              onChange={(event) => onConfirm(event.target.checked)}
            />
          )}
        </>
      )}
    </output>
  )
}
