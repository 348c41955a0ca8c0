import type { EventName, EventPayload } from '../../../shared/events.ts'
import type { Store } from '../../store/open-store.ts'
import type { ReviewContext } from '../context.ts'
import { createHeldWords } from '../foreign-words.ts'
import { readActor } from '../handlers/session.ts'
import { identify } from '../library-identity.ts'
import { createOpenDocuments } from '../open-documents.ts'
import type { DeskFacts, Emitted } from './copy-acts.ts'

export type CopiedContext = {
  readonly context: ReviewContext
  /** What windows are to be told, once it is done in the library. */
  readonly emitted: readonly Emitted[]
  /** Pictures that were asked for, and came along by name alone. */
  readonly lacking: ReadonlySet<string>
}

/** The desk as it stands in a copy. */
export function contextOn(copied: Store, desk: DeskFacts, newId: () => string): CopiedContext {
  const emitted: Emitted[] = []
  const lacking = new Set<string>()
  const { pictures } = copied
  const get: Store['pictures']['get'] = (sha256) => {
    const picture = pictures.get(sha256)
    if (picture?.bytes.byteLength === 0) lacking.add(sha256)
    return picture
  }
  const store: Store = { ...copied, pictures: { ...pictures, get } }
  const now = () => desk.at
  const { rules, workflow, version } = desk
  const platform = {
    emit: <E extends EventName>(event: E, payload: EventPayload<E>) =>
      // The payload is that of the event: the signature says so, and a union cannot.
      void emitted.push({ event, payload } as Emitted),
  }
  const documents = createOpenDocuments(store, now)
  const library = identify(store, newId)
  const kept = { heldWords: createHeldWords(), documents, library, actor: () => readActor(store) }
  return { context: { store, platform, rules, workflow, version, now, newId, ...kept }, emitted, lacking }
}
