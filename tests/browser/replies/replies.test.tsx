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
const log = () => page.getByRole('region', { name: /^Right of reply/ })
const replies = () => room?.review.getState().state?.replies ?? []
const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)

/** As a field of local time takes it. */
const local = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

describe('the log of the right of reply', () => {
  test('is empty until a claim names a party, and says so', async () => {
    room = await openRoom('signoff')
    await expect.element(log().getByText(/^A claim that names whom it speaks against/)).toBeVisible()
  })

  test('says who has not been asked, and records that they were', async () => {
    room = await openRoom('signoff', async (articleId) => {
      await addClaim(articleId, [], { parties: ['Edric Vole', 'Brannoch Marine'] })
    })
    await expect.element(log().getByText('nobody asked, 2 not')).toBeVisible()
    await button('Record that Edric Vole was asked').click()
    await expect.element(page.getByLabelText('Party')).toHaveValue('Edric Vole')
    await expect.element(page.getByRole('checkbox', { name: /^Claim 1/ })).toBeChecked()
    await button('Keep the record').click()
    await expect.poll(alerted).toMatch(/Write what was put to the party\./)
    await userEvent.fill(page.getByLabelText('What was put to them'), 'That the yard is his.')
    await button('Keep the record').click()
    await expect.element(log().getByText('1 party asked, 1 not')).toBeVisible()
    await expect.element(log().getByText('That the yard is his.')).toBeVisible()
    await expect.element(log().getByText('No deadline set')).toBeVisible()
    expect(said()).toBe('The record of Edric Vole is kept.')
    expect(replies()).toMatchObject([{ party: 'Edric Vole', outcome: 'waiting', channel: 'phone' }])
    await expect.element(button('Record that Brannoch Marine was asked')).toBeVisible()
  })

  test('no answer is recorded only after the deadline; an answer with its words', async () => {
    room = await openRoom('signoff', async (articleId) => {
      await addClaim(articleId, [], { parties: ['Edric Vole'] })
    })
    await button('Record that Edric Vole was asked').click()
    await userEvent.fill(page.getByLabelText('What was put to them'), 'That the yard is his.')
    await userEvent.fill(page.getByLabelText('Answer wanted until'), local(Date.now() + 5 * 3_600_000))
    await choose('What came of it', 'no answer')
    await button('Keep the record').click()
    await expect.poll(alerted).toMatch(/Keep the record waiting; “no answer” is recorded after that/)
    expect(replies()).toEqual([])
    await choose('What came of it', 'waiting')
    await button('Keep the record').click()
    await expect.element(log().getByText(/^Answer wanted until .*, in 5 h$/)).toBeVisible()

    await button('Edit the record of Edric Vole').click()
    await choose('What came of it', 'answered')
    await button('Keep the record').click()
    await expect.poll(alerted).toMatch(/Write what the party answered\./)
    await userEvent.fill(page.getByLabelText('The answer, in their words'), 'I sold it in 2019.')
    await button('Keep the record').click()
    await expect.element(log().getByText(/I sold it in 2019\./)).toBeVisible()
    expect(replies()).toMatchObject([{ outcome: 'answered', answer: 'I sold it in 2019.' }])
  })

  test('a key begins a record of the first who was not asked; Escape keeps what was written, and Cancel drops it', async () => {
    room = await openRoom('signoff', async (articleId) => {
      await addClaim(articleId, [], { parties: ['Edric Vole'] })
    })
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}Y{/Shift}{/Alt}{/Control}')
    await expect.element(page.getByLabelText('Party')).toHaveValue('Edric Vole')
    await userEvent.fill(page.getByLabelText('What was put to them'), 'That')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(replies()).toEqual([])
    await room.sitDown('Petra Sund', 'standards')
    await button('Record that Edric Vole was asked').click()
    await expect.element(page.getByLabelText('What was put to them')).toHaveValue('')
    await button('Cancel').click()
    await room.sitDown('Ines Calloway', 'desk')
    await button('Record that Edric Vole was asked').click()
    await expect.element(page.getByLabelText('What was put to them')).toHaveValue('That')
    await expect.element(page.getByText(/^Kept from before/)).toBeVisible()
    await button('Cancel').click()
    await button('Record that Edric Vole was asked').click()
    await expect.element(page.getByLabelText('What was put to them')).toHaveValue('')
  })

  test('a year can be typed digit by digit', async () => {
    room = await openRoom('signoff')
    await log().getByRole('button', { name: 'Record' }).click()
    const field = page.getByLabelText('Answer wanted until')
    await userEvent.fill(field, '2026-11-22T10:30')
    const element = field.element() as HTMLInputElement
    element.blur()
    element.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}2027')
    await expect.element(field).toHaveValue('2027-11-22T10:30')
  })

  test('a locked article refuses in words', async () => {
    room = await openRoom('signoff')
    const { state } = room.review.getState()
    room.review.setState({ state: state && { ...state, article: { ...state.article, locked: true } } })
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}Y{/Shift}{/Alt}{/Control}')
    await expect.poll(refused).toMatch(/approved and locked/)
  })
})
