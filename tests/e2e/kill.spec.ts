import Database from 'better-sqlite3'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { caretAtEnd, manuscript, paragraphs } from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'

const KILLS = 20
/** What may be lost of the typing before a kill, in milliseconds (product promise). */
const AT_MOST = 1000

/** A copy of what the kill left, checked by SQLite itself; the app then opens the original. */
async function integrity(library: string, folder: string): Promise<unknown> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files = (await readdir(library)).filter((name) => name.startsWith('library.stet-db'))
  await Promise.all(files.map((name) => copyFile(join(library, name), join(folder, name))))
  const copy = new Database(join(folder, 'library.stet-db'))
  const answer: unknown = copy.pragma('integrity_check', { simple: true })
  copy.close()
  return answer
}

async function openSample(app: App): Promise<void> {
  await app.page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await expect(manuscript(app.page)).toBeVisible()
}

/** Types `count` letters, killing the app while the last is on its way; answers each with its time. */
async function typeUntilKilled(app: App, count: number) {
  const typed: { readonly letter: string; readonly at: number }[] = []
  for (let index = 0; index < count; index++) {
    const letter = String.fromCharCode(97 + (index % 26))
    await app.page.keyboard.type(letter)
    typed.push({ letter, at: performance.now() })
  }
  const killedAt = performance.now()
  await app.kill()
  return { typed, killedAt }
}

// Words that are lost once are lost: nothing is tried again here.
test.describe.configure({ retries: 0 })

test(`killed ${KILLS} times while typing, at most a second is lost each time`, async ({ app, place }) => {
  test.setTimeout(300_000)
  const lost: number[] = []
  await openSample(app)
  for (let kill = 0; kill < KILLS; kill++) {
    const before = (await paragraphs(app.page).nth(1).textContent()) ?? ''
    await caretAtEnd(app.page, 1)
    const { typed, killedAt } = await typeUntilKilled(app, 8 + ((kill * 13) % 60))
    expect(await integrity(place.library, join(place.files, 'copy'))).toBe('ok')

    await app.restart()
    await openSample(app)
    const after = (await paragraphs(app.page).nth(1).textContent()) ?? ''
    expect(after.startsWith(before)).toBe(true)
    const kept = after.slice(before.length)
    const whole = typed.map(({ letter }) => letter).join('')
    expect(whole.startsWith(kept)).toBe(true)
    const firstLost = typed[kept.length]
    lost.push(firstLost === undefined ? 0 : killedAt - firstLost.at)
  }
  console.log(`Lost typing in ms, each kill: ${lost.map(Math.round).join(' ')}`)
  expect(Math.max(...lost)).toBeLessThanOrEqual(AT_MOST)
})
