import { useRef, useState } from 'react'
import type { Person } from '../../../shared/model/person.ts'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { useSession } from '../session-store.ts'
import { ROLE_NAMES } from '../words.ts'
import { PersonForm } from './person-form.tsx'
import styles from './people.module.css'

function rolesInWords({ roles, deskRoles }: Person): string {
  const names = (held: Person['roles']) => held.map((role) => ROLE_NAMES[role]).join(', ')
  const said = [
    ...(roles.length > 0 ? [names(roles)] : []),
    ...deskRoles.map((held) => `on ${held.desk}: ${names(held.roles)}`),
  ]
  return said.length === 0 ? 'no role' : said.join('; ')
}

/** Which profile is open; `new`: one that is not there yet. */
type Editing = Person['id'] | 'new' | null

/** The local profiles: who may sit down at this desk, in which roles, and how their marks look. */
export function People() {
  const people = useSession((store) => store.session?.people ?? [])
  const [editing, setEditing] = useState<Editing>(null)
  const list = useRef<HTMLUListElement>(null)
  const done = (): void => {
    const key = editing
    setEditing(null)
    // The form is gone: the focus goes back to the button that opened it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-person="${key ?? ''}"]`)?.focus(),
    )
  }
  return (
    <>
      <p className={text['soft']}>
        Local profiles. They say who acted; they prove nothing, because Stet has no authentication: whoever
        can open this library can sit down as anybody. Every change of person and role is logged.
      </p>
      <ul className={styles['people']} ref={list}>
        {people
          .filter((person) => !person.outside)
          .map((person) => (
            <li key={person.id}>
              {editing === person.id ? (
                <PersonForm person={person} onDone={done} />
              ) : (
                <div className={styles['person']}>
                  <Initials person={person} />
                  <span className={text['strong']}>{person.name}</span>
                  <span className={classes(text['soft'], text['grow'])}>{rolesInWords(person)}</span>
                  <Button
                    data-person={person.id}
                    aria-label={`Edit ${person.name}`}
                    onClick={() => setEditing(person.id)}
                  >
                    Edit
                  </Button>
                </div>
              )}
            </li>
          ))}
        <li>
          {editing === 'new' ? (
            <PersonForm person={null} onDone={done} />
          ) : (
            <div className={styles['person']}>
              <Button data-person="new" look="line" onClick={() => setEditing('new')}>
                Add a person
              </Button>
            </div>
          )}
        </li>
      </ul>
    </>
  )
}
