import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { ask, openRoom } from '../comments/room.tsx'
import type { Room } from '../comments/room.tsx'
import { row, rows } from './support.tsx'

/** The rules, the engine and the database that the product has. */

let room: Room | null = null
let root: Root | null = null
afterEach(async () => {
  root?.unmount()
  root = null
  await room?.close()
  room = null
})

const DRAFT = `Task force breaks up ring
By Jonah Pell
A notorious gang moved 4.2 million cigarettes up the the Teld on Tuesday.
The notorious gang was known to the police, officials said.`

async function start(): Promise<Room> {
  room = await openRoom(undefined, DRAFT, 'checks')
  const { FollowChecks } = await import('../../../src/renderer/features/checks/status.tsx')
  root = createRoot(document.createElement('div'))
  root.render(<FollowChecks />)
  await expect.poll(() => rows().length, { timeout: 15_000 }).toBeGreaterThan(3)
  return room
}

const spoken = (words: string) => rows().filter((each) => each?.includes(words) === true)

test('what is put aside stays aside after a reload, the same words elsewhere do not; what is taken as a claim is one in main', async () => {
  const open = await start()
  expect(spoken('“notorious”')).toHaveLength(2)
  row(/“notorious”/)
    .first()
    .element()
    .focus()
  await userEvent.keyboard('d')
  await expect.poll(() => spoken('“notorious”')).toHaveLength(1)

  const claims = () => rows().filter((each) => each?.includes('proposed claim, number') === true)
  const before = claims().length
  expect(before).toBeGreaterThan(0)
  row(/proposed claim, number/)
    .first()
    .element()
    .focus()
  await userEvent.keyboard('c')
  await expect.poll(() => claims().length).toBeLessThan(before)
  const { articleId } = open
  const state = await ask('review.state', { articleId })
  expect(state.claims.map(({ kind, status, words }) => [kind, status, words !== ''])).toEqual([
    ['number', 'found', true],
  ])
  expect(state.dismissals.map(({ words, rule }) => [words, rule])).toEqual([['notorious', 'loaded']])

  await open.reload()
  await expect.poll(() => rows().length, { timeout: 15_000 }).toBeGreaterThan(1)
  expect(spoken('“notorious”')).toHaveLength(1)
  expect(claims()).toHaveLength(before - 1)
})

test('no proposal is counted as a check: neither in blockers nor in claims', async () => {
  const open = await start()
  const state = await ask('review.state', { articleId: open.articleId })
  expect(state.claims).toEqual([])
  expect(state.blockers.filter(({ code }) => code === 'B3' || code === 'B4')).toEqual([])
})
