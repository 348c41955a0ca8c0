import { useState } from 'react'
import type { Person } from '../../../shared/model/person.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { hueClass } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { useSession } from '../session-store.ts'
import { DeskRolesFields } from './desk-roles-fields.tsx'
import { draftOf, fieldsOf, freestHue, initialsOf, whyIncomplete } from './person-draft.ts'
import type { PersonDraft } from './person-draft.ts'
import styles from './people.module.css'
import { RoleBoxes } from './role-boxes.tsx'

const HUES = [1, 2, 3, 4, 5, 6] as const
const NOBODY: Person = {
  id: '' as Person['id'],
  name: '',
  initials: '',
  hue: 1,
  roles: [],
  deskRoles: [],
  outside: false,
}

type Part = { readonly draft: PersonDraft; readonly onChange: (part: Partial<PersonDraft>) => void }

function Names({ draft, onChange }: Part) {
  return (
    <div className={styles['names']}>
      <TextField
        label="Name"
        value={draft.name}
        ref={focusOnOpen}
        maxLength={200}
        required
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label="Initials"
        value={draft.initials}
        maxLength={9}
        placeholder={initialsOf(draft.name)}
        onChange={(event) => onChange({ initials: event.target.value })}
      />
    </div>
  )
}

/** Each with its number: that a hue is another is not for everybody to see. */
function Hues({ draft, onChange }: Part) {
  const initials = draft.initials.trim() || initialsOf(draft.name) || 'AB'
  return (
    <fieldset className={styles['hues']}>
      <legend>Colour of their marks</legend>
      {HUES.map((hue) => (
        <label key={hue} className={classes(styles['hue'], hueClass({ ...NOBODY, hue }))}>
          <input
            type="radio"
            name="hue"
            checked={draft.hue === hue}
            aria-label={`Colour ${hue}`}
            onChange={() => onChange({ hue })}
          />
          <span aria-hidden="true" className={styles['swatch']}>
            {hue}
          </span>
          <ins aria-hidden="true" className={styles['sample']}>
            {initials}
          </ins>
        </label>
      ))}
    </fieldset>
  )
}

type PersonFormProps = { readonly person: Person | null; readonly onDone: () => void }

/** A profile: who somebody is, how their marks look, and what they may do where. */
export function PersonForm({ person, onDone }: PersonFormProps) {
  const people = useSession((store) => store.session?.people ?? [])
  const [draft, setDraft] = useState<PersonDraft>(() => draftOf(person, freestHue(people, HUES)))
  const [refusal, setRefusal] = useState('')
  const change = (part: Partial<PersonDraft>): void => setDraft({ ...draft, ...part })
  const save = async (): Promise<void> => {
    const why = whyIncomplete(draft)
    if (why !== null) return setRefusal(why)
    const outcome = await host.call('session.savePerson', fieldsOf(draft))
    if (!outcome.ok) return setRefusal(outcome.error.message)
    useSession.setState({ session: outcome.value })
    announce(`${draft.name} is saved.`)
    onDone()
  }
  return (
    <form
      className={styles['form']}
      aria-label={person === null ? 'New person' : person.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Names draft={draft} onChange={change} />
      <Hues draft={draft} onChange={change} />
      <RoleBoxes legend="Roles on every desk" roles={draft.roles} onChange={(roles) => change({ roles })} />
      <DeskRolesFields held={draft.deskRoles} onChange={(deskRoles) => change({ deskRoles })} />
      <div className={styles['acts']}>
        <Button look="line" type="submit">
          {draft.id === null ? 'Add' : 'Save'}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <span className={text['stop']} role="alert">
          {refusal}
        </span>
      </div>
    </form>
  )
}
