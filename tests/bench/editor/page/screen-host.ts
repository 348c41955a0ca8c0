import type { HostApi } from '../../../../src/shared/contract.ts'
import type { Answer, Question } from './main-stand-in.ts'

/**
 * The host of the measured screen: main's part runs in a thread of its own, so that what crosses costs the window what
 * it costs under Electron, where values are copied from process to process in the same way.
 */
export async function connectMain(stored: string): Promise<HostApi> {
  const worker = new Worker(new URL('main-stand-in.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (value: unknown) => void>()
  const listeners: ((payload: unknown) => void)[] = []
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'answer') {
      waiting.get(data.id)?.(data.outcome)
      waiting.delete(data.id)
    } else for (const listener of listeners) listener(data.payload)
  })
  const ask = (method: Question['method'], args: unknown): Promise<unknown> => {
    last += 1
    const id = last
    const question: Question = { id, method, args }
    return new Promise((done) => {
      waiting.set(id, done)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(question)
    })
  }
  await ask('begin', stored)
  return {
    call: (method, args) => ask(method, args) as never,
    on: (event, listener) => {
      if (event === 'review.changed') listeners.push(listener as (payload: unknown) => void)
      return () => undefined
    },
  }
}
