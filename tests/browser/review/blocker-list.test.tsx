import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { page, userEvent } from 'vitest/browser'
import type { Blocker, BlockerCause } from '../../../src/shared/model/approval.ts'
import { BlockerList } from '../../../src/renderer/features/approval/blocker-list.tsx'
import { useReview } from '../../../src/renderer/features/review/store.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

let root: Root
let mount: HTMLElement
beforeEach(() => {
  mount = document.createElement('div')
  document.body.append(mount)
  root = createRoot(mount)
})
afterEach(() => {
  root.unmount()
  mount.remove()
  useReview.setState({ openClaim: null, signSlot: null, tab: 'claims' })
})

function claimCauses(amount: number): readonly BlockerCause[] {
  return Array.from({ length: amount }, (_, at) => ({
    text: `Claim ${at + 1}, open: “the words of claim ${at + 1}”`,
    target: { kind: 'claim', id: `claim-${at + 1}` },
  }))
}

function uncleared(amount: number): Blocker {
  return {
    code: 'B3',
    title: `${amount} claims are not cleared.`,
    detail: `${amount} open.`,
    target: { kind: 'claim', id: 'claim-1' },
    causes: claimCauses(amount),
  }
}

const musts: Blocker = {
  code: 'B2',
  title: '2 must-comments are open.',
  detail: 'Assigned to JP.',
  target: { kind: 'thread', id: 't' },
  causes: [
    { text: 'To JP: “Who says so?”', target: { kind: 'thread', id: 't' } },
    { text: '1 private comment of legal', target: { kind: 'slot', slot: 'legal' } },
  ],
}

const changes: Blocker = {
  code: 'B1',
  title: '3 changes are open.',
  detail: '3 by IC.',
  target: { kind: 'change', id: 'ch' },
  causes: [],
}

const draw = (...blockers: readonly Blocker[]) => root.render(<BlockerList blockers={blockers} />)
const list = (code: string) => page.getByRole('list', { name: `What ${code} counts` })
const show = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => mount.querySelectorAll('[data-row]')

test('the causes of a blocker are shown on demand, each with its own way there', async () => {
  draw(changes, musts, uncleared(3))
  await expect.element(show('Show 2 causes of B2')).toHaveAttribute('aria-expanded', 'false')
  expect(rows()).toHaveLength(0)
  expect(mount.textContent).not.toContain('causes of B1')
  await userEvent.click(show('Show 3 causes of B3'))
  await expect.element(show('Hide 3 causes of B3')).toHaveAttribute('aria-expanded', 'true')
  expect([...rows()].map((row) => row.textContent)).toContain('Claim 2, open: “the words of claim 2”Go to')
  await userEvent.click(show('Go to Claim 2, open: “the words of claim 2”'))
  expect(useReview.getState().openClaim).toBe('claim-2')
})

test('a private comment leads to the legal slot', async () => {
  draw(musts)
  await userEvent.click(show('Show 2 causes of B2'))
  await userEvent.click(show('Go to 1 private comment of legal'))
  expect(useReview.getState()).toMatchObject({ tab: 'signoff', signSlot: 'legal' })
})

test('with the keyboard: into the list, along its rows, and folded again', async () => {
  draw(musts, uncleared(3))
  await expect.element(show('Show 2 causes of B2')).toBeVisible()
  show('Show 2 causes of B2').element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(show('Hide 2 causes of B2')).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  await expect.element(show('Go to To JP: “Who says so?”')).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  await expect.element(show('Go to 1 private comment of legal')).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  await expect.element(show('Go to the cause of B3')).toHaveFocus()
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{Tab}{/Shift} ')
  await expect.element(show('Show 2 causes of B2')).toHaveFocus()
  expect(rows()).toHaveLength(0)
})

test('of hundreds of causes only those near the window are mounted, and all are counted', async () => {
  draw(uncleared(500))
  await userEvent.click(show('Show 500 causes of B3'))
  await expect.element(show('Go to Claim 1, open: “the words of claim 1”')).toBeInViewport()
  expect(rows().length).toBeLessThan(80)
  const [first] = rows()
  expect([first?.getAttribute('aria-posinset'), first?.getAttribute('aria-setsize')]).toEqual(['1', '500'])
  const element = list('B3').element()
  element.scrollTop = element.scrollHeight
  await expect.element(show('Go to Claim 500, open: “the words of claim 500”')).toBeInViewport()
  expect(rows().length).toBeLessThan(80)
})

test('a cause that is dealt with takes its own row with it, and the list stays open', async () => {
  draw(uncleared(3))
  await userEvent.click(show('Show 3 causes of B3'))
  const all = uncleared(3)
  draw({ ...all, causes: all.causes.filter((_, at) => at !== 1) })
  await expect.element(show('Hide 2 causes of B3')).toBeVisible()
  expect([...rows()].map((row) => row.getAttribute('data-row'))).toEqual(['claim claim-1', 'claim claim-3'])
  draw()
  await expect.element(page.getByText('Nothing blocks approval')).toBeVisible()
})
