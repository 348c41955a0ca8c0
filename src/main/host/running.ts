import { z } from 'zod'
import { readLock } from './lock.ts'

const answer = z.object({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }) })

/**
 * Asks the Stet that serves this library for a link to a new window, authorised by what only its owner can
 * read in the lock file. Null where none is serving, or what listens there now is something else.
 */
export async function askForLink(folder: string, articleId: string | null): Promise<string | null> {
  const lock = await readLock(folder)
  if (lock === null || lock.port === null || lock.secret === null) return null
  const response = await fetch(`http://127.0.0.1:${lock.port}/open-token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${lock.secret}` },
    body: JSON.stringify({ articleId }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => null)
  if (response === null || !response.ok) return null
  const parsed = answer.safeParse(await response.json().catch(() => null))
  return parsed.success ? parsed.data.url : null
}
