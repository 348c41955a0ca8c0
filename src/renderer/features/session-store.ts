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

export function personOf(session: Session | null, id: string | null): Person | null {
  return session?.people.find((person) => person.id === id) ?? null
}
