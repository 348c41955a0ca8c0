import { afterEach, expect, test } from 'vitest'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { page, userEvent } from 'vitest/browser'
import { RowList } from '../../../src/renderer/ui/row-list.tsx'

let root: Root | null = null
afterEach(() => {
  root?.unmount()
  document.getElementById('lists')?.remove()
})

const KEYS = Array.from({ length: 2000 }, (_, at) => `row-${at}`)

function draw(shown: string | null) {
  root?.render(
    <RowList label="Rows" className="" keys={KEYS} guess={80} shown={shown}>
      {(index) => (
        <li key={KEYS[index]} data-row={KEYS[index]} style={{ height: 70 + (index % 3) * 20 }}>
          <textarea aria-label={`Reply ${index}`} hidden={index !== 3} />
          {index !== 3 && <button type="button">Go to {index}</button>}
        </li>
      )}
    </RowList>,
  )
}

function start() {
  const place = document.createElement('div')
  place.id = 'lists'
  document.body.append(place)
  const style = document.createElement('style')
  style.textContent = '#lists ol { height: 500px; overflow: auto; margin: 0; padding: 0 }'
  place.append(style)
  const mount = document.createElement('div')
  place.append(mount)
  root = createRoot(mount)
}

const rows = () => [...document.querySelectorAll('#lists [data-row]')]

test('of thousands of rows only those near the window are mounted, and the current one comes into sight', async () => {
  start()
  draw(null)
  await expect.element(page.getByRole('button', { name: 'Go to 0', exact: true })).toBeVisible()
  expect(rows().length).toBeLessThan(60)
  draw('row-1500')
  await expect.element(page.getByRole('button', { name: 'Go to 1500', exact: true })).toBeInViewport()
  expect(rows().length).toBeLessThan(60)
})

test('a row in which somebody writes stays, with its words, however far the list is scrolled', async () => {
  start()
  draw(null)
  await userEvent.fill(page.getByRole('textbox', { name: 'Reply 3' }), 'By whom?')
  draw('row-1900')
  await expect.element(page.getByRole('button', { name: 'Go to 1900', exact: true })).toBeInViewport()
  await expect.element(page.getByRole('textbox', { name: 'Reply 3' })).toHaveValue('By whom?')
})
