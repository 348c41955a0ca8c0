import type { EventName, EventPayload } from '../../shared/events.ts'

type Listener = (event: EventName, payload: unknown) => void

/** Between the platform, which announces, and the windows, which come and go. */
export type EventHub = {
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  /** Returns its undo. */
  subscribe(listener: Listener): () => void
}

export function createEventHub(): EventHub {
  const listeners = new Set<Listener>()
  return {
    emit: (event, payload) => {
      for (const listener of listeners) listener(event, payload)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
