import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOwnProcess } from '../../../../src/main/worker/own-process.ts'
import type { WorkOutcome, WorkProgress } from '../../../../src/shared/model/interchange.ts'
import { marked, request } from '../export/pdf/builders.ts'

/** A process that does what the slug of the article asks for, and says which one it is. */
const MISBEHAVING = `
process.once('disconnect', () => process.exit())
process.on('message', ({ state }) => {
  const { slug } = state.article
  process.send({ kind: 'progress', how: { label: String(process.pid), done: 0, total: 5 } })
  if (slug === 'hang') for (;;);
  if (slug === 'crash') throw new Error('a bug')
  if (slug === 'leave') process.exit(3)
  if (slug === 'killed') process.kill(process.pid, 'SIGKILL')
  if (slug === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill({})) }
  const value = slug === 'tell' ? process.env : slug
  process.send({ kind: 'answer', answer: { ok: true, value } })
})`

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-process-'))
  file = join(folder, 'process.mjs')
  writeFileSync(file, MISBEHAVING)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function asking(slug: string) {
  const of = request(marked())
  return { ...of, state: { ...of.state, article: { ...of.state.article, slug } } }
}

function isGone(pid: string): boolean {
  try {
    return !process.kill(Number(pid), 0)
  } catch {
    return true
  }
}

describe('the process in which pages are set', () => {
  test('makes a file, tells its steps, and is gone when it has answered', async () => {
    const pages = createOwnProcess()
    const steps: WorkProgress[] = []
    const made = await pages.ask(request(marked()), { progress: (how) => steps.push(how) })
    await pages.close()
    expect(made.ok && Buffer.from(made.value.bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7')
    expect(steps.map(({ done, total }) => `${done} of ${total}`)).toEqual(
      expect.arrayContaining(['0 of 5', '2 of 5', '3 of 5', '4 of 5']),
    )
  }, 60_000)

  test('sets pages in one thread, and is told of no font of the machine', async () => {
    const pages = createOwnProcess({ file })
    const told = (await pages.ask(asking('tell'))) as WorkOutcome<unknown>
    await pages.close()
    const environment = (told.ok ? told.value : {}) as NodeJS.ProcessEnv
    expect(environment['RAYON_NUM_THREADS']).toBe('1')
    const folders = /<dir>(.*)<\/dir>/g
    const fonts = readFileSync(environment['FONTCONFIG_FILE'] ?? '', 'utf8')
    expect(Array.from(fonts.matchAll(folders), ([, folder = '']) => existsSync(folder))).toEqual([false])
  })

  test.each([
    ['hang', 'too-large', 'The file was not done within 1 seconds. Nothing was changed.'],
    ['eat', 'too-large', 'The file needs more memory than Stet gives to one file. Nothing was changed.'],
    ['killed', 'too-large', 'The file needs more memory than Stet gives to one file. Nothing was changed.'],
    ['crash', 'internal', 'Something in Stet went wrong with this file. Nothing was changed.'],
    ['leave', 'internal', 'Something in Stet went wrong with this file. Nothing was changed.'],
  ])(
    'that does %s ends in words, and the next file gets a fresh one',
    async (slug, code, message) => {
      const pages = createOwnProcess({ file, deadline: slug === 'hang' ? 1000 : 15_000, memory: 32 })
      const [bad, good] = await Promise.all([pages.ask(asking(slug)), pages.ask(asking('fine'))])
      await pages.close()
      expect(bad).toEqual({ ok: false, error: { code, message } })
      expect(good).toEqual({ ok: true, value: 'fine' })
    },
    40_000,
  )

  test('ends at once when it is cancelled or no longer wanted', async () => {
    for (const how of ['cancel', 'close'] as const) {
      const pages = createOwnProcess({ file })
      const ended = new AbortController()
      let pid = ''
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await pages.ask(asking('hang'), {
        signal: ended.signal,
        progress: ({ label }) => {
          pid = label
          if (how === 'cancel') ended.abort()
          else void pages.close()
        },
      })
      expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pages.close()
      expect(isGone(pid)).toBe(true)
    }
  })
})
