import { afterEach, describe, expect, test } from 'vitest'
import { createEventHub } from '../../../../src/main/host/event-hub.ts'
import { createLoopbackServer } from '../../../../src/main/loopback/server.ts'
import type { LoopbackServer } from '../../../../src/main/loopback/server.ts'
import { fromWire, toWire } from '../../../../src/shared/wire.ts'

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

const PICTURE = 'ab'.repeat(32)

let server: LoopbackServer | null = null
afterEach(async () => server?.close())

async function serve(articleId: string | null = null) {
  const hub = createEventHub()
  let keys = 0
  const files = new Map([['file1', { name: 'Teld – “final”.pdf', bytes: new Uint8Array([1, 2, 3]) }]])
  const page = { bytes: new TextEncoder().encode('<p>page'), type: 'text/html' }
  server = await createLoopbackServer({
    renderer: { policy: "default-src 'none'", read: async (path) => (path === '/' ? page : null) },
    hub,
    newKey: () => `key${(keys += 1)}`,
    call: async (method, args) => ({ ok: true, value: { method, args } }),
    picture: (blob) => (blob === PICTURE ? { type: 'image/png', bytes: new Uint8Array([9, 8]) } : null),
    takeDownload: (id) => {
      const file = files.get(id) ?? null
      files.delete(id)
      return file
    },
    articleId,
  })
  const origin = `http://127.0.0.1:${server.port}`
  const opened = await fetch(server.newLink(), { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = { Cookie: cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
  return { hub, origin, headers, opened }
}

describe('the loopback server', () => {
  test('signs a window in and sends it to the page', async () => {
    const { opened, origin, headers } = await serve()
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/')
    expect(opened.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const page = await fetch(origin, { headers })
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, "default-src 'none'"])
    expect(await page.text()).toBe('<p>page')
  })

  test('carries bytes both ways', async () => {
    const { origin, headers } = await serve()
    const body = toWire({ method: 'articles.import', args: { bytes: new Uint8Array([0, 255, 128]) } }, encode)
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
    })
    expect(fromWire(await response.text(), decode)).toEqual({
      ok: true,
      value: { method: 'articles.import', args: { bytes: new Uint8Array([0, 255, 128]) } },
    })
  })

  test('announces to every open window, and shows an article in the next one only', async () => {
    const { hub, origin, headers } = await serve('a1')
    const first = await listen(`${origin}/events`, headers)
    expect(await first()).toEqual({ event: 'open', payload: { articleId: 'a1' } })
    const second = await listen(`${origin}/events`, headers)
    hub.emit('session.changed', {})
    expect(await first()).toEqual({ event: 'session.changed', payload: {} })
    expect(await second()).toEqual({ event: 'session.changed', payload: {} })
  })

  test('serves pictures as nothing else, for ever, and only to its own window', async () => {
    const { origin, headers } = await serve()
    const picture = await fetch(`${origin}/blob/${PICTURE}`, { headers })
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([9, 8]))
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    expect(picture.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${origin}/blob/${'0'.repeat(64)}`, { headers })).status).toBe(404)
    expect((await fetch(`${origin}/blob/${PICTURE}`)).status).toBe(401)
    const foreign = { ...headers, 'Sec-Fetch-Site': 'cross-site' }
    expect((await fetch(`${origin}/blob/${PICTURE}`, { headers: foreign })).status).toBe(403)
  })

  test('hands a file out once, under its own name', async () => {
    const { origin, headers } = await serve()
    const file = await fetch(`${origin}/download/file1`, { headers })
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''Teld%20%E2%80%93%20%E2%80%9Cfinal%E2%80%9D.pdf`,
    )
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect((await fetch(`${origin}/download/file1`, { headers })).status).toBe(404)
  })
})

/** Each call of what it answers reads one more event. */
async function listen(url: string, headers: Record<string, string>): Promise<() => Promise<unknown>> {
  const response = await fetch(url, { headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let received = ''
  const next = async (): Promise<unknown> => {
    const end = received.indexOf('\n\n')
    if (end === -1) {
      received += (await reader?.read())?.value ?? ''
      return next()
    }
    const event = received.slice(0, end)
    received = received.slice(end + 2)
    return event.startsWith('data: ') ? JSON.parse(event.slice('data: '.length)) : next()
  }
  return next
}
