import type { Args, MethodName, Outcome, Result } from '../../../src/shared/contract.ts'
import { createEventHub } from '../../../src/main/host/event-hub.ts'
import { createLoopbackServer } from '../../../src/main/loopback/server.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { fromWire, toWire } from '../../../src/shared/wire.ts'
import type { TestLibrary } from '../../support/library.ts'

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

export type OverHttp = {
  call<M extends MethodName>(method: M, args: Args<M>): Promise<Result<M>>
  close(): Promise<void>
}

/** The loopback host's server before a library, asked as a window asks it: cookie, JSON, HTTP, and JSON read again. */
export async function serveOverHttp(library: TestLibrary): Promise<OverHttp> {
  const server = await createLoopbackServer({
    renderer: { policy: "default-src 'none'", read: () => Promise.resolve(null) },
    hub: createEventHub(),
    newKey: newId,
    call: (method, args) => library.core.call(method, args),
    picture: () => null,
    takeDownload: () => null,
    articleId: null,
  })
  const origin = `http://127.0.0.1:${server.port}`
  const opened = await fetch(server.newLink(), { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = {
    Cookie: cookie,
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
  }
  return {
    call: async (method, args) => {
      const body = toWire({ method, args }, encode)
      const send = () => fetch(`${origin}/call`, { method: 'POST', headers, body })
      // A connection that lay idle while the core was measured may just have been closed.
      const response = await send().catch(send)
      const outcome = fromWire(await response.text(), decode) as Outcome<Result<typeof method>>
      if (!outcome.ok) throw new Error(outcome.error.message)
      return outcome.value
    },
    close: () => server.close(),
  }
}
