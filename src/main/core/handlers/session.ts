import type { Session } from '../../../shared/contract.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import { actor as actorSchema } from '../../../shared/model/person.ts'
import type { Actor, Person } from '../../../shared/model/person.ts'
import { rolesAnywhere } from '../../../shared/rules/held-roles.ts'
import type { Store } from '../../store/open-store.ts'
import type { Context, HandlersOf } from '../context.ts'
import { firstActor, firstPeople } from '../first-people.ts'
import { renameLibrary } from '../library-identity.ts'
import { done, fail } from '../outcome.ts'

const ACTOR = 'actor'
const CREATED = 'created'

/** Gives a new library its people and somebody at the desk. */
export function beginLibrary(store: Store, newId: () => string, now: () => number): void {
  const outcome = store.transaction(() => {
    const people = firstPeople(newId)
    for (const person of people) store.people.save(person)
    saveActor(store, firstActor(people))
    store.settings.set(CREATED, String(now()))
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}

function saveActor(store: Store, actor: Actor): void {
  store.settings.set(ACTOR, JSON.stringify(actor))
}

export function readActor(store: Store): Actor {
  const stored = store.settings.get(ACTOR)
  return stored === null ? firstActor(store.people.list()) : actorSchema.parse(JSON.parse(stored))
}

function sessionOf({ store, platform, version, library, actor }: Context): Session {
  return {
    people: store.people.list(),
    actor: actor(),
    host: platform.host,
    nativeDialogs: platform.nativeDialogs,
    version,
    libraryId: library.id,
    libraryName: library.name,
  }
}

function switchTo(context: Context, wanted: Actor): ReturnType<HandlersOf<'session'>['session.switch']> {
  const { store, platform, now } = context
  const outcome = store.transaction(() => {
    const person = store.people.get(wanted.personId)
    if (!person) return fail('not-found', 'This person is not in the library.')
    if (!rolesAnywhere(person).includes(wanted.role)) {
      return fail('refused', `${person.name} does not hold the role “${wanted.role}”. Nothing was changed.`)
    }
    saveActor(store, wanted)
    store.libraryLog.append({
      at: now(),
      personId: person.id,
      kind: 'session.switch',
      summary: `${person.name} sits down as ${wanted.role}.`,
    })
    return done(null)
  })
  if (!outcome.ok) return outcome
  platform.emit('session.changed', {})
  return done(sessionOf(context))
}

type PersonFields = Omit<Person, 'id' | 'outside'> & { readonly id: PersonId | null }

function tellRoles({ roles, deskRoles }: Pick<Person, 'roles' | 'deskRoles'>): string {
  const said = [
    ...(roles.length > 0 ? [roles.join(', ')] : []),
    ...deskRoles.map((held) => `on “${held.desk}” ${held.roles.join(', ')}`),
  ]
  return said.length === 0 ? 'no role' : said.join('; ')
}

function savePerson(
  context: Context,
  fields: PersonFields,
): ReturnType<HandlersOf<'session'>['session.savePerson']> {
  const { store, platform, newId, now, actor } = context
  const outcome = store.transaction(() => {
    const known = fields.id === null ? null : store.people.get(fields.id)
    if (fields.id !== null && !known) return fail('not-found', 'This person is not in the library.')
    const at = actor()
    if (known?.id === at.personId && !rolesAnywhere(fields).includes(at.role)) {
      return fail('refused', `${known.name} is at work as ${at.role} now. Switch first; nothing was changed.`)
    }
    const id = known?.id ?? (newId() as PersonId)
    store.people.save({ ...fields, id, outside: known?.outside ?? false })
    store.libraryLog.append({
      at: now(),
      personId: at.personId,
      kind: 'session.savePerson',
      summary: `${fields.name}: ${tellRoles(fields)}.`,
    })
    return done(null)
  })
  if (!outcome.ok) return outcome
  platform.emit('session.changed', {})
  return done(sessionOf(context))
}

function rename(context: Context, name: string): ReturnType<HandlersOf<'session'>['session.renameLibrary']> {
  const { store, platform, now, actor, library } = context
  const outcome = store.transaction(() => {
    const summary = `This desk, before “${library.name}”, is called “${name}”.`
    renameLibrary(store, name)
    store.libraryLog.append({
      at: now(),
      personId: actor().personId,
      kind: 'session.renameLibrary',
      summary,
    })
    return done(null)
  })
  if (!outcome.ok) return outcome
  platform.emit('session.changed', {})
  return done(sessionOf(context))
}

/** Who is at the desk. A switch is explicit and logged; it proves nothing. */
export function sessionHandlers(context: Context): HandlersOf<'session'> {
  return {
    'session.get': () => done(sessionOf(context)),
    'session.switch': (wanted) => switchTo(context, wanted),
    'session.renameLibrary': ({ name }) => rename(context, name),
    'session.savePerson': (fields) => savePerson(context, fields),
  }
}
