import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Args, HostApi } from '../../../src/shared/contract.ts'
import type { DeskList } from '../../../src/shared/model/desk-list.ts'
import { articleRow } from '../../support/articles.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** The desk with ten thousand articles, of which main sends windows. */

const COUNT = 10_000
const TODAY = 12
const PATIENCE = 60_000

type Asked = Args<'articles.list'>

let root: Root
let asked: Asked[]
/** While it is held, no answer comes. */
let held: Promise<void> | null
let announce: () => void

function rowAt(at: number) {
  return articleRow({ name: `article-${at}`, headline: `Headline ${at}`, due: 1000 + at, status: 'copy' })
}

function answer({ at, count = 100, query = '' }: Asked): DeskList {
  const total = query === '' ? COUNT : 3
  const place = at?.kind === 'around' ? Number(at.articleId.split('-')[1]) - count / 2 : (at?.from ?? 0)
  const from = Math.max(0, Math.floor(place))
  const sent = Math.max(0, Math.min(count, total - from))
  return {
    rows: Array.from({ length: sent }, (_, offset) => rowAt(from + offset)),
    from,
    total,
    groups: [
      { group: 'today' as const, count: Math.min(total, TODAY) },
      { group: 'later-or-done' as const, count: Math.max(0, total - TODAY) },
    ].filter((group) => group.count > 0),
    facets: { all: COUNT, heldByMe: 3, mineToSign: 2, blockedToday: 4, statuses: { copy: COUNT }, desks: [] },
    unsearched: query === '' ? 0 : 7,
  }
}

const host: HostApi = {
  call: async (method, args) => {
    if (method !== 'articles.list') return { ok: false, error: { code: 'refused', message: method } }
    asked.push(args as Asked)
    await held
    return { ok: true, value: answer(args as Asked) as never }
  },
  on: (event, listener) => {
    if (event === 'articles.changed') announce = listener as () => void
    return () => undefined
  },
}

beforeEach(async () => {
  asked = []
  held = null
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { Desk } = await import('../../../src/renderer/features/desk/desk.tsx')
  const { listenToHost } = await import('../../../src/renderer/features/shell/host-events.ts')
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  const { useDesk } = await import('../../../src/renderer/features/desk/store.ts')
  useDesk.setState(useDesk.getInitialState())
  listenToHost()
  listenForKeys()
  document.body.innerHTML = '<div id="app" style="height: 700px"></div>'
  root = createRoot(document.getElementById('app') as HTMLElement)
  root.render(<Desk />)
  await expect
    .element(page.getByRole('button', { name: 'Headline 0', exact: true }), { timeout: 20_000 })
    .toHaveFocus()
}, PATIENCE)

afterEach(() => root.unmount())

const table = () => document.querySelector('table') as HTMLTableElement
const scroller = () => table().parentElement as HTMLElement
const lines = () => [...table().querySelectorAll<HTMLTableRowElement>('tr[data-at]')]
const headline = (at: number) => page.getByRole('button', { name: `Headline ${at}`, exact: true })
const rowIndex = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

test(
  'few of ten thousand rows are mounted, and a reader hears how many there are',
  { timeout: PATIENCE },
  () => {
    expect(lines().length).toBeLessThan(80)
    // The heads of the columns and of two groups are rows, too.
    expect(table().getAttribute('aria-rowcount')).toBe(String(COUNT + 3))
    expect(rowIndex()).toBe('3')
    expect(asked.every(({ count = 0 }) => count <= 200)).toBe(true)
  },
)

test('a line is as high as its place was made, and the heads of groups stay', { timeout: PATIENCE }, () => {
  expect(new Set(lines().map((line) => line.getBoundingClientRect().height))).toEqual(new Set([48]))
  const heads = [...table().querySelectorAll('th[scope="rowgroup"]')]
  expect(heads.map((head) => head.textContent)).toHaveLength(2)
  expect(scroller().scrollHeight).toBe(37 + 2 * 40 + COUNT * 48)
})

test(
  'End goes to the last article, Home to the first, arrows from one to the next',
  { timeout: PATIENCE },
  async () => {
    await userEvent.keyboard('{End}')
    await expect.element(headline(COUNT - 1)).toHaveFocus()
    expect(rowIndex()).toBe(String(COUNT + 3))
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(headline(COUNT - 2)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect.element(headline(0)).toHaveFocus()
    expect(scroller().scrollTop).toBe(0)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(headline(2)).toHaveFocus()
  },
)

test('nothing moves while rows are on their way', { timeout: PATIENCE }, async () => {
  let release: () => void = () => undefined
  held = new Promise((resolve) => {
    release = resolve
  })
  const height = scroller().scrollHeight
  scroller().scrollTop = 240_000
  await expect.poll(() => lines().some((line) => line.ariaBusy === 'true')).toBe(true)
  const waiting = lines().find((line) => line.ariaBusy === 'true')
  const at = waiting?.dataset['at']
  const top = waiting?.getBoundingClientRect().top
  expect(scroller().scrollHeight).toBe(height)
  release()
  await expect.poll(() => lines().some((line) => line.ariaBusy === 'true')).toBe(false)
  const come = table().querySelector(`tr[data-at="${at}"]`)
  expect(come?.getBoundingClientRect().top).toBe(top)
  expect(scroller().scrollHeight).toBe(height)
  // The row that holds the focus stays, far away as it is.
  expect(rowIndex()).toBe('3')
})

test(
  'a search asks as it is typed, says what it cannot find yet, and Enter goes to the first found',
  { timeout: PATIENCE },
  async () => {
    await userEvent.keyboard('/')
    await userEvent.keyboard('ferry')
    await userEvent.keyboard('{Enter}')
    await expect.element(headline(0)).toHaveFocus()
    expect(table().getAttribute('aria-rowcount')).toBe('5')
    expect(asked.at(-1)).toMatchObject({ query: 'ferry', at: { kind: 'from', from: 0 } })
    await expect.element(page.getByText(/^7 texts are still being read/)).toBeVisible()
    await expect.element(page.getByText('3 articles found')).toBeInTheDocument()
  },
)

test('another order begins at the top and asks for one window', { timeout: PATIENCE }, async () => {
  await userEvent.keyboard('{End}')
  await expect.element(headline(COUNT - 1)).toHaveFocus()
  asked = []
  await userEvent.click(page.getByRole('button', { name: 'Blockers' }))
  await expect.poll(() => scroller().scrollTop).toBe(0)
  expect(asked[0]).toMatchObject({ sort: { key: 'blockers', descending: true }, at: { from: 0 } })
})

test(
  'a change is answered with one window, and the focus stays on its article',
  { timeout: PATIENCE },
  async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(headline(2)).toHaveFocus()
    asked = []
    announce()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.count).toBeLessThanOrEqual(200)
    await expect.element(headline(2)).toHaveFocus()
  },
)
