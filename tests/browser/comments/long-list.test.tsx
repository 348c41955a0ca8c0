import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openRoom, PATIENCE, rowsOfList } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const list = () => page.getByRole('list', { name: 'Comments' })

test(
  'of 2,000 comments only those near the window are mounted, and typing draws none of them anew',
  async () => {
    room = await openRoom(undefined, 2000)
    await expect.element(page.getByRole('heading', { name: /2000 open, 667 must/ })).toBeVisible()
    await expect.poll(() => rowsOfList().length).toBeGreaterThan(5)
    expect(rowsOfList().length).toBeLessThan(100)
    room.review.getState().setCurrent({ kind: 'comment', id: 't1500' })
    await expect.element(list().getByRole('button', { name: /“boat 1500”/ })).toBeInViewport()
    expect(rowsOfList().length).toBeLessThan(100)

    await userEvent.click(document.querySelector('.ProseMirror > p') ?? document.body)
    // Nothing is current any more: the row that was is drawn once more, and no other.
    room.review.getState().setCurrent(null)
    await expect.poll(() => list().element().querySelector('[aria-current]')).toBeNull()
    const changed: MutationRecord[] = []
    const observer = new MutationObserver((records) => changed.push(...records))
    observer.observe(list().element(), {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
    await userEvent.keyboard('abcdefgh')
    changed.push(...observer.takeRecords())
    observer.disconnect()
    expect(changed).toHaveLength(0)
  },
  2 * PATIENCE,
)
