import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { test as base, expect } from '../fixtures.ts'
import { serveLoopback } from './open-loopback.ts'
import type { Served } from './open-loopback.ts'

/** What the loopback host has to withstand: the built server, attacked over its own socket. */
type Attacked = {
  readonly served: Served
  readonly port: number
  readonly origin: string
  /** The cookie of a window that was signed in. */
  readonly cookie: string
}

const test = base.extend<{ attacked: Attacked }>({
  attacked: async ({ place }, use) => {
    const served = await serveLoopback(place.library)
    const { port, origin } = new URL(served.link)
    const opened = await fetch(served.link, { redirect: 'manual' })
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await use({ served, port: Number(port), origin, cookie })
    expect(await served.stop('SIGTERM')).toBe(0)
  },
})

const CALL = JSON.stringify({ method: 'session.get', args: {} })

/** Sends bytes as they are, and answers the first line and the body of what came back before the end. */
async function raw(port: number, request: string): Promise<{ status: number; text: string }> {
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8').on('data', (part: string) => (received += part))
    socket.once('error', (error) => (received === '' ? reject(error) : resolve(received)))
    socket.once('close', () => resolve(received))
    socket.write(request)
  })
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }
}

function post(
  { port, origin, cookie }: Attacked,
  changed: Record<string, string | null>,
  body = CALL,
): string {
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Origin: origin,
    Cookie: cookie,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...changed,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  )
  return `POST /call HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

function get({ port, cookie }: Attacked, target: string, extra = 'Sec-Fetch-Site: same-origin'): string {
  return `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n${extra}\r\nConnection: close\r\n\r\n`
}

test('an honest call is answered', async ({ attacked }) => {
  const { status, text } = await raw(attacked.port, post(attacked, {}))
  expect(status).toBe(200)
  expect(text).toContain('"ok":true')
  expect(text).not.toMatch(/access-control/i)
})

test('the link signs one window in, once, with a cookie that scripts and other sites cannot use', async ({
  attacked,
}) => {
  const again = await fetch(attacked.served.link, { redirect: 'manual' })
  expect(again.status).toBe(403)
  expect(again.headers.getSetCookie()).toEqual([])
  expect((await fetch(`${attacked.origin}/open?token=guess`, { redirect: 'manual' })).status).toBe(403)
  expect((await fetch(`${attacked.origin}/open`, { redirect: 'manual' })).status).toBe(403)
  expect(attacked.cookie).toMatch(new RegExp(`^stet_${attacked.port}=[\\w-]{43}$`))
})

test('a wrong Host is refused: names that were pointed at this machine', async ({ attacked }) => {
  for (const host of [
    'attacker.example',
    `localhost:${attacked.port}`,
    '127.0.0.1',
    `127.0.0.1:${attacked.port}.`,
  ]) {
    expect((await raw(attacked.port, post(attacked, { Host: host }))).status).toBe(421)
  }
})

test('a POST of another origin is refused', async ({ attacked }) => {
  for (const origin of [
    'https://attacker.example',
    'http://127.0.0.1:1',
    'null',
    `http://localhost:${attacked.port}`,
  ]) {
    expect((await raw(attacked.port, post(attacked, { Origin: origin }))).status).toBe(403)
  }
  expect((await raw(attacked.port, post(attacked, { Origin: null }))).status).toBe(403)
})

test('a page of another origin in the same browser gets nothing', async ({ attacked, chromium }) => {
  const context = await chromium.newContext()
  const page = await context.newPage()
  await page.route('http://127.0.0.1:9/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>x' }),
  )
  await page.goto('http://127.0.0.1:9/')
  const outcome = await page.evaluate(async (origin) => {
    const read = async (path: string, init: RequestInit) =>
      fetch(origin + path, { credentials: 'include', ...init }).then(
        (response) => response.status,
        () => 'refused',
      )
    return [
      await read('/call', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }),
      await read('/', {}),
      await read('/events', {}),
    ]
  }, attacked.origin)
  expect(outcome).toEqual(['refused', 'refused', 'refused'])
  await context.close()
})

test('without the cookie, or with a guessed one, nothing is answered', async ({ attacked }) => {
  const guessed = `stet_${attacked.port}=${'A'.repeat(43)}`
  for (const cookie of [null, guessed, `stet_1=${attacked.cookie.split('=')[1]}`]) {
    expect((await raw(attacked.port, post(attacked, { Cookie: cookie }))).status).toBe(401)
  }
  const none = { ...attacked, cookie: 'x=y' }
  for (const path of ['/', '/index.html', '/events', '/download/abc']) {
    expect((await raw(attacked.port, get(none, path))).status).toBe(401)
  }
})

test('the event stream is opened by our own page only', async ({ attacked }) => {
  for (const site of ['cross-site', 'same-site', 'none']) {
    expect((await raw(attacked.port, get(attacked, '/events', `Sec-Fetch-Site: ${site}`))).status).toBe(403)
  }
  expect((await raw(attacked.port, get(attacked, '/events', 'X-Other: 1'))).status).toBe(403)
})

test('no spelling of a path leaves the built renderer', async ({ attacked }) => {
  const paths = [
    '/../main/loopback.js',
    '/assets/../../main/loopback.js',
    '/%2e%2e/main/loopback.js',
    '/..%2fmain/loopback.js',
    '/%252e%252e/main/loopback.js',
    '/..\\main\\loopback.js',
    '/%5c..%5cmain%5cloopback.js',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html%00.js',
    '/assets/',
    '/download/../../../etc/passwd',
    `http://127.0.0.1:${attacked.port}/../main/loopback.js`,
  ]
  for (const path of paths) {
    const { status, text } = await raw(attacked.port, get(attacked, path))
    expect([path, status]).toEqual([path, 404])
    expect(text).not.toMatch(/root:|import |createServer/)
  }
  const page = await raw(attacked.port, get(attacked, '/'))
  expect(page.status).toBe(200)
  expect(page.text).toContain("Content-Security-Policy: default-src 'none'")
})

test('a body of 100 MB is refused without being read', async ({ attacked }) => {
  const size = 100 * 1024 * 1024
  const announced = await raw(attacked.port, post(attacked, { 'Content-Length': String(size) }, '{"method":'))
  expect(announced.status).toBe(413)
  expect(announced.text).toContain('larger than 72 MB')

  const unannounced: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers: { Cookie: attacked.cookie, Origin: attacked.origin, 'Content-Type': 'application/json' },
    body: pieces(size),
    duplex: 'half',
  }
  const silent = await fetch(`${attacked.origin}/call`, unannounced).then(
    (response) => response.status,
    () => 'hung up',
  )
  expect([413, 'hung up']).toContain(silent)
  expect((await raw(attacked.port, post(attacked, {}))).status).toBe(200)
})

/** That much, without saying so first. */
function pieces(size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const piece = new Uint8Array(1024 * 1024).fill(32)
  let sent = 0
  return new ReadableStream({
    pull: (controller) => {
      sent += piece.length
      if (sent > size) controller.close()
      else controller.enqueue(piece)
    },
  })
}

test('what is not a call in JSON is refused in words', async ({ attacked }) => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '{"method":1}',
    '{"args":{}}',
    '"\uD800',
    `{"method":"${'m'.repeat(200)}"}`,
  ]
  for (const body of bodies) {
    const { status, text } = await raw(attacked.port, post(attacked, {}, body))
    expect([body, status]).toEqual([body, 400])
    expect(text).toContain('"message":"')
  }
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    null,
  ]) {
    expect((await raw(attacked.port, post(attacked, { 'Content-Type': type }))).status).toBe(415)
  }
  const unknown = await raw(attacked.port, post(attacked, {}, '{"method":"__proto__","args":{}}'))
  expect(unknown.status).toBe(200)
  expect(unknown.text).toContain('"ok":false')
})

test('other methods and broken requests are refused', async ({ attacked }) => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']) {
    const request = get(attacked, '/').replace('GET', method)
    expect((await raw(attacked.port, request)).status).toBe(405)
  }
  expect((await raw(attacked.port, 'GARBAGE\r\n\r\n')).status).toBe(400)
})

test('a second start is sent to the running one, and only by who can read the lock file', async ({
  attacked,
  place,
}) => {
  const lock = await stat(join(place.library, 'stet.lock'))
  expect(lock.mode & 0o777).toBe(0o600)
  const second = await serveLoopback(place.library)
  expect(new URL(second.link).origin).toBe(attacked.origin)
  expect(await second.ended).toBe(0)
  expect((await fetch(second.link, { redirect: 'manual' })).status).toBe(303)

  const ask = (headers: Record<string, string>) =>
    fetch(`${attacked.origin}/open-token`, { method: 'POST', headers, body: '{"articleId":null}' })
  expect((await ask({})).status).toBe(403)
  expect((await ask({ Authorization: 'Bearer guess' })).status).toBe(403)
  expect((await ask({ Authorization: 'Bearer guess', Origin: attacked.origin })).status).toBe(403)
})

base('a start that cannot go on ends in words, and lets the library go', async ({ place }) => {
  // Where the lock file belongs lies a folder with something in it, so it cannot be written.
  await mkdir(join(place.library, 'stet.lock', 'something'), { recursive: true })
  const entry = resolve(import.meta.dirname, '../../../out/main/loopback.js')
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, STET_LIBRARY: place.library, STET_NO_BROWSER: '1' },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  const [code] = (await once(child, 'close')) as [number | null]
  expect(code).toBe(1)
  expect(said).toMatch(/^Stet could not go on \(ERR_FS_EISDIR\)\. .*Everything saved is kept\.$/m)
  expect(said).not.toMatch(/^\s+at /m)
})
