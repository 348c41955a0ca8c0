import { hostname } from 'node:os'
import type { LibraryId } from '../../shared/model/ids.ts'
import type { Store } from '../store/open-store.ts'
import { done } from './outcome.ts'

/** Which library something was done in: it travels with packages, so that two desks can be told apart. */
export type LibraryIdentity = {
  readonly id: LibraryId
  /** How people call it; theirs to change. */
  readonly name: string
}

const ID = 'library-id'
const NAME = 'library-name'

const MAX_NAME = 80

/** Given once, at the first opening of a library that has none. */
export function identify(store: Store, newId: () => string): LibraryIdentity {
  const known = store.settings.get(ID)
  if (known !== null) return { id: known as LibraryId, name: store.settings.get(NAME) ?? '' }
  const identity = { id: newId() as LibraryId, name: firstName() }
  const outcome = store.transaction(() => {
    store.settings.set(ID, identity.id)
    store.settings.set(NAME, identity.name)
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return identity
}

/** The machine's own name, until somebody gives a better one. */
function firstName(): string {
  return hostname().normalize('NFC').replaceAll(/\p{C}/gu, '').slice(0, MAX_NAME)
}
