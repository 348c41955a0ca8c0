import { hostname } from 'node:os'
import type { LibraryId } from '../../shared/model/ids.ts'
import { MAX_LIBRARY_NAME } from '../../shared/contract/session.ts'
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

/** Given once, at the first opening of a library that has none. */
export function identify(store: Store, newId: () => string): LibraryIdentity {
  const id = (store.settings.get(ID) as LibraryId | null) ?? begin(store, newId)
  return {
    id,
    get name() {
      return store.settings.get(NAME) ?? ''
    },
  }
}

function begin(store: Store, newId: () => string): LibraryId {
  const id = newId() as LibraryId
  const outcome = store.transaction(() => {
    store.settings.set(ID, id)
    store.settings.set(NAME, firstName())
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return id
}

/** Inside a transaction. */
export function renameLibrary(store: Store, name: string): void {
  store.settings.set(NAME, name)
}

/** The machine's own name, until somebody gives a better one. */
function firstName(): string {
  return hostname().normalize('NFC').replaceAll(/\p{C}/gu, '').slice(0, MAX_LIBRARY_NAME)
}
