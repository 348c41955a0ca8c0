import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const lock = z.object({
  pid: z.number().int().min(1),
  host: z.enum(['electron', 'loopback', 'cli']),
  /** Of the loopback host: where it listens, and what lets a second start ask it for a new link. */
  port: z.number().int().min(1).max(65535).nullable(),
  secret: z.string().nullable(),
})

/**
 * Says who has a library open. It keeps nobody out: SQLite's exclusive lock does. So a file left behind by a
 * killed process does no harm.
 */
export type Lock = z.infer<typeof lock>

function lockFile(folder: string): string {
  return join(folder, 'stet.lock')
}

/** Readable by its owner alone: it holds the secret of the running host. Returns its undo. */
export async function writeLock(folder: string, held: Lock): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(lockFile(folder), { force: true })
  await writeFile(lockFile(folder), JSON.stringify(held), { mode: 0o600, flag: 'wx' })
  return async () => {
    const current = await readLock(folder)
    if (current?.pid === held.pid) await rm(lockFile(folder), { force: true })
  }
}

/** Who holds the library; null when nobody does, or whoever did has ended. */
export async function readLock(folder: string): Promise<Lock | null> {
  const text = await readFile(lockFile(folder), 'utf8').catch(() => null)
  if (text === null) return null
  const parsed = lock.safeParse(parseJson(text))
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** EPERM: it lives, and belongs to somebody else. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
