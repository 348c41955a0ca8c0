import { expect, test } from 'vitest'
import { createJobs } from '../../../../src/main/core/jobs.ts'
import type { EventName, EventPayload } from '../../../../src/shared/events.ts'

function told() {
  const events: unknown[] = []
  const emit = <E extends EventName>(_event: E, payload: EventPayload<E>): void => void events.push(payload)
  return { events, jobs: createJobs({ emit }) }
}

test('work under a name tells its steps, and that it is over when it fails, too', async () => {
  const { events, jobs } = told()
  const failing = jobs.run('j1', 'Opening “a.docx”', ({ progress }) => {
    progress?.({ label: 'Reading', done: 4, total: 4 })
    return Promise.reject(new Error('a bug'))
  })
  await expect(failing).rejects.toThrow('a bug')
  expect(events).toEqual([
    { job: 'j1', label: 'Opening “a.docx”', done: 0, total: 0 },
    // Not 4 of 4: what is read is not stored yet.
    { job: 'j1', label: 'Reading', done: 3, total: 4 },
    { job: 'j1', label: 'Opening “a.docx”', done: 1, total: 1 },
  ])
  expect(jobs.cancel('j1')).toBe(false)
})

test('it is cancelled by its name alone', async () => {
  const { jobs } = told()
  const wait = ({ signal }: { signal?: AbortSignal }) =>
    new Promise<string>((resolve) => signal?.addEventListener('abort', () => resolve('ended')))
  const one = jobs.run('j1', 'One', wait)
  const other = jobs.run('j2', 'Two', wait)
  expect(jobs.cancel('j2')).toBe(true)
  expect(await other).toBe('ended')
  expect(jobs.cancel('j1')).toBe(true)
  expect(await one).toBe('ended')
})

test('work without a name tells nothing', async () => {
  const { events, jobs } = told()
  expect(await jobs.run(undefined, 'Quiet', ({ signal }) => Promise.resolve(signal))).toBeUndefined()
  expect(events).toEqual([])
})
