import { z } from 'zod'
import { libraryId, personId } from '../model/ids.ts'
import { actor, person } from '../model/person.ts'
import { none } from './parts.ts'

/** Longest name of a library, in characters. */
export const MAX_LIBRARY_NAME = 80

const session = z.object({
  people: z.array(person).readonly(),
  actor,
  host: z.enum(['electron', 'loopback', 'cli']),
  /** True where files are chosen in a native dialog; otherwise the window uses its own file field. */
  nativeDialogs: z.boolean(),
  version: z.string(),
  /** Which library this is, among the desks that exchange packages. */
  libraryId,
  /** What this library is called in packages that leave it. */
  libraryName: z.string(),
})
export type Session = z.infer<typeof session>

export const sessionMethods = {
  'session.get': { args: none, result: session },
  /** Explicit and logged; not an authentication. */
  'session.switch': { args: actor, result: session },
  'session.savePerson': {
    args: person.omit({ outside: true }).extend({ id: personId.nullable() }),
    result: session,
  },
  'session.renameLibrary': {
    args: z.object({ name: z.string().trim().min(1, 'Give this desk a name.').max(MAX_LIBRARY_NAME) }),
    result: session,
  },
  /** Opens an http, https or mailto address outside the app. */
  'shell.openExternal': { args: z.object({ url: z.string().max(2048) }), result: none },
} as const
