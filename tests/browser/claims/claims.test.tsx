import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ClaimId } from '../../../src/shared/model/ids.ts'
import { ask, openRoom, select } from '../comments/room.tsx'
import type { Room } from '../comments/room.tsx'

let room: Room | null = null
afterEach(async () => {
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.getState().hide()
  await room?.close()
  room = null
})

const CLAIM_KEY = '{Control>}{Alt>}c{/Alt}{/Control}'

async function start(): Promise<Room> {
  room = await openRoom(undefined, undefined, 'claims')
  return room
}

/** Marks the first letters of a paragraph; its editor is open then. */
async function mark(open: Room, paragraph: number, letters: number): Promise<ClaimId> {
  await select(open, paragraph, letters)
  await userEvent.keyboard(CLAIM_KEY)
  await expect.poll(() => open.review.getState().openClaim).not.toBeNull()
  return open.review.getState().openClaim as ClaimId
}

async function source(open: Room, id: string, title: string): Promise<void> {
  const fields = {
    kind: 'document',
    title,
    grade: 'A',
    gradeReason: 'Seen at the registry.',
    origin: 'Magistrate',
    locator: '',
    url: '',
    accessedAt: null,
    medium: 'paper copy',
    period: 'November',
    directKnowledge: true,
    onRecord: 'on-record',
    suppliedBy: null,
  } as const
  const { articleId } = open
  await ask('sources.create', { articleId, id, fields, confirmedNoName: false })
  await open.review.getState().refresh()
}

const claimOf = (open: Room, id: string) => open.review.getState().state?.claims.find((one) => one.id === id)
const heading = (name: string) => page.getByRole('heading', { name, exact: false })
const said = () => document.querySelector('output[aria-live]')?.textContent ?? ''
const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)

describe('marking', () => {
  test('one key makes a claim of a selection, and once more gives the open one another place', async () => {
    const open = await start()
    const id = await mark(open, 2, 10)
    await expect.element(heading('Claim 1 of 1')).toBeVisible()
    expect(claimOf(open, id)?.words).toBe('Nine boats')
    await select(open, 3, 5)
    await userEvent.keyboard(CLAIM_KEY)
    await expect.element(page.getByText('2 places')).toBeVisible()
    await expect.poll(() => claimOf(open, id)?.words).toBe('Nine boats … It is')
    await page.getByRole('button', { name: 'Take 2.1 from the claim' }).click()
    await expect.poll(() => claimOf(open, id)?.words).toBe('Nine boats')
    await expect.element(page.getByText('1 place', { exact: true })).toBeVisible()
  })

  test('another key makes a new claim while one is open, over the same words', async () => {
    const open = await start()
    const first = await mark(open, 2, 10)
    await select(open, 2, 15)
    await userEvent.keyboard('{Control>}{Alt>}k{/Alt}{/Control}')
    await expect.poll(() => open.review.getState().openClaim).not.toBe(first)
    await expect.element(heading('of 2')).toBeVisible()
  })

  test('a claim is taken back with its mark, and that is undone', async () => {
    const open = await start()
    const id = await mark(open, 2, 10)
    await userEvent.fill(page.getByRole('textbox', { name: /^What it says/ }), 'They were seized.')
    await page.getByRole('heading', { name: /^Requirements/ }).click()
    await expect.poll(() => claimOf(open, id)?.paraphrase).toBe('They were seized.')
    await userEvent.keyboard('{Control>}{Alt>}x{/Alt}{/Control}')
    await expect.poll(() => open.review.getState().state?.claims).toEqual([])
    expect(document.querySelector('.ProseMirror [data-claim]')).toBeNull()
    expect(said()).toBe('Claim 1 taken back.')
    await page.getByRole('region', { name: 'Just done' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => claimOf(open, id)?.paraphrase).toBe('They were seized.')
    expect(claimOf(open, id)?.words).toBe('Nine boats')
  })

  test('one that main does not take back keeps its place in the text', async () => {
    const open = await start()
    const id = await mark(open, 2, 10)
    const target = { kind: 'claim', claimId: id } as const
    const { articleId } = open
    // Somebody else comments on it in the meantime.
    await ask('threads.create', {
      articleId,
      edit: null,
      id: 't',
      target,
      level: 'must',
      assigneeId: null,
      text: 'By whose count?',
    })
    await userEvent.keyboard('{Control>}{Alt>}x{/Alt}{/Control}')
    await expect.poll(() => open.review.getState().error).toMatch(/so it stays/)
    await expect.poll(() => document.querySelector(`.ProseMirror [data-claim="${id}"]`)).not.toBeNull()
    await open.review.getState().refresh()
    expect(claimOf(open, id)?.words).toBe('Nine boats')
  })

  test('its words in the text are announced with number and status', async () => {
    const open = await start()
    const id = await mark(open, 2, 10)
    const words = document.querySelector(`.ProseMirror [data-claim="${id}"]`)
    const label = () => document.getElementById(words?.getAttribute('aria-describedby') ?? '')?.textContent
    expect(words?.getAttribute('role')).toBe('mark')
    await expect.poll(label).toBe('claim 1, found')
  })
})

describe('what a claim says', () => {
  test('each kind asks for details of its own, and they are stored', async () => {
    const open = await start()
    const id = await mark(open, 2, 10)
    const details = () => claimOf(open, id)?.details
    await page.getByRole('checkbox', { name: 'The figure was worked out' }).click()
    const sum = page.getByRole('textbox', { name: 'How it is worked out' })
    await userEvent.fill(sum, '4 + 5 = 9')
    await page.getByRole('checkbox', { name: 'is about minors' }).click()
    await expect
      .poll(() => [details()?.computed, details()?.sum, details()?.flags])
      .toEqual([true, '4 + 5 = 9', ['minors']])
    await choose('Kind', 'identity')
    await page.getByRole('checkbox', { name: 'Title', exact: true }).click()
    await expect.poll(() => details()?.identityChecked).toEqual(['title'])
    await choose('Kind', 'allegation')
    await userEvent.fill(page.getByRole('textbox', { name: /^Parties it speaks/ }), 'Brannoch Marine\n\nVole')
    await page.getByRole('heading', { name: /^Requirements/ }).click()
    await expect.poll(() => details()?.parties).toEqual(['Brannoch Marine', 'Vole'])
    await expect.element(heading('Right of reply')).toBeVisible()
    await userEvent.fill(page.getByRole('textbox', { name: 'Note for the next reader' }), 'Ask again.')
    await page.getByRole('heading', { name: /^Requirements/ }).click()
    await expect.poll(() => details()?.note).toBe('Ask again.')
    expect(details()?.sum).toBe('4 + 5 = 9')
  })

  test('words of the headline name the claim of the body that they repeat', async () => {
    const open = await start()
    const body = await mark(open, 2, 10)
    open.review.getState().setOpenClaim(null)
    const head = await mark(open, 0, 10)
    await choose('The claim of the body that it repeats', body)
    await expect.poll(() => claimOf(open, head)?.details.bodyClaimId).toBe(body)
  })
})

describe('sources of a claim', () => {
  test('are attached by key, found by a few letters, and said more of', async () => {
    const open = await start()
    await source(open, 's1', 'Charge sheet 26-1184')
    await source(open, 's2', 'Seizure register')
    const id = await mark(open, 2, 10)
    await userEvent.keyboard('{Control>}{Alt>}s{/Alt}{/Control}')
    await expect.element(page.getByRole('textbox', { name: 'Find a source' })).toHaveFocus()
    await userEvent.keyboard('seiz{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'Where in it' })).toHaveFocus()
    await userEvent.keyboard('p. 2')
    await choose('It', 'contradicts')
    const answer = page.getByRole('textbox', { name: 'Why the claim stands all the same' })
    await userEvent.fill(answer, 'The register was put right.')
    await page.getByRole('button', { name: 'Done' }).click()
    const link = () => claimOf(open, id)?.sources[0]
    await expect.poll(() => link()?.answer).toBe('The register was put right.')
    expect([link()?.sourceId, link()?.locator, link()?.stance]).toEqual(['s2', 'p. 2', 'contradicts'])
    await expect.element(page.getByText('Contradicts it.')).toBeVisible()
    await page.getByRole('button', { name: 'Detach Seizure register' }).click()
    await expect.poll(() => claimOf(open, id)?.sources).toEqual([])
  })

  test('bear on the parts that the kind asks for', async () => {
    const open = await start()
    await source(open, 's1', 'Charge sheet 26-1184')
    const id = await mark(open, 2, 10)
    await choose('Kind', 'causal')
    await userEvent.keyboard('{Control>}{Alt>}s{/Alt}{/Control}')
    await page.getByRole('button', { name: /Charge sheet 26-1184/ }).click()
    await page.getByRole('checkbox', { name: 'the cause' }).click()
    await page.getByRole('checkbox', { name: 'the link between them' }).click()
    await expect.poll(() => claimOf(open, id)?.sources[0]?.bears).toEqual(['cause', 'link'])
  })

  test('a source that is dropped on the number in the gutter is attached', async () => {
    const open = await start()
    await source(open, 's1', 'Charge sheet 26-1184')
    const id = await mark(open, 2, 10)
    const number = page.getByRole('button', { name: 'claim 1, found' }).element()
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('application/x-stet-source', 's1')
    number.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    await expect.poll(() => claimOf(open, id)?.sources.map(({ sourceId }) => sourceId)).toEqual(['s1'])
  })
})
