import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { EventName } from '../../shared/events.ts'
import type { Picture } from '../../shared/model/interchange.ts'
import { fromWire, toWire } from '../../shared/wire.ts'
import { logBug } from '../core/log.ts'
import type { NamedFile } from '../core/platform.ts'
import type { EventHub } from '../host/event-hub.ts'
import { pictureHeaders, securityHeaders } from '../host/renderer-source.ts'
import type { RendererSource } from '../host/renderer-source.ts'
import { readBody } from './body.ts'
import { cookieName, judge, ownOrigin } from './guard.ts'
import type { Judgement, Keys } from './guard.ts'

export type Needs = {
  readonly renderer: RendererSource
  readonly hub: EventHub
  /** Text that nobody can guess: 32 random bytes. */
  readonly newKey: () => string
  readonly call: (method: string, args: unknown) => Promise<unknown>
  readonly picture: (blob: string) => Picture | null
  /** Hands out a saved file once. */
  readonly takeDownload: (id: string) => NamedFile | null
  /** The article that the first window shows, if any. */
  readonly articleId: string | null
}

export type LoopbackServer = {
  readonly port: number
  readonly secret: string
  /** A link that signs one window in, once. */
  newLink(): string
  close(): Promise<void>
}

const call = z.object({ method: z.string().max(100), args: z.unknown() })
const openToken = z.object({ articleId: z.string().max(64).nullable() })

/** Serves one library to the windows of this machine. Resolves when it listens. */
export async function createLoopbackServer(needs: Needs): Promise<LoopbackServer> {
  const tokens = new Set<string>()
  const streams = new Set<ServerResponse>()
  /** Shown by the next window that opens, and by no other. */
  let next = needs.articleId
  const headers = securityHeaders(needs.renderer.policy)
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        fail(response, 500, 'Something in Stet went wrong. Everything saved before is kept.')
      logBug('loopback', error)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const keys: Keys = { port: address.port, session: needs.newKey(), secret: needs.newKey() }

  const unsubscribe = needs.hub.subscribe((event, payload) => {
    for (const stream of streams) stream.write(eventLine(event, payload))
  })

  function newLink(): string {
    const token = needs.newKey()
    tokens.add(token)
    return `${ownOrigin(keys.port)}/open?token=${token}`
  }

  function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
    response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8` }).end(body)
  }

  function fail(response: ServerResponse, status: number, message: string): void {
    const code = status === 413 ? 'too-large' : status === 400 ? 'bad-arguments' : 'refused'
    send(response, status, JSON.stringify({ ok: false, error: { code, message } }))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = request
    const judged = judge({ method, target, headers: request.headers }, keys)
    switch (judged.kind) {
      case 'refused':
        if (method === 'POST') closeEarly(request, response)
        return fail(response, judged.status, judged.message)
      case 'open':
        return signIn(response, judged.token)
      case 'events':
        return stream(response)
      case 'download':
        return download(response, judged.id)
      case 'picture':
        return picture(response, judged.blob)
      case 'page':
        return page(response, target)
      case 'call':
      case 'open-token':
        return post(request, response, judged)
    }
  }

  async function post(
    request: IncomingMessage,
    response: ServerResponse,
    { kind }: Judgement,
  ): Promise<void> {
    const body = await readBody(request)
    if (!body.ok) {
      closeEarly(request, response)
      return fail(response, body.status, body.message)
    }
    const value = parse(body.text)
    if (kind === 'open-token') {
      const asked = openToken.safeParse(value)
      if (!asked.success) return fail(response, 400, 'A call names an article or none.')
      next = asked.data.articleId
      return send(response, 200, JSON.stringify({ url: newLink() }))
    }
    const asked = call.safeParse(value)
    if (!asked.success)
      return fail(response, 400, 'This is not a call that Stet can read. Nothing was changed.')
    const outcome = await needs.call(asked.data.method, asked.data.args)
    send(response, 200, toWire(outcome, encode))
  }

  function signIn(response: ServerResponse, token: string): void {
    if (!tokens.delete(token)) {
      return fail(response, 403, 'This link was used already. Start Stet again for a new one.')
    }
    const cookie = `${cookieName(keys.port)}=${keys.session}; HttpOnly; SameSite=Strict; Path=/`
    response.writeHead(303, { ...headers, 'Set-Cookie': cookie, Location: '/' }).end()
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' }).write(': open\n\n')
    if (next !== null) response.write(eventLine('open', { articleId: next }))
    next = null
    streams.add(response)
    response.once('close', () => streams.delete(response))
  }

  function download(response: ServerResponse, id: string): void {
    const file = needs.takeDownload(id)
    if (file === null) return fail(response, 404, 'This file was fetched already. Export it again.')
    const name = encodeURIComponent(file.name).replace(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    )
    response
      .writeHead(200, {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Length': file.bytes.byteLength,
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
      .end(file.bytes)
  }

  function picture(response: ServerResponse, blob: string): void {
    const found = needs.picture(blob)
    if (found === null) return fail(response, 404, 'This picture is not in the library.')
    response.writeHead(200, pictureHeaders(needs.renderer.policy, found)).end(found.bytes)
  }

  async function page(response: ServerResponse, target: string): Promise<void> {
    const file = await needs.renderer.read(target)
    if (file === null) return fail(response, 404, 'There is nothing at this address.')
    response.writeHead(200, { ...headers, 'Content-Type': file.type }).end(file.bytes)
  }

  return {
    port: keys.port,
    secret: keys.secret,
    newLink,
    close: async () => {
      unsubscribe()
      for (const open of streams) open.end()
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Reads on for one second so that the sender gets to see the answer, keeps nothing of it, then hangs up. */
function closeEarly(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close')
  request.resume()
  response.once('finish', () => setTimeout(() => request.destroy(), 1000).unref())
}

function eventLine(event: EventName, payload: unknown): string {
  return `data: ${JSON.stringify({ event, payload })}\n\n`
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function parse(text: string): unknown {
  try {
    return fromWire(text, (base64) => new Uint8Array(Buffer.from(base64, 'base64')))
  } catch {
    return undefined
  }
}
