import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWork, createWorkThread } from '../../../../src/main/worker/client.ts'

/** A worker that does what the name of the file asks for. */
const MISBEHAVING = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ request }) => {
  parentPort.postMessage({ kind: 'progress', how: { label: 'Reading', done: 1, total: 2 } })
  if (request.name === 'hang') for (;;);
  if (request.name === 'crash') throw new Error('a bug')
  if (request.name === 'leave') process.exit(3)
  if (request.name === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill({})) }
  parentPort.postMessage({ kind: 'answer', answer: { ok: true, value: request.name } })
})`

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-worker-'))
  file = join(folder, 'worker.mjs')
  writeFileSync(file, MISBEHAVING)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function request(name: string) {
  return { name, bytes: new Uint8Array(), outside: {} }
}

describe('the worker', () => {
  test('reads a draft in its own thread', async () => {
    const work = createWork()
    const bytes = new TextEncoder().encode('Ferry fares rise\nThe council met.')
    const draft = await work.importDraft({ name: 'ferry.txt', bytes, outside: {} })
    const refused = await work.importDraft(request('empty.docx'))
    await work.close()
    expect(draft.ok && draft.value.warnings).toEqual([])
    expect(refused).toEqual({ ok: false, error: { code: 'unreadable-file', message: 'The file is empty.' } })
  })

  test.each([
    ['hang', 'too-large', 'The file was not done within 1 seconds. Nothing was changed.'],
    ['eat', 'too-large', 'The file needs more memory than Stet gives to one file. Nothing was changed.'],
    ['crash', 'internal', 'Something in Stet went wrong with this file. Nothing was changed.'],
    ['leave', 'internal', 'Something in Stet went wrong with this file. Nothing was changed.'],
  ])('that does %s ends in words, and the next request gets a fresh one', async (name, code, message) => {
    const deadline = name === 'hang' ? 1000 : 15_000
    const thread = createWorkThread({ file, deadline, memory: 32 })
    const [bad, good] = await Promise.all([
      thread.ask('import', request(name)),
      thread.ask('import', request('fine')),
    ])
    await thread.close()
    expect(bad).toEqual({ ok: false, error: { code, message } })
    expect(good).toEqual({ ok: true, value: 'fine' })
  })

  test('tells how far it is, and only while it is asked', async () => {
    const thread = createWorkThread({ file })
    const told: unknown[] = []
    await thread.ask('import', request('fine'), { progress: (how) => told.push(how) })
    await thread.ask('import', request('fine'))
    await thread.close()
    expect(told).toEqual([{ label: 'Reading', done: 1, total: 2 }])
  })

  test('that is cancelled ends at once, and what waited behind it is done', async () => {
    const thread = createWorkThread({ file })
    const ended = new AbortController()
    const running = thread.ask('import', request('hang'), {
      signal: ended.signal,
      progress: () => ended.abort(),
    })
    const next = thread.ask('import', request('fine'))
    expect(await running).toEqual({ ok: false, error: { code: 'cancelled', message: CANCELLED } })
    expect(await next).toEqual({ ok: true, value: 'fine' })
    await thread.close()
  })

  test('a request that still waits is cancelled without touching the one before it', async () => {
    const thread = createWorkThread({ file, deadline: 1000 })
    const ended = new AbortController()
    const running = thread.ask('import', request('hang'))
    const waiting = thread.ask('import', request('fine'), { signal: ended.signal })
    ended.abort()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await running).toMatchObject({ ok: false, error: { code: 'too-large' } })
    await thread.close()
  })
})

const CANCELLED = 'This was cancelled. Nothing was changed.'
