/** Numbered questions and answers between the process of the app and the display that stands in for the screen. */

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }

/** What one side answers: `(payload) => answer` by name. */
export type Calls = Readonly<Record<string, (payload: never) => unknown>>

export type Rpc<Theirs extends Calls> = {
  ask<N extends keyof Theirs & string>(
    name: N,
    payload: Parameters<Theirs[N]>[0],
  ): Promise<Awaited<ReturnType<Theirs[N]>>>
  /** Takes a message from the other side. */
  take(message: unknown): void
  /** Nothing will be answered any more. */
  end(reason: string): void
  hasEnded(): boolean
}

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

/** `send` must carry values as the structured clone algorithm does, and throw on what that cannot carry. */
export function createRpc<Theirs extends Calls>(send: (message: Message) => void, ours: Calls): Rpc<Theirs> {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let ended: string | null = null

  async function answer(id: number, name: string, payload: unknown): Promise<void> {
    try {
      const call = ours[name]
      if (call === undefined) throw new Error(`The stand-in does not know ${name}`)
      const value: unknown = structuredClone(await call(payload as never))
      send({ kind: 'answer', id, value })
    } catch (error) {
      send({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    ask: (name, payload) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(new Error(ended))
        last += 1
        waiting.set(last, { resolve, reject })
        send({ kind: 'ask', id: last, name, payload })
      }),
    take: (raw) => {
      const message = raw as Message
      if (message.kind === 'ask') return void answer(message.id, message.name, message.payload)
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'answer') asked?.resolve(message.value as never)
      else asked?.reject(new Error(message.message))
    },
    end: (reason) => {
      ended = reason
      for (const asked of waiting.values()) asked.reject(new Error(reason))
      waiting.clear()
    },
    hasEnded: () => ended !== null,
  }
}
