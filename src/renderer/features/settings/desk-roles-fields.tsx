import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './people.module.css'
import type { PersonDraft } from './person-draft.ts'
import { RoleBoxes } from './role-boxes.tsx'

type Held = PersonDraft['deskRoles']

type DeskRolesFieldsProps = { readonly held: Held; readonly onChange: (held: Held) => void }

/** Roles that somebody holds on one desk besides those held everywhere. */
export function DeskRolesFields({ held, onChange }: DeskRolesFieldsProps) {
  const change = (at: number, part: Partial<Held[number]>): void =>
    onChange(held.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className={styles['desks']}>
      {held.map((one, index) => {
        const name = one.desk.trim() === '' ? 'that desk' : one.desk.trim()
        return (
          // The fields have no other name than their place, which none of them changes.
          <div key={index} className={styles['deskRoles']}>
            <div className={styles['deskName']}>
              <TextField
                label="Desk"
                hint="As the article’s details name it."
                value={one.desk}
                maxLength={80}
                onChange={(event) => change(index, { desk: event.target.value })}
              />
              <Button
                aria-label={`Remove the roles on ${name}`}
                onClick={() => onChange(held.filter((_, other) => other !== index))}
              >
                Remove
              </Button>
            </div>
            <RoleBoxes
              legend={`Roles on ${name} alone`}
              roles={one.roles}
              onChange={(roles) => change(index, { roles })}
            />
          </div>
        )
      })}
      <Button className={styles['addDesk']} onClick={() => onChange([...held, { desk: '', roles: [] }])}>
        Add roles on one desk…
      </Button>
    </div>
  )
}
