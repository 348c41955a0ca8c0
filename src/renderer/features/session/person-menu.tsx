import { memo } from 'react'
import { host } from '../../host/host.ts'
import { Menu, MenuChoices, MenuItem, MenuNote, MenuSeparator } from '../../ui/menu.tsx'
import text from '../../ui/text.module.css'
import { announce } from '../../ui/announcer.tsx'
import { classes } from '../../ui/classes.ts'
import type { Person, Role } from '../../../shared/model/person.ts'
import { rolesAnywhere } from '../../../shared/rules/held-roles.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { personOf, useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { ROLE_NAMES } from '../words.ts'
import styles from './person-menu.module.css'

async function switchTo(personId: string, role: Role): Promise<void> {
  if (!(await storedFirst())) return
  const outcome = await host.call('session.switch', { personId, role })
  if (!outcome.ok) {
    useShell.getState().setNotice(outcome.error.message)
    return
  }
  useSession.setState({ session: outcome.value })
  // Not every role may read everything: what is private to legal goes with whoever may.
  await useReview.getState().refresh()
  announce(`You are here as ${personOf(outcome.value, personId)?.name ?? 'somebody'}, ${ROLE_NAMES[role]}.`)
}

/** A role that is not held everywhere says where. */
function roleInWords({ roles, deskRoles }: Person, role: Role): string {
  if (roles.includes(role)) return ROLE_NAMES[role]
  const desks = deskRoles.filter((held) => held.roles.includes(role)).map(({ desk }) => desk)
  return `${ROLE_NAMES[role]}, on ${desks.join(', ')}`
}

/** Who is at the desk, and in which role; a switch, not an authentication. */
export const PersonMenu = memo(function PersonMenu() {
  const { session } = useSession()
  const show = useShell((shell) => shell.show)
  if (session === null) return null
  const { actor, people } = session
  const person = personOf(session, actor.personId)
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          data-person-menu=""
          className={styles['person']}
          aria-label={`${person?.name ?? 'Nobody'}, ${ROLE_NAMES[actor.role]}. Change person or role`}
        >
          <span className={classes(styles['name'], text['cut'])}>{person?.name ?? 'Nobody'}</span>
          <span className={styles['role']}>{ROLE_NAMES[actor.role]}</span>
        </button>
      }
    >
      <MenuNote>
        Says who acts from now on, and is logged. It proves nothing: Stet has no authentication.
      </MenuNote>
      {people
        .filter((each) => !each.outside && rolesAnywhere(each).length > 0)
        .map((each) => (
          <MenuChoices
            key={each.id}
            label={each.name}
            value={each.id === actor.personId ? actor.role : ''}
            options={rolesAnywhere(each).map((role) => ({ value: role, label: roleInWords(each, role) }))}
            onSelect={(role) => {
              const chosen = rolesAnywhere(each).find((own) => own === role)
              if (chosen !== undefined) void switchTo(each.id, chosen)
            }}
          />
        ))}
      <MenuSeparator />
      <MenuItem onSelect={() => show({ kind: 'settings' })}>Settings…</MenuItem>
    </Menu>
  )
})
