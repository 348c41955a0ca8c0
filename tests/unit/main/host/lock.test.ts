import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLock, writeLock } from '../../../../src/main/host/lock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const held = { pid: process.pid, host: 'loopback', port: 4711, secret: 's' } as const

test('says who holds the library until it is undone', async () => {
  expect(await readLock(folder)).toBe(null)
  const undo = await writeLock(folder, held)
  expect(await readLock(folder)).toEqual(held)
  await undo()
  expect(await readLock(folder)).toBe(null)
})

test.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  await writeFile(join(folder, 'stet.lock'), 'left behind', { mode: 0o644 })
  await writeLock(folder, held)
  expect((await stat(join(folder, 'stet.lock'))).mode & 0o777).toBe(0o600)
})

test('of a process that has ended says nothing', async () => {
  const free = 2 ** 22 + 1 // above the largest process id that Linux gives
  await writeLock(folder, { ...held, pid: free })
  expect(await readLock(folder)).toBe(null)
})

test('that cannot be read says nothing', async () => {
  await writeFile(join(folder, 'stet.lock'), '{"pid":')
  expect(await readLock(folder)).toBe(null)
  await writeFile(join(folder, 'stet.lock'), '{"pid":"1"}')
  expect(await readLock(folder)).toBe(null)
})

test('is not taken away from the next holder', async () => {
  const undo = await writeLock(folder, held)
  const next = { ...held, pid: process.ppid }
  await writeLock(folder, next)
  await undo()
  expect(await readLock(folder)).toEqual(next)
})
