import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { FINDS, article, openTab, row, rows, said, tinted } from './support.tsx'
import type { Open } from './support.tsx'

let open: Open | null = null
beforeEach(() => page.viewport(1280, 800))
afterEach(async () => {
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.getState().hide()
  open?.close()
  open = null
})

async function start(doc: Node = article(), finds = FINDS): Promise<Open> {
  open = await openTab(doc, finds)
  await expect.element(page.getByRole('list', { name: 'Proposals' })).toBeVisible()
  return open
}

async function focusRow(name: RegExp): Promise<void> {
  row(name).element().focus()
  await expect.element(row(name)).toHaveFocus()
}

describe('the list', () => {
  test('says of each proposal where it stands, what it is, why, and what would take its place', async () => {
    await start()
    expect(rows()).toEqual([
      'H, note: Loaded word, “notorious”. Look at “notorious” again. Instead: “well-known”',
      '1.1, proposed claim, number: Figure, “Nine boats were seized”. Look at “Nine boats were seized” again.',
      '1.1, note: Double word, “the the”. Look at “the the” again. Instead: “the”',
      '2.1, note: Loaded word, “notorious”. Look at “notorious” again. Instead: “well-known”',
      '2.1, proposed claim, number: Figure, “nine boats”. Look at “nine boats” again.',
    ])
    await expect.element(page.getByRole('tab', { name: '5 Checks' })).toBeVisible()
    await expect.element(page.getByText('None is a check until somebody takes it.')).toBeVisible()
  })

  test('shows the words in their sentence without what is deleted', async () => {
    await start()
    expect(row(/“Nine boats were seized”/).element().textContent).toBe(
      'Nine boats were seized on the the Teld.',
    )
    expect(row(/^2\.1, note/).element().textContent).toBe('The notorious skipper owned nine boats.')
  })

  test('is narrowed to claims or notes, and to a rule, with counts', async () => {
    await start()
    await page.getByRole('button', { name: 'Notes 3' }).click()
    expect(rows()).toHaveLength(3)
    await userEvent.selectOptions(page.getByRole('combobox', { name: /^Rule/ }), 'Loaded word (2)')
    expect(rows()).toHaveLength(2)
    await page.getByRole('button', { name: 'Claims 2' }).click()
    expect(rows()).toHaveLength(2)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Order' }), 'By rule')
    await page.getByRole('button', { name: 'All 5' }).click()
    expect(rows().map((words) => words?.split(',')[0])).toEqual(['H', '2.1', '1.1', '2.1', '1.1'])
    await expect.element(page.getByText('Double word 1', { exact: true })).toBeVisible()
  })

  test('arrow keys go from row to row, and tint the words of the row in the text', async () => {
    const { list } = await start()
    await focusRow(/^H/)
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(row(/“Nine boats were seized”/)).toHaveFocus()
    await expect.poll(() => tinted('spot-current')).toEqual(['Nine boats were ', 'seized'])
    await userEvent.keyboard('{End}')
    await expect.element(row(/“nine boats”/)).toHaveFocus()
    await expect.poll(() => tinted('spot-current')).toEqual(['nine boats'])
    expect(list.getState().current).toBe('figure-nine-boats 1')
  })

  test('Enter goes to the words in the text', async () => {
    const { column } = await start()
    await focusRow(/“nine boats”/)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
    expect(String(getSelection())).toBe('nine boats')
    expect(column.contains(document.activeElement)).toBe(true)
  })
})

describe('one key each', () => {
  test('C makes a claim of its kind and risk over the words, and goes on to the next row', async () => {
    const { calls, review } = await start()
    await focusRow(/“Nine boats were seized”/)
    await userEvent.keyboard('c')
    await expect.element(row(/“the the”/)).toHaveFocus()
    await expect.poll(said).toBe('Claim 1 added, number, medium risk.')
    expect(calls.find(({ method }) => method === 'claims.create')?.args).toMatchObject({
      kind: 'number',
      risk: 'medium',
    })
    expect([...(review.getState().snapshot?.index.claims.values() ?? [])].map(({ words }) => words)).toEqual([
      'Nine boats were seized',
    ])
    await expect.poll(() => rows().length).toBe(4)
    await expect.element(row(/“the the”/)).toHaveFocus()
    await expect.element(page.getByRole('tab', { name: '4 Checks' })).toBeVisible()
  })

  test('M posts a comment with the explanation, at level should', async () => {
    const { calls } = await start()
    await focusRow(/^2\.1, note/)
    await userEvent.keyboard('m')
    await expect.poll(said).toBe('Comment on “notorious” added.')
    expect(calls.find(({ method }) => method === 'threads.create')?.args).toMatchObject({
      level: 'should',
      text: 'Loaded word: Look at “notorious” again. Instead: “well-known”.',
      target: { kind: 'range' },
    })
    await expect.poll(() => rows().length).toBe(4)
    await expect.element(row(/“nine boats”/)).toHaveFocus()
  })

  test('R puts the replacement in as a tracked change, and undo brings the proposal back', async () => {
    const { review } = await start()
    await focusRow(/“the the”/)
    await userEvent.keyboard('r')
    await expect.poll(said).toBe('“the the” replaced with “the”.')
    const changes = review.getState().snapshot?.index.changes ?? []
    expect(changes.map(({ kind, inserted, deleted }) => [kind, inserted, deleted])).toContainEqual([
      'deletion',
      '',
      'the ',
    ])
    await expect.poll(() => rows().length).toBe(4)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => rows().length).toBe(5)
    await expect.element(row(/^2\.1, note/)).toHaveFocus()
  })

  test('D puts it aside with all places of the same words; undo is offered, and it is listed with who did so', async () => {
    await start()
    await focusRow(/^H/)
    await userEvent.keyboard('d')
    await expect.poll(said).toBe('“notorious” put aside in 2 places.')
    await expect.poll(() => rows().length).toBe(3)
    await expect.element(row(/“Nine boats were seized”/)).toHaveFocus()
    await page.getByRole('button', { name: '1 put aside' }).click()
    const listed = page.getByRole('list', { name: 'Put aside' })
    await expect
      .element(
        listed.getByRole('button', {
          name: /^Loaded word, “notorious”, put aside by Ines Calloway, .*H and 1 more$/,
        }),
      )
      .toBeVisible()
    await listed.getByRole('button', { name: 'Propose again' }).click()
    await expect.element(page.getByText('Nothing put aside', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Back to 5 proposals' }).click()
    expect(rows()).toHaveLength(5)
  })

  test('Ctrl Z in the list proposes again what was put aside last', async () => {
    await start()
    await focusRow(/^H/)
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => rows().length).toBe(3)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => rows().length).toBe(5)
    await expect.poll(said).toBe('It is proposed again.')
    await expect.element(row(/^H/)).toHaveFocus()
  })

  test('what does not apply is refused with the reason, and the row stays', async () => {
    const { review } = await start()
    await focusRow(/^H/)
    await userEvent.keyboard('c')
    await expect.poll(said).toBe('This is a note, and no claim. M makes a comment of it.')
    await focusRow(/“nine boats”/)
    await userEvent.keyboard('r')
    await expect.poll(said).toMatch(/^Nobody can say what would take the place/)
    review.getState().editor?.setMode('read')
    await focusRow(/^H/)
    await userEvent.keyboard('r')
    await expect.poll(said).toBe('Read mode changes nothing. Choose Suggest or Edit first.')
    expect(rows()).toHaveLength(5)
  })
})

test('every proposal of a rule is put aside after its count was said', async () => {
  await start()
  await focusRow(/^2\.1, note/)
  await userEvent.keyboard('{Shift>}d{/Shift}')
  await expect
    .element(page.getByRole('dialog', { name: 'Put aside 2 proposals of “Loaded word”?' }))
    .toBeVisible()
  await page.getByRole('button', { name: 'Put aside 2' }).click()
  await expect.poll(() => rows().length).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => rows().length).toBe(5)
})
