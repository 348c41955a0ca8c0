import { create } from 'zustand'
import type { Person } from '../../shared/model/person.ts'
import type { Session } from '../../shared/contract.ts'
import { host } from '../host/host.ts'

/** Who is at the desk. One store an area; none of them central. */
type SessionStore = {
  readonly session: Session | null
  readonly load: () => Promise<void>
}

export const useSession = create<SessionStore>()((set) => ({
  session: null,
  load: async () => {
    const outcome = await host.call('session.get', {})
    if (outcome.ok) set({ session: outcome.value })
  },
}))

/** Whether the host shows dialogs of its own. Who asks before the session is here waits for it. */
export async function hasNativeDialogs(): Promise<boolean> {
  const { session } = useSession.getState()
  if (session) return session.nativeDialogs
  return new Promise((resolve) => {
    const stop = useSession.subscribe((store) => {
      if (!store.session) return
      stop()
      resolve(store.session.nativeDialogs)
    })
  })
}

export function personOf(session: Session | null, id: string | null): Person | null {
  return session?.people.find((person) => person.id === id) ?? null
}
