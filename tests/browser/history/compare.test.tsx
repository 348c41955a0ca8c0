import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DRAFT, PATIENCE, ask, openRoom, said } from '../comments/room.tsx'
import type { Room } from '../comments/room.tsx'

/** Two texts beside each other, in the real screen of a review. */

let room: Room
let root: Root
let place: HTMLElement
beforeEach(async () => {
  room = await openRoom(undefined, DRAFT, 'history')
  await ask('versions.name', { articleId: room.articleId, name: 'First reading' })
  const { CompareView } = await import('../../../src/renderer/features/compare/compare-view.tsx')
  const { useComparison } = await import('../../../src/renderer/features/compare/store.ts')
  const Centre = () => {
    const comparison = useComparison()
    return comparison === null ? null : <CompareView comparison={comparison} />
  }
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  root.render(<Centre />)
}, PATIENCE)
afterEach(async () => {
  const { useCompare } = await import('../../../src/renderer/features/compare/store.ts')
  useCompare.getState().close()
  root.unmount()
  place.remove()
  await room.close()
})

async function type(paragraph: number, words: string): Promise<void> {
  const element = document.querySelectorAll<HTMLElement>('.ProseMirror > *')[paragraph]
  if (!element) throw new Error('no such paragraph')
  await userEvent.click(element, { position: { x: 20, y: 14 } })
  await userEvent.keyboard('{Home}')
  await userEvent.keyboard(words)
  await room.review.getState().editor?.flush()
}

const redline = () => page.getByRole('textbox', { name: 'Comparison of two texts' })
const differences = () => page.getByRole('list', { name: 'Differences' })

describe('a comparison', () => {
  test('lists what differs, goes through it by key, and shows either text', async () => {
    await type(2, 'Late ')
    await type(3, 'Perhaps ')
    await userEvent.keyboard('{F4}')
    await expect.element(redline()).toBeVisible()
    await expect.element(differences().getByRole('button', { name: 'inserted “Late”' })).toBeVisible()
    await userEvent.keyboard('{F8}')
    await expect.element(page.getByText('1 of 2', { exact: true }).first()).toBeVisible()
    await userEvent.keyboard('{Shift>}{F8}{/Shift}')
    await expect
      .element(differences().getByRole('button', { name: 'inserted “Perhaps”' }))
      .toHaveAttribute('aria-current', 'true')
    await page.getByRole('button', { name: 'Earlier', exact: true }).click()
    await said(redline()).not.toContain('Late')
    await page.getByRole('button', { name: 'Later', exact: true }).click()
    await said(redline()).toContain('Late Nine boats')
    expect(document.querySelector('[aria-readonly="true"]')?.getAttribute('contenteditable')).toBe('false')
  })

  test('says plainly that two texts are the same, and Escape goes back', async () => {
    await userEvent.keyboard('{F4}')
    await expect.element(page.getByText(/Both read the same, word for word/)).toBeVisible()
    await redline().click()
    await userEvent.keyboard('{Escape}')
    await expect.element(redline()).not.toBeInTheDocument()
    await expect.element(page.getByRole('heading', { name: 'History' })).toBeVisible()
  })

  test('lets nothing be done to the manuscript that it hides', async () => {
    const { run } = await import('../../../src/renderer/features/commands/dispatch.ts')
    const { comparisonShown } = await import('../../../src/renderer/features/compare/store.ts')
    await type(2, 'Late ')
    const before = room.review.getState().snapshot?.index.changes.map(({ id }) => id)
    expect(before).toHaveLength(1)
    await userEvent.keyboard('{F4}')
    await expect.element(redline()).toBeVisible()
    expect(comparisonShown()).not.toBeNull()
    for (const id of ['change.accept', 'change.acceptAll', 'comment.add', 'format.marker', 'edit.undo']) {
      room.review.getState().setError(null)
      run(id)
      expect(room.review.getState().error, id).toMatch(/^Two texts are compared here/)
    }
    expect(room.review.getState().snapshot?.index.changes.map(({ id }) => id)).toEqual(before)
  })

  test('takes any two sides', async () => {
    await type(2, 'Late ')
    await userEvent.keyboard('{F4}')
    await expect.element(differences()).toBeVisible()
    const { versions } = await ask('versions.list', { articleId: room.articleId })
    await page.getByRole('combobox', { name: 'To' }).selectOptions(versions[0]?.id ?? '')
    await expect.element(page.getByText(/Both read the same/)).toBeVisible()
  })

  test('of an article that was never approved with the approved text is refused in words', async () => {
    await userEvent.keyboard('{Shift>}{F4}{/Shift}')
    await expect.poll(() => room.review.getState().error).toBe('No text of this article was approved yet.')
  })
})

describe('another window that shows the article', () => {
  const importOf = async () =>
    (await ask('versions.list', { articleId: room.articleId })).versions[0]?.id ?? ''

  test('loads the text anew when another took its place', async () => {
    const { textReplaced } = await import('../../../src/renderer/features/review/reload.ts')
    await type(2, 'Late ')
    const state = await ask('versions.restore', { articleId: room.articleId, versionId: await importOf() })
    await textReplaced(room.articleId, state.seq)
    await said(page.getByRole('textbox', { name: 'Manuscript' })).not.toContain('Late')
  })

  test('keeps words on screen that are not stored, and asks first', async () => {
    const { textReplaced } = await import('../../../src/renderer/features/review/reload.ts')
    await type(2, 'Soon ')
    const state = await ask('versions.restore', { articleId: room.articleId, versionId: await importOf() })
    // Main takes nothing more that stands on the text before.
    await type(2, 'Late ')
    await textReplaced(room.articleId, state.seq)
    const dialog = page.getByRole('dialog', { name: 'Another text was put in place of this one' })
    await expect.element(dialog).toBeVisible()
    await said(page.getByRole('textbox', { name: 'Manuscript' })).toContain('Late Soon Nine boats')
    await dialog.getByRole('button', { name: 'Load the stored text' }).click()
    await said(page.getByRole('textbox', { name: 'Manuscript' })).not.toContain('Late')
  })
})
