import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ClaimId } from '../../../src/shared/model/ids.ts'
import { addClaim, addSource, openRoom, refused, warmUp } from '../sources/evidence-room.tsx'
import type { EvidenceRoom } from '../sources/evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const note = () => page.getByLabelText('Note for the next reader')
const claims = () => room?.review.getState().state?.claims ?? []

async function openClaim(): Promise<ClaimId> {
  let id: ClaimId | null = null
  room = await openRoom('claims', async (articleId) => {
    id = await addClaim(articleId)
  })
  if (id === null) throw new Error('No claim was made')
  room.review.getState().setOpenClaim(id)
  await expect.element(note()).toBeVisible()
  return id
}

describe('words that somebody wrote of a claim', () => {
  test('are stored where a key takes the field away', async () => {
    await openClaim()
    await userEvent.fill(note(), 'Ask the yard again.')
    await userEvent.keyboard('{Alt>}2{/Alt}')
    await expect.element(note()).not.toBeInTheDocument()
    await expect.poll(() => claims()[0]?.details.note).toBe('Ask the yard again.')
  })

  test('stay in their field when they are refused', async () => {
    await openClaim()
    const words = 'long '.repeat(3000).trim()
    await userEvent.fill(note(), words)
    await userEvent.tab()
    await expect.poll(refused).not.toBe('')
    await expect.element(note()).toHaveValue(words)
    await expect.element(page.getByText(/^Not stored\. Your words stay here/)).toBeVisible()
    await userEvent.fill(note(), 'Short.')
    await userEvent.tab()
    await expect.poll(() => claims()[0]?.details.note).toBe('Short.')
  })

  test('are there again in the form of a new source, and nobody else is shown them', async () => {
    const id = await openClaim()
    await button(/^Attach/).click()
    await userEvent.fill(page.getByLabelText('Title'), 'Charge sheet')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByLabelText('Title')).not.toBeInTheDocument()
    await room?.sitDown('Petra Sund', 'standards')
    room?.review.getState().setOpenClaim(id)
    await button(/^Attach/).click()
    await expect.element(page.getByLabelText('Title')).toHaveValue('')
    await room?.sitDown('Ines Calloway', 'desk')
    await expect.element(page.getByLabelText('Title')).toHaveValue('Charge sheet')
    await button('Create and attach').click()
    await expect.poll(() => claims()[0]?.sources.length).toBe(1)
  })

  test('are there again in a waiver that was closed', async () => {
    await openClaim()
    await room?.sitDown('Dov Lassiter', 'legal')
    await button('Waive…').click()
    await userEvent.fill(page.getByLabelText('Reason'), 'The order')
    await userEvent.keyboard('{Escape}')
    await button('Waive…').click()
    await expect.element(page.getByLabelText('Reason')).toHaveValue('The order')
    await button('Cancel').click()
    await button('Waive…').click()
    await expect.element(page.getByLabelText('Reason')).toHaveValue('')
    await button('Cancel').click()
  })

  test('come back when a source that was detached is attached again', async () => {
    room = await openRoom('claims', async (articleId) => {
      const sourceId = await addSource(articleId, {})
      await addClaim(articleId, [sourceId])
    })
    room.review.getState().setOpenClaim(claims()[0]?.id ?? null)
    await button('What Charge sheet 26-1184 says of the claim').click()
    await userEvent.fill(page.getByLabelText('Where in it'), 'p. 3')
    await button('Detach Charge sheet 26-1184').click()
    await expect.poll(() => claims()[0]?.sources.length).toBe(0)
    await userEvent.keyboard('{Control>}{Alt>}z{/Alt}{/Control}')
    await expect.poll(() => claims()[0]?.sources[0]?.locator).toBe('p. 3')
  })

  test('of a comment stand only in the editor of the claim that they are about', async () => {
    room = await openRoom('claims', async (articleId) => {
      await addClaim(articleId)
      await addClaim(articleId)
    })
    room.review.getState().setOpenClaim(claims()[0]?.id ?? null)
    const field = page.getByRole('textbox', { name: 'Comment', exact: true })
    await button('Comment on the claim').click()
    await userEvent.fill(field, 'Says who?')
    await button('Next claim').click()
    await expect.element(page.getByRole('heading', { name: 'Claim 2 of 2' })).toBeVisible()
    await expect.element(field).not.toBeInTheDocument()
    await button('Previous claim').click()
    await expect.element(field).toHaveValue('Says who?')
    await button('Throw away').click()
  })

  test('two ticks in a row keep each other', async () => {
    await openClaim()
    const boxes = [...document.querySelectorAll<HTMLElement>('fieldset input[type="checkbox"]')].slice(-3)
    for (const box of boxes) box.click()
    await expect.poll(() => claims()[0]?.details.flags.length).toBe(3)
  })
})
