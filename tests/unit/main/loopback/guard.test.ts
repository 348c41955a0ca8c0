import { describe, expect, test } from 'vitest'
import { BODY_LIMIT, judge } from '../../../../src/main/loopback/guard.ts'
import type { Asked, Judgement } from '../../../../src/main/loopback/guard.ts'

const keys = { port: 4711, session: 'session-key', secret: 'lock-secret' }

function post(headers: Record<string, string | undefined>, target = '/call'): Judgement {
  const own = {
    host: '127.0.0.1:4711',
    origin: 'http://127.0.0.1:4711',
    'content-type': 'application/json',
    cookie: 'stet_4711=session-key',
  }
  return judge({ method: 'POST', target, headers: { ...own, ...headers } }, keys)
}

function get(target: string, headers: Asked['headers'] = {}): Judgement {
  const own = {
    host: '127.0.0.1:4711',
    cookie: 'a=b; stet_4711=session-key',
    'sec-fetch-site': 'same-origin',
  }
  return judge({ method: 'GET', target, headers: { ...own, ...headers } }, keys)
}

function statusOf(judged: Judgement): number | string {
  return judged.kind === 'refused' ? judged.status : judged.kind
}

describe('a request', () => {
  test('from our own page passes', () => {
    expect(post({}).kind).toBe('call')
    expect(post({ 'content-type': 'application/json; charset=utf-8' }).kind).toBe('call')
    expect(get('/events').kind).toBe('events')
    expect(get('/').kind).toBe('page')
    expect(get('/assets/a.js?v=1').kind).toBe('page')
    expect(get('/download/Ab-_9')).toEqual({ kind: 'download', id: 'Ab-_9' })
    expect(get('/', { 'sec-fetch-site': 'none' }).kind).toBe('page')
  })

  test.each([
    undefined,
    'attacker.example',
    'localhost:4711',
    '127.0.0.1',
    '127.0.0.1:4712',
    '127.0.0.1:4711.',
  ])('to the host %s is refused', (host) => {
    expect(statusOf(post({ host }))).toBe(421)
    expect(statusOf(get('/', { host }))).toBe(421)
    expect(statusOf(get('/open?token=x', { host }))).toBe(421)
  })

  test.each([
    undefined,
    'null',
    'https://attacker.example',
    'http://127.0.0.1:4712',
    'http://localhost:4711',
  ])('from the origin %s is refused', (origin) => {
    expect(statusOf(post({ origin }))).toBe(403)
  })

  test.each([undefined, 'text/plain', 'application/json; charset=utf-16', 'application/jsonp'])(
    'of the type %s is refused',
    (type) => {
      expect(statusOf(post({ 'content-type': type }))).toBe(415)
    },
  )

  test.each([
    undefined,
    '',
    'stet_4711=',
    'stet_4711=other',
    'stet_4712=session-key',
    'xstet_4711=session-key',
  ])('with the cookie %s is refused', (cookie) => {
    expect(statusOf(post({ cookie }))).toBe(401)
    expect(statusOf(get('/', { cookie }))).toBe(401)
    expect(statusOf(get('/events', { cookie }))).toBe(401)
    expect(statusOf(get('/download/a', { cookie }))).toBe(401)
  })

  test.each(['cross-site', 'same-site', undefined])('that a %s page makes is refused', (site) => {
    expect(statusOf(get('/', { 'sec-fetch-site': site }))).toBe(403)
    expect(statusOf(get('/events', { 'sec-fetch-site': site }))).toBe(403)
  })

  test('for the events by typing their address is refused', () => {
    expect(statusOf(get('/events', { 'sec-fetch-site': 'none' }))).toBe(403)
  })

  test('that announces too much is refused', () => {
    expect(statusOf(post({ 'content-length': String(BODY_LIMIT) }))).toBe('call')
    expect(statusOf(post({ 'content-length': String(BODY_LIMIT + 1) }))).toBe(413)
  })

  test.each(['PUT', 'HEAD', 'OPTIONS', 'get'])('by %s is refused', (method) => {
    expect(statusOf(judge({ method, target: '/', headers: { host: '127.0.0.1:4711' } }, keys))).toBe(405)
  })
})

describe('a link', () => {
  test('carries its token, whoever follows it', () => {
    expect(get('/open?token=abc', { cookie: undefined, 'sec-fetch-site': 'none' })).toEqual({
      kind: 'open',
      token: 'abc',
    })
    expect(get('/open')).toEqual({ kind: 'open', token: '' })
  })

  test('is given to who holds the secret, and never to a page', () => {
    const authorization = 'Bearer lock-secret'
    expect(post({ origin: undefined, authorization }, '/open-token').kind).toBe('open-token')
    expect(statusOf(post({ authorization }, '/open-token'))).toBe(403)
    expect(statusOf(post({ origin: undefined }, '/open-token'))).toBe(403)
    expect(statusOf(post({ origin: undefined, authorization: 'Bearer x' }, '/open-token'))).toBe(403)
  })
})
