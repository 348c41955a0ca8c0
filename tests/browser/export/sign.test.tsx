import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Failure } from '../../../src/shared/contract.ts'
import { button, closeWindow, main, openWindow, PATIENCE } from './packet-window.tsx'

/** A PDF that was made gets a signature. */

vi.setConfig({ testTimeout: PATIENCE })
const WRONG: Failure = { code: 'refused', message: 'The passphrase is wrong. Nothing was signed.' }

beforeEach(openWindow, PATIENCE)
afterEach(closeWindow)

const certificate = () => new File([new Uint8Array([48, 1, 2])], 'hanne.p12')

test('signs with a certificate: a refusal is said aloud, and the passphrase does not stay', async () => {
  await button('Save ring-v7-packet.pdf').click()
  await expect.element(page.getByText('Not saved')).toBeVisible()
  await button('Sign ring-v7-packet.pdf').click()
  const form = page.getByRole('dialog', { name: 'Sign with a certificate' })
  const words = () => form.element().textContent
  await expect.poll(words).toContain('the name in the certificate, whoever sits at this desk')
  expect(words()).toContain('This text is not approved, and the signature will say so.')
  await expect.element(page.getByLabelText('Your certificate with its key')).toHaveFocus()
  await expect
    .element(form.getByRole('button', { name: 'Sign', exact: true }))
    .toHaveAttribute('aria-disabled', 'true')
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), certificate())
  const passphrase = page.getByLabelText('Passphrase')
  expect(passphrase.element()).toHaveProperty('type', 'password')
  main.signing = WRONG
  await passphrase.fill('wrong')
  await userEvent.keyboard('{Enter}')
  await expect.element(form.getByRole('alert')).toHaveTextContent(WRONG.message)
  await expect.element(passphrase).toHaveValue('')
  main.signing = null
  await passphrase.fill('right')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/Signed with the certificate of Hanne Ostrow/)).toBeVisible()
  expect(main.signings.map(({ fileId, passphrase: given }) => [fileId, given])).toEqual([
    ['made', 'wrong'],
    ['made', 'right'],
  ])
  expect([...(main.signings[1]?.key ?? [])]).toEqual([48, 1, 2])
  // What was said of the file without it is not said of this one.
  await expect.element(page.getByText('Not saved')).not.toBeInTheDocument()
  // What is saved and signed next is the file with the signature.
  await expect.element(button('Save ring-v7-packet-signed.pdf')).toBeVisible()
  await button('Sign ring-v7-packet-signed.pdf').click()
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), certificate())
  await form.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect.poll(() => main.signings[2]?.fileId).toBe('signed')
})

test('who leaves while it is being signed ends that', async () => {
  main.holds = true
  await button('Sign ring-v7-packet.pdf').click()
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), certificate())
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect.element(button('Signing…')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => main.cancelled).toEqual([main.signings[0]?.job])
  await expect.element(button('Sign ring-v7-packet.pdf')).toHaveFocus()
})

test('choosing no file after all closes nothing', async () => {
  await button('Sign ring-v7-packet.pdf').click()
  const field = page.getByLabelText('Your certificate with its key')
  field.element().dispatchEvent(new Event('cancel', { bubbles: true, cancelable: true }))
  await expect.element(field).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await expect.poll(() => field.query()).toBeNull()
})

test('a file that is far too large for a key is not even read', async () => {
  await button('Sign ring-v7-packet.pdf').click()
  const large = new File([new Uint8Array(2_000_000)], 'film.p12')
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), large)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect
    .poll(() => page.getByRole('alert').element().textContent)
    .toContain('too large for one with a key')
  expect(main.signings).toEqual([])
})
