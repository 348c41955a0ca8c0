import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { page, userEvent } from 'vitest/browser'
import type { ClaimView, ReviewState } from '../../../src/shared/model/review.ts'
import { claimView, ruleResult } from '../../support/claim-views.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

const MISSING = `No A source names the firm. ${'The interview and the agency report have one origin. '.repeat(4)}`

const CLAIMS: readonly ClaimView[] = Array.from({ length: 500 }, (_, at) =>
  claimView(at + 1, {
    risk: at % 3 === 0 ? 'high' : 'low',
    kind: at % 2 === 0 ? 'event' : 'number',
    words: `boat ${at + 1} was seized`,
    results: [ruleResult('R6', { why: MISSING, remedy: 'Attach a second source with another origin.' })],
    ...(at === 499 && { status: 'disputed' }),
    ...(at === 498 && { status: 'verified', cleared: true, verifiedBy: 'mara' as never }),
  }),
)

let root: Root | null = null
let place: HTMLElement | null = null

beforeEach(async () => {
  await page.viewport(1280, 800)
  Object.defineProperty(window, 'stet', {
    value: { call: () => Promise.resolve({ ok: true, value: {} }), on: () => () => undefined },
    configurable: true,
  })
  const { ClaimsPanel } = await import('../../../src/renderer/features/claims/claims-panel.tsx')
  const { useLedger } = await import('../../../src/renderer/features/claims/ledger-store.ts')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useLedger.setState(useLedger.getInitialState())
  const state = {
    article: { id: 'article', locked: false, version: 1 },
    claims: CLAIMS,
    anchors: [],
    waivers: [],
  } as unknown as ReviewState
  useReview.setState({ state, current: null, openClaim: null })
  place = document.createElement('div')
  place.style.cssText = 'width: 360px; height: 700px; display: flex; flex-direction: column'
  document.body.append(place)
  root = createRoot(place)
  root.render(<ClaimsPanel state={state} />)
  await expect.element(page.getByRole('list', { name: 'Claims' })).toBeVisible()
})
afterEach(() => {
  root?.unmount()
  place?.remove()
})

const row = (name: string | RegExp) =>
  page.getByRole('list', { name: 'Claims' }).getByRole('button', { name })
const mounted = () => [...document.querySelectorAll('[aria-label="Claims"] > [data-row]')]
const numbers = () => mounted().map((each) => each.firstElementChild?.textContent)
const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)

describe('500 claims', () => {
  test('only those near the window are mounted, the most urgent first, and what is missing is never cut off', async () => {
    expect(mounted().length).toBeLessThan(60)
    expect(numbers().slice(0, 3)).toEqual(['500', '1', '4'])
    const missing = row(/^Claim 1,/)
      .element()
      .closest('li')
      ?.querySelector('[id] > p')
    expect(missing?.textContent).toBe(MISSING)
    expect(missing && missing.scrollWidth <= missing.clientWidth).toBe(true)
    expect(missing && getComputedStyle(missing).textOverflow).toBe('clip')
  })

  test('one that is current comes into sight, wherever it is', async () => {
    const { useReview } = await import('../../../src/renderer/features/review/store.ts')
    useReview.getState().setCurrent({ kind: 'claim', id: 'c250' })
    await expect.element(row(/^Claim 250,/)).toBeInViewport()
    expect(mounted().length).toBeLessThan(60)
  })

  test('a screen reader hears which of how many, and what is missing', async () => {
    const first = row(/^Claim 500, disputed, number, low risk: boat 500/)
    await expect.element(first).toBeVisible()
    expect(first.element().closest('li')?.getAttribute('aria-setsize')).toBe('500')
    await expect.element(first).toHaveAccessibleDescription(/No A source names the firm.*To meet it: attach/)
  })

  test('the head counts what is cleared, by risk too', async () => {
    await expect.element(page.getByRole('heading', { name: 'Claims 1 of 500 cleared' })).toBeVisible()
    await expect.element(page.getByText('High risk 1 of 167, low 0 of 333.')).toBeVisible()
  })
})

describe('the keyboard', () => {
  test('arrow keys go from row to row, Enter opens, one row is a stop', async () => {
    const { useReview } = await import('../../../src/renderer/features/review/store.ts')
    row(/^Claim 500,/)
      .element()
      .focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(row(/^Claim 4,/)).toHaveFocus()
    expect(useReview.getState().current).toEqual({ kind: 'claim', id: 'c4' })
    await userEvent.keyboard('{End}')
    await expect.element(row(/^Claim 499,/)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect.element(row(/^Claim 500,/)).toHaveFocus()
    expect(mounted().filter((each) => each.querySelector('button')?.tabIndex === 0)).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    expect(useReview.getState().openClaim).toBe('c500')
  })

  test('F7 goes from claim to claim in the order of the text', async () => {
    const { useReview } = await import('../../../src/renderer/features/review/store.ts')
    const { stepClaim } = await import('../../../src/renderer/features/claims/claim-acts.ts')
    useReview.setState({ openClaim: 'c500' })
    stepClaim(1)
    expect(useReview.getState().openClaim).toBe('c1')
    stepClaim(-1)
    expect(useReview.getState().openClaim).toBe('c500')
  })
})

describe('what is listed', () => {
  test('by order, status, words, kind and risk, and it is found again when a claim was open', async () => {
    await choose('Order of the claims', 'By text')
    expect(numbers().slice(0, 3)).toEqual(['1', '2', '3'])
    await page.getByRole('button', { name: '1 stale, disputed' }).click()
    expect(numbers()).toEqual(['500'])
    await expect.element(page.getByText('1 of 500 shown.')).toBeVisible()
    await page.getByRole('button', { name: 'Show every claim' }).click()
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search the claims' }), 'boat 77')
    expect(numbers()).toEqual(['77'])
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search the claims' }), '')
    await choose('Kind', 'Number')
    await choose('Risk', 'High risk')
    expect(numbers().slice(0, 2)).toEqual(['4', '10'])
    await choose('Only those', 'Stale')
    await expect.element(page.getByText('No claim fits.')).toBeVisible()
    root?.unmount()
    const { useLedger } = await import('../../../src/renderer/features/claims/ledger-store.ts')
    expect(useLedger.getState().filter.trait).toBe('stale')
  })
})
