import type { Args, HostApi, MethodName, Outcome, Result } from '../../shared/contract.ts'
import type { EventName, EventPayload } from '../../shared/events.ts'
import { NOT_ANSWERING } from '../../shared/not-answering.ts'
import { fromWire, toWire } from '../../shared/wire.ts'

type Listener = (payload: never) => void

/** The host of a browser window: calls are POSTs, events come on one stream, opened with the first listener. */
export function connectLoopback(): HostApi {
  const listeners = new Map<EventName, Set<Listener>>()
  let stream: EventSource | null = null

  function listen(): void {
    stream = new EventSource('/events')
    stream.addEventListener('message', (message: MessageEvent<string>) => {
      const { event, payload } = JSON.parse(message.data) as { event: EventName; payload: never }
      for (const listener of listeners.get(event) ?? []) listener(payload)
    })
  }

  return {
    call: post,
    on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      if (stream === null) listen()
      return () => known.delete(listener)
    },
  }
}

/** What a page that is being left may still send, all its requests together: the Fetch standard says 64 KiB. */
const LAST_WORDS = 32 * 1024

async function post<M extends MethodName>(method: M, args: Args<M>): Promise<Outcome<Result<M>>> {
  const body = toWire({ method, args }, encode)
  try {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      // What was typed last is sent while the window closes, and has to outlive it.
      keepalive: document.visibilityState === 'hidden' && body.length < LAST_WORDS,
    })
    return fromWire(await response.text(), decode) as Outcome<Result<M>>
  } catch {
    return { ok: false, error: NOT_ANSWERING }
  }
}

/** In pieces: a call takes no more than some ten thousand arguments. */
function encode(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)))
  }
  return btoa(pieces.join(''))
}

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
