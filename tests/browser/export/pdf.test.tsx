import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { drawnPdf } from '../../support/drawn-pdf.ts'
import { A4, button, closeWindow, main, openWindow, PATIENCE } from './packet-window.tsx'

/** A PDF that was made: its pages and the printer. */

vi.setConfig({ testTimeout: PATIENCE })
const LETTER = [612, 792] as const

beforeEach(openWindow, PATIENCE)
afterEach(closeWindow)

const small = (number: number) => button(`Page ${number} of 3`)
const sheets = () => [...document.querySelectorAll('body > div img')] as HTMLImageElement[]

/** How far from the left the bar of the large page goes, in hundredths of its width; 0 while it is not drawn. */
function barOfLargePage(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('section[aria-label$="large"] canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return 0
  const row = context.getImageData(0, Math.round((60 / 842) * canvas.height), canvas.width, 1).data
  let last = 0
  for (let at = 0; at < canvas.width; at += 1)
    if ((row[4 * at] ?? 255) < 64 && row[4 * at + 3] === 255) last = at
  return Math.round((100 * last) / canvas.width)
}

/** Half a pixel at its edge may belong to either side. */
const reaches = (points: number) => Math.abs(barOfLargePage() - (100 * points) / 595) < 1.5

async function openPages(): Promise<void> {
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(small(1), { timeout: PATIENCE }).toBeVisible()
}

test('shows every page small and one large, led by the keyboard, and goes back to where it came from', async () => {
  await openPages()
  await expect.element(small(1)).toHaveFocus()
  await expect.poll(() => reaches(100)).toBe(true)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(small(2)).toHaveFocus()
  await expect.element(small(2)).toHaveAttribute('aria-current', 'page')
  await expect.poll(() => reaches(140)).toBe(true)
  await userEvent.keyboard('{End}')
  await expect.element(page.getByRole('region', { name: 'Page 3 of 3, large' })).toBeVisible()
  await expect.poll(() => reaches(180)).toBe(true)
  // Tab leaves the small pages for the large one, which scrolls.
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('region', { name: 'Page 3 of 3, large' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await expect.element(button('Look at the pages of ring-v7-packet.pdf')).toHaveFocus()
})

test('the large page is read on by the keyboard: at its end comes the next one, and back', async () => {
  await openPages()
  await userEvent.keyboard('{Tab}')
  const large = (number: number) => page.getByRole('region', { name: `Page ${number} of 3, large` })
  const scrolled = () => document.querySelector('section[aria-label$="large"]')?.scrollTop ?? -1
  await expect.element(large(1)).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(large(2)).toHaveFocus()
  await expect.element(small(2)).toHaveAttribute('aria-current', 'page')
  expect(scrolled()).toBe(0)
  // At the top of a page it leads to the foot of the one before.
  await userEvent.keyboard('{PageUp}')
  await expect.element(large(1)).toHaveFocus()
  await expect.poll(scrolled).toBeGreaterThan(0)
  await expect.poll(() => reaches(100)).toBe(true)
  await userEvent.keyboard('{PageDown}')
  await expect.element(large(2)).toHaveFocus()
  expect(scrolled()).toBe(0)
  // Chosen from the list, every page begins at its top.
  await userEvent.keyboard('{PageUp}')
  await small(3).click()
  await expect.element(large(3)).toBeVisible()
  expect(scrolled()).toBe(0)
})

test('the large page gets larger, is drawn anew for it, and then scrolls sideways', async () => {
  await openPages()
  const canvas = () => document.querySelector<HTMLCanvasElement>('section[aria-label$="large"] canvas')
  await expect.poll(() => reaches(100)).toBe(true)
  const fits = canvas()?.width ?? 0
  await button('200%').click()
  await expect.element(button('200%')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => Math.abs((canvas()?.width ?? 0) - 2 * fits) <= 2).toBe(true)
  await expect.poll(() => reaches(100)).toBe(true)
  const large = page.getByRole('region', { name: 'Page 1 of 3, large' })
  large.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => large.element().scrollLeft).toBeGreaterThan(0)
})

test.each([
  ['A4', A4],
  ['letter', LETTER],
] as const)('prints all pages on %s, and takes them away again', async (paper, size) => {
  main.pdf = drawnPdf(3, size)
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  await openPages()
  await button('Print…').click()
  await expect.poll(() => print.mock.calls.length, { timeout: PATIENCE }).toBe(1)
  expect(sheets().map(({ alt }) => alt)).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'])
  // Two hundred dots an inch.
  expect(sheets()[0]?.naturalWidth).toBe(Math.round((size[0] / 72) * 200))
  expect(sheets()[0]?.parentElement?.className).toMatch(paper === 'A4' ? /a4/ : /letter/)
  window.dispatchEvent(new Event('afterprint'))
  expect(sheets()).toEqual([])
})

test('printing can be cancelled while the pages are drawn', async () => {
  main.pdf = drawnPdf(60, A4)
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(button('Page 1 of 60'), { timeout: PATIENCE }).toBeVisible()
  await button('Print…').click()
  await button('Cancel printing').click()
  await expect.element(button('Print…')).toBeVisible()
  expect(print).not.toHaveBeenCalled()
  expect(sheets()).toEqual([])
})

test('says why no page is shown, for a file that is gone and for one that cannot be drawn', async () => {
  main.pdf = null
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(page.getByText('This file is not kept any more. Make it again.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  main.pdf = new TextEncoder().encode('no PDF at all')
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(page.getByText(/could not be drawn here/), { timeout: PATIENCE }).toBeVisible()
})
