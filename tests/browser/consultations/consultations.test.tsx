import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addClaim, alerted, openRoom, refused, said, warmUp } from '../sources/evidence-room.tsx'
import type { EvidenceRoom } from '../sources/evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const list = () => page.getByRole('region', { name: /^Consultations/ })
const record = () => page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true })

async function write(question: string, advice: string): Promise<void> {
  await userEvent.fill(page.getByLabelText('What was asked'), question)
  await userEvent.fill(page.getByLabelText('What was advised'), advice)
}

describe('consultations', () => {
  test('a claim that may do harm asks for one; who may not record it is told who may', async () => {
    room = await openRoom('signoff', async (articleId) => {
      await addClaim(articleId, [], { flags: ['harm'] })
    })
    await expect.element(list().getByText(/something in it may do harm/)).toBeVisible()
    await expect.element(list().getByText(/^Standards or legal records a consultation/)).toBeVisible()
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}C{/Shift}{/Alt}{/Control}')
    await expect.poll(refused).toMatch(/^Standards or legal records/)

    await room.sitDown('Petra Sund', 'standards')
    await button('Record a consultation').click()
    await expect.element(page.getByRole('checkbox', { name: /^Claim 1/ })).toBeChecked()
    await expect.element(page.getByRole('checkbox', { name: /^Private to legal/ })).not.toBeInTheDocument()
    await record().click()
    await expect.poll(alerted).toMatch(/Write what was asked\./)
    await write('May the yard be named?', 'Yes, without the street.')
    await record().click()
    await expect.element(list().getByText('Yes, without the street.')).toBeVisible()
    await expect.element(list().getByText(/^Petra Sund, standards, /)).toBeVisible()
    expect(said()).toBe('The consultation is recorded.')
    await expect.element(list().getByText(/something in it may do harm/)).not.toBeInTheDocument()
  })

  test('closed, the form keeps what was written for whoever wrote it', async () => {
    room = await openRoom('signoff')
    await room.sitDown('Dov Lassiter', 'legal')
    await list().getByRole('button', { name: 'Record' }).click()
    await write('May we run it?', 'Only with the order lifted.')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await room.sitDown('Petra Sund', 'standards')
    await list().getByRole('button', { name: 'Record' }).click()
    await expect.element(page.getByLabelText('What was asked')).toHaveValue('')
    await button('Cancel').click()
    await room.sitDown('Dov Lassiter', 'legal')
    await list().getByRole('button', { name: 'Record' }).click()
    await expect.element(page.getByLabelText('What was asked')).toHaveValue('May we run it?')
    await button('Cancel').click()
    await list().getByRole('button', { name: 'Record' }).click()
    await expect.element(page.getByLabelText('What was advised')).toHaveValue('')
  })

  test('what legal keeps private shows its head alone to others', async () => {
    room = await openRoom('signoff')
    await expect.element(list().getByText(/^Standards and legal record here/)).toBeVisible()
    await room.sitDown('Dov Lassiter', 'legal')
    await list().getByRole('button', { name: 'Record' }).click()
    await write('May we run it?', 'Only with the order lifted.')
    await page.getByRole('checkbox', { name: /^Private to legal/ }).click()
    await record().click()
    await expect.element(list().getByText('Only with the order lifted.')).toBeVisible()
    await room.sitDown('Ines Calloway', 'desk')
    await expect.element(list().getByText('kept by legal')).toBeVisible()
    await expect.element(list().getByText(/^Dov Lassiter, legal, .* The whole article\.$/)).toBeVisible()
    await expect.element(list().getByText('Only with the order lifted.')).not.toBeInTheDocument()
  })
})
