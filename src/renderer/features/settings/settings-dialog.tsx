import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Person, Role } from '../../../shared/model/person.ts'
import { host } from '../../host/host.ts'
import { hueClass, Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField, TextField } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { choices, ROLE_NAMES } from '../words.ts'
import { HouseStyleField } from '../checks/house-style.tsx'
import { useCheckList } from '../checks/store.ts'
import styles from './settings.module.css'
import { readAutocorrect, setAutocorrect } from './autocorrect.ts'
import { readTheme, setTheme, THEME_NAMES } from './theme.ts'
import type { Theme } from './theme.ts'

const HUES = [1, 2, 3, 4, 5, 6] as const

type Draft = { readonly id: string | null } & Omit<Person, 'id' | 'outside'>

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 3)
    .toUpperCase()
}

function PersonForm({ person, onDone }: { readonly person: Person | null; readonly onDone: () => void }) {
  const [draft, setDraft] = useState<Draft>(
    person ?? { id: null, name: '', initials: '', hue: 1, roles: ['desk'], deskRoles: [] },
  )
  const [refusal, setRefusal] = useState('')
  const save = async (): Promise<void> => {
    const { id, name, initials, hue, roles, deskRoles } = draft
    const outcome = await host.call('session.savePerson', {
      id,
      name,
      initials: initials === '' ? initialsOf(name) : initials,
      hue,
      roles,
      deskRoles: [...deskRoles],
    })
    if (!outcome.ok) {
      setRefusal(outcome.error.message)
      return
    }
    useSession.setState({ session: outcome.value })
    onDone()
  }
  const toggle = (role: Role, on: boolean): void => {
    const roles = draft.roles.filter((each) => each !== role)
    setDraft({ ...draft, roles: on ? [...roles, role] : roles })
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles['names']}>
        <TextField
          label="Name"
          value={draft.name}
          ref={focusOnOpen}
          required
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <TextField
          label="Initials"
          value={draft.initials}
          maxLength={9}
          placeholder={initialsOf(draft.name)}
          onChange={(event) => setDraft({ ...draft, initials: event.target.value })}
        />
      </div>
      <fieldset className={styles['hues']}>
        <legend>Colour of their marks</legend>
        {HUES.map((hue) => (
          <label key={hue} className={classes(styles['hue'], hueClass({ ...NOBODY, hue }))}>
            <input
              type="radio"
              name="hue"
              checked={draft.hue === hue}
              aria-label={`Hue ${hue}`}
              onChange={() => setDraft({ ...draft, hue })}
            />
            <span aria-hidden="true">
              {draft.initials === '' ? initialsOf(draft.name) || 'AB' : draft.initials}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles['roles']}>
        <legend>Roles</legend>
        {choices(ROLE_NAMES).map(({ value, label }) => (
          <CheckField
            key={value}
            label={label}
            checked={draft.roles.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
        ))}
      </fieldset>
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

const NOBODY = { id: '' as Person['id'], name: '', initials: '', roles: [], deskRoles: [], outside: false }

/** People with their roles, the appearance, typing, and what the checks follow. */
export function SettingsDialog() {
  const hide = useShell((shell) => shell.hide)
  const people = useSession((store) => store.session?.people ?? [])
  const [theme, setShown] = useState<Theme>(readTheme)
  const [corrects, setCorrects] = useState(readAutocorrect)
  const { inText, setInText } = useCheckList(useShallow(({ inText, setInText }) => ({ inText, setInText })))
  const [editing, setEditing] = useState<string | null>(null)
  const done = (): void => setEditing(null)
  return (
    <Dialog
      title="Settings"
      onClose={hide}
      footer={
        <Button look="line" onClick={hide}>
          Close
        </Button>
      }
    >
      <h3 className={text['strong']}>Appearance</h3>
      <p className={styles['theme']}>
        <Segmented
          label="Appearance"
          value={theme}
          options={choices(THEME_NAMES)}
          onChange={(next) => {
            setTheme(next)
            setShown(next)
          }}
        />
      </p>
      <h3 className={text['strong']}>Typing</h3>
      <div className={styles['theme']}>
        <CheckField
          label="Correct while typing: quotes, dashes, ellipses, and lists begun by “-” or “1.”"
          checked={corrects}
          onChange={({ target }) => {
            setAutocorrect(target.checked)
            setCorrects(target.checked)
          }}
        />
      </div>
      <h3 className={text['strong']}>Checks</h3>
      <div className={classes(styles['theme'], styles['checks'])}>
        <HouseStyleField />
        <CheckField
          label="Underline slips in the text: spelling and doubled words"
          checked={inText}
          onChange={({ target }) => setInText(target.checked)}
        />
      </div>
      <h3 className={text['strong']}>People</h3>
      <p className={text['soft']}>
        Local profiles. They say who acted; they prove nothing, because Stet has no authentication.
      </p>
      <ul className={styles['people']}>
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
                  <span className={classes(text['soft'], text['grow'])}>
                    {person.roles.map((role) => ROLE_NAMES[role]).join(', ')}
                  </span>
                  <Button aria-label={`Edit ${person.name}`} onClick={() => setEditing(person.id)}>
                    Edit
                  </Button>
                </div>
              )}
            </li>
          ))}
        <li>
          {editing === '' ? (
            <PersonForm person={null} onDone={done} />
          ) : (
            <div className={styles['person']}>
              <Button look="line" onClick={() => setEditing('')}>
                Add a person
              </Button>
            </div>
          )}
        </li>
      </ul>
    </Dialog>
  )
}
