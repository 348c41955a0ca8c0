import { afterEach, expect, test } from 'vitest'
import { keepFocus } from '../../../src/renderer/features/review/keep-focus.ts'

afterEach(() => document.body.replaceChildren())

/** A panel with rows of one button each, of which `focused` has the focus. */
function panelOf(rows: readonly string[], focused: string) {
  const region = document.createElement('section')
  region.tabIndex = -1
  const list = document.createElement('ol')
  for (const name of rows) {
    const row = document.createElement('li')
    const button = document.createElement('button')
    button.textContent = name
    row.append(button)
    list.append(row)
  }
  region.append(list)
  document.body.append(region)
  const stop = keepFocus(region)
  const rowOf = (name: string) => [...list.children].find((row) => row.textContent === name)
  rowOf(focused)?.querySelector('button')?.focus()
  return { region, stop, takeAway: (name: string) => rowOf(name)?.remove() }
}

const focused = () => document.activeElement?.textContent

test('the row after a decided one takes the focus, at the end the one before it', async () => {
  const panel = panelOf(['one', 'two', 'three'], 'two')
  panel.takeAway('two')
  await expect.poll(focused).toBe('three')
  panel.takeAway('three')
  await expect.poll(focused).toBe('one')
})

test('when nothing is left, the region itself has the focus', async () => {
  const panel = panelOf(['one'], 'one')
  panel.takeAway('one')
  await expect.poll(() => document.activeElement).toBe(panel.region)
})

test('nothing is taken from whoever has the focus elsewhere', async () => {
  const panel = panelOf(['one', 'two'], 'one')
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()
  panel.takeAway('one')
  await new Promise((done) => requestAnimationFrame(done))
  expect(document.activeElement).toBe(field)
})
