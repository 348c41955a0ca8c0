import type { Role } from '../../../shared/model/person.ts'
import { CheckField } from '../../ui/field.tsx'
import { choices, ROLE_NAMES } from '../words.ts'
import styles from './people.module.css'
import { withRole } from './person-draft.ts'

type RoleBoxesProps = {
  readonly legend: string
  readonly roles: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
}

export function RoleBoxes({ legend, roles, onChange }: RoleBoxesProps) {
  return (
    <fieldset className={styles['roles']}>
      <legend>{legend}</legend>
      {choices(ROLE_NAMES).map(({ value, label }) => (
        <CheckField
          key={value}
          label={label}
          checked={roles.includes(value)}
          onChange={(event) => onChange(withRole(roles, value, event.target.checked))}
        />
      ))}
    </fieldset>
  )
}
