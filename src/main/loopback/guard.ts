import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { pictureAt } from '../../shared/picture-address.ts'

/** What the server knows of itself: where it listens, what its cookie says, what its lock file holds. */
export type Keys = { readonly port: number; readonly session: string; readonly secret: string }

export type Asked = {
  readonly method: string
  /** The request target exactly as it was sent. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export type Judgement =
  | { readonly kind: 'open'; readonly token: string }
  | { readonly kind: 'open-token' }
  | { readonly kind: 'call' }
  | { readonly kind: 'events' }
  | { readonly kind: 'download'; readonly id: string }
  | { readonly kind: 'picture'; readonly blob: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }

/** A 50 MB draft as base64 in JSON, with room for the rest. */
export const BODY_LIMIT = 72 * 1024 * 1024

/** Cookies do not know ports, so the name holds it: two libraries can be open side by side. */
export function cookieName(port: number): string {
  return `stet_${port}`
}

export function ownOrigin(port: number): string {
  return `http://127.0.0.1:${port}`
}

/**
 * Decides on a request before anything of its body is read. An exact Host keeps out names that were pointed at
 * this machine; an exact Origin, JSON and Sec-Fetch-Site keep out pages of other origins, also those on other
 * ports of this machine, to which SameSite cookies are sent.
 */
export function judge(asked: Asked, keys: Keys): Judgement {
  if (asked.headers.host !== `127.0.0.1:${keys.port}`) {
    return refuse(421, 'Stet answers only at the address it printed.')
  }
  if (asked.method === 'POST') return judgePost(asked, keys)
  if (asked.method === 'GET') return judgeGet(asked, keys)
  return refuse(405, 'Stet answers GET and POST.')
}

function judgePost({ target, headers }: Asked, keys: Keys): Judgement {
  if (target === '/open-token') {
    const given = headers.authorization?.replace(/^Bearer /, '')
    if (headers.origin !== undefined) return refuse(403, 'A web page cannot ask for a link.')
    return same(given, keys.secret) ? { kind: 'open-token' } : refuse(403, 'The lock file says otherwise.')
  }
  if (target !== '/call') return refuse(404, 'There is nothing at this address.')
  if (headers.origin !== ownOrigin(keys.port)) return refuse(403, 'Another page asked; only Stet may.')
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return refuse(415, 'Calls are JSON.')
  }
  if (!hasSession(headers, keys)) return refuse(401, NO_SESSION)
  if (Number(headers['content-length'] ?? 0) > BODY_LIMIT) return refuse(413, TOO_LARGE)
  return { kind: 'call' }
}

function judgeGet({ target, headers }: Asked, keys: Keys): Judgement {
  const [path = '', query = ''] = target.split('?', 2)
  if (path === '/open') return { kind: 'open', token: new URLSearchParams(query).get('token') ?? '' }
  if (!hasSession(headers, keys)) return refuse(401, NO_SESSION)
  const site = headers['sec-fetch-site']
  if (path === '/events') {
    return site === 'same-origin' ? { kind: 'events' } : refuse(403, 'Another page asked; only Stet may.')
  }
  if (site !== 'same-origin' && site !== 'none') return refuse(403, 'Another page asked; only Stet may.')
  const blob = pictureAt(path)
  if (blob !== null) return { kind: 'picture', blob }
  const download = /^\/download\/([A-Za-z0-9_-]{1,64})$/.exec(path)?.[1]
  return download === undefined ? { kind: 'page' } : { kind: 'download', id: download }
}

export const TOO_LARGE = 'This is larger than 72 MB, so Stet did not read it. Nothing was changed.'
const NO_SESSION = 'This window is not signed in to Stet. Start Stet again, or open the link it printed.'

function refuse(status: number, message: string): Judgement {
  return { kind: 'refused', status, message }
}

function hasSession(headers: IncomingHttpHeaders, { port, session }: Keys): boolean {
  const start = `${cookieName(port)}=`
  const cookies = (headers.cookie ?? '').split('; ').filter((cookie) => cookie.startsWith(start))
  return cookies.some((cookie) => same(cookie.slice(start.length), session))
}

/** In a time that says nothing of where they differ. */
export function same(given: string | undefined, expected: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
