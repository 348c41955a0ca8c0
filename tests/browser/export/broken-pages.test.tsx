import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { PagesView } from '../../../src/renderer/features/export/pages-view.tsx'
import type { PdfPages } from '../../../src/renderer/features/export/pdf-pages.ts'
import { printPages } from '../../../src/renderer/features/export/print-pages.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A file that came back damaged: the reader opens it, and trips over its second page. */

const pages: PdfPages = {
  count: 3,
  sheet: { width: 595, height: 842 },
  draw: async (number, canvas) => {
    if (number === 2) throw new Error('No such page.')
    canvas.width = 60
    canvas.height = 85
    canvas.getContext('2d')?.fillRect(0, 0, 60, 85)
  },
  text: async (number) => {
    if (number === 2) throw new Error('No such page.')
    return `Words of page ${number}`
  },
  close: () => undefined,
}

let root: Root

beforeEach(async () => {
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})

afterEach(() => {
  root.unmount()
  vi.restoreAllMocks()
})

test('a page that cannot be drawn is told, and the others are shown', async () => {
  root.render(<PagesView pages={pages} size="fit" />)
  await expect.element(page.getByText('Words of page 1')).toBeInTheDocument()
  await page.getByRole('button', { name: 'Page 2 of 3' }).click()
  const large = (number: number) => page.getByRole('region', { name: `Page ${number} of 3, large` })
  await expect.element(large(2)).toHaveTextContent('This page cannot be drawn.')
  await page.getByRole('button', { name: 'Page 3 of 3' }).click()
  await expect.element(large(3)).toHaveTextContent('Words of page 3')
  expect(large(3).element().querySelector('canvas')).not.toBeNull()
})

test('a file of which one page would be missing is not printed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const told: number[] = []
  const printed = await printPages(pages, (number) => told.push(number), new AbortController().signal)
  expect(printed).toEqual({ kind: 'broken', page: 2 })
  expect(told).toEqual([1, 2])
  expect(print).not.toHaveBeenCalled()
  expect(document.querySelectorAll('body img')).toHaveLength(0)
})
