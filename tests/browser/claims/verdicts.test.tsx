import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ClaimId } from '../../../src/shared/model/ids.ts'
import { openRoom, select } from '../comments/room.tsx'
import type { Room } from '../comments/room.tsx'

let room: Room | null = null
afterEach(async () => {
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.getState().hide()
  await room?.close()
  room = null
})

/** A claim over the first letters of a paragraph, open in its editor. */
async function start(paragraph: number, letters: number): Promise<{ open: Room; id: ClaimId }> {
  const open = await openRoom(undefined, undefined, 'claims')
  room = open
  await select(open, paragraph, letters)
  await userEvent.keyboard('{Control>}{Alt>}c{/Alt}{/Control}')
  await expect.poll(() => open.review.getState().openClaim).not.toBeNull()
  return { open, id: open.review.getState().openClaim as ClaimId }
}

const claimOf = (open: Room, id: string) => open.review.getState().state?.claims.find((one) => one.id === id)
const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)
const verify = () => page.getByRole('button', { name: 'Verify', exact: true })
const dialog = () => page.getByRole('dialog')
const requirements = () => page.getByRole('region', { name: 'Requirements' })

/** Background that a checker takes for common knowledge: nothing stands against verifying it. */
async function verified(): Promise<{ open: Room; id: ClaimId }> {
  const { open, id } = await start(3, 27)
  await choose('Kind', 'background')
  await expect.poll(() => claimOf(open, id)?.kind).toBe('background')
  await open.sitDown('Mara Oyelle', 'checker')
  await page.getByRole('button', { name: 'Take for common knowledge' }).click()
  await expect.element(page.getByText(/^Common knowledge, says Mara Oyelle/)).toBeVisible()
  await verify().click()
  await expect.element(page.getByText(/^Verified by Mara Oyelle/)).toBeVisible()
  return { open, id }
}

/** Puts words before the caret at some letters of a paragraph, as the desk types them in Edit mode; a checker goes on. */
async function typeAt(open: Room, paragraph: number, letters: number, keys: string): Promise<void> {
  await open.sitDown('Ines Calloway', 'desk')
  open.review.getState().editor?.setMode('edit')
  await select(open, paragraph, letters)
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.keyboard(keys)
  await open.review.getState().editor?.flush()
  await open.sitDown('Mara Oyelle', 'checker')
  await open.review.getState().refresh()
}

describe('verifying', () => {
  test('is refused in words while rules are unmet, and says who may waive them', async () => {
    await start(2, 10)
    await expect.element(verify()).toHaveAttribute('aria-disabled', 'true')
    await expect.element(page.getByText('Refused while R1 is unmet. Only desk may waive that.')).toBeVisible()
    await userEvent.keyboard('{Control>}{Alt>}g{/Alt}{/Control}')
    await expect.poll(() => room?.review.getState().error).toMatch(/^Claim 1: Refused while R1 is unmet/)
  })

  test('is done by a key once every rule is met, and offers only ways that the table knows', async () => {
    const { open, id } = await start(3, 27)
    await choose('Kind', 'background')
    await expect.poll(() => claimOf(open, id)?.kind).toBe('background')
    await open.sitDown('Mara Oyelle', 'checker')
    await page.getByRole('button', { name: 'Take for common knowledge' }).click()
    await expect.element(page.getByText('Every rule is met. Your name goes with it.')).toBeVisible()
    await userEvent.keyboard('{Control>}{Alt>}g{/Alt}{/Control}')
    await expect.poll(() => claimOf(open, id)?.status).toBe('verified')
    const offered = [...document.querySelectorAll('select')]
      .flatMap((each) => [...each.options])
      .map((option) => option.value)
    expect(offered).toContain('checking')
    expect(offered).not.toContain('found')
    expect(offered).not.toContain('waived')
    await userEvent.keyboard('{Control>}{Alt>}d{/Alt}{/Control}')
    await expect.poll(() => claimOf(open, id)?.status).toBe('disputed')
    await expect.element(page.getByText('It is disputed. Check it anew to verify it.')).toBeVisible()
  })
})

describe('a waiver', () => {
  test('needs a reason long enough, is shown with who and until when, and ends by hand', async () => {
    const { open, id } = await start(2, 10)
    await userEvent.keyboard('{Control>}{Alt>}w{/Alt}{/Control}')
    await expect.element(dialog().getByRole('checkbox', { name: /^R1 / })).toBeChecked()
    const grant = dialog().getByRole('button', { name: 'Waive R1' })
    await expect.element(grant).toHaveAttribute('aria-disabled', 'true')
    await userEvent.fill(dialog().getByRole('textbox', { name: 'Reason' }), 'The register')
    await expect.element(dialog().getByText('12 of at least 20 characters')).toBeVisible()
    await expect.element(dialog().getByText('The reason needs 8 more characters.')).toBeVisible()
    await userEvent.fill(
      dialog().getByRole('textbox', { name: 'Reason' }),
      'The register opens only on Monday.',
    )
    await choose('Asked by', 'Mara Oyelle')
    await grant.click()
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(requirements().getByText('Waived', { exact: true })).toBeVisible()
    await expect
      .element(
        requirements().getByText(/Waived by Ines Calloway \(desk\), asked by Mara Oyelle.*through v1\./),
      )
      .toBeVisible()
    await page.getByRole('button', { name: 'Run under the waiver' }).click()
    await expect.poll(() => claimOf(open, id)?.status).toBe('waived')
    await page.getByRole('button', { name: 'End the waiver of R1' }).click()
    await expect.element(requirements().getByText('1 earlier waiver')).toBeVisible()
    await expect.element(requirements().getByText('Unmet', { exact: true })).toBeVisible()
  })

  test('is not offered for rules of other roles, and says whose they are', async () => {
    const { open, id } = await start(2, 10)
    await choose('Kind', 'allegation')
    await expect.poll(() => claimOf(open, id)?.kind).toBe('allegation')
    await page.getByRole('button', { name: 'Waive…' }).click()
    await expect.element(dialog().getByText('only legal may waive it.').first()).toBeVisible()
    await expect.element(dialog().getByText('None of these rules may be waived in your role.')).toBeVisible()
  })
})

describe('words that changed after they were verified', () => {
  test('are shown beside those now, and re-confirmed in one step where only the spelling changed', async () => {
    const { open, id } = await verified()
    await typeAt(open, 3, 5, 'en')
    await expect.poll(() => claimOf(open, id)?.stale).toBe(true)
    const stale = page.getByRole('region', { name: 'Stale' })
    await expect.element(stale).toBeVisible()
    const difference = () => [
      stale.element().querySelector('del')?.textContent,
      stale.element().querySelector('ins')?.textContent,
    ]
    expect(difference()).toEqual(['is', 'isen'])
  })

  test('by case alone: one step by name, and it is verified again', async () => {
    const { open, id } = await verified()
    await open.sitDown('Ines Calloway', 'desk')
    open.review.getState().editor?.setMode('edit')
    await select(open, 3, 1)
    await userEvent.keyboard('i')
    await open.review.getState().editor?.flush()
    await open.sitDown('Mara Oyelle', 'checker')
    await expect.poll(() => claimOf(open, id)?.spellingOnly).toBe(true)
    await page.getByRole('button', { name: 'Only the spelling changed: re-confirm' }).click()
    await expect.poll(() => claimOf(open, id)?.stale).toBe(false)
    expect(claimOf(open, id)?.status).toBe('verified')
  })

  test('are checked anew: the claim is open again', async () => {
    const { open, id } = await verified()
    await typeAt(open, 3, 5, 'n’t')
    await page.getByRole('button', { name: 'Re-check' }).click()
    await expect.poll(() => claimOf(open, id)?.status).toBe('checking')
  })
})
