import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from '../article/desk.tsx'

type Open = Awaited<ReturnType<typeof openManuscript>>
let open: Open | null = null
let stopListening: (() => void) | null = null
afterEach(async () => {
  stopListening?.()
  open?.close()
  location.hash = ''
  open = null
  const { useFind } = await import('../../../src/renderer/features/find/store.ts')
  useFind.setState({ shown: 'nothing', text: '', words: '', matchCase: false, wholeWords: false })
})

async function start(...texts: readonly string[]): Promise<Open> {
  const paragraphs = texts.map((text) => schema.nodes.para.create(null, [schema.text(text)]))
  location.hash = '#/article/article'
  open = await openManuscript(schema.nodes.doc.create(null, paragraphs), {
    aside: async () => {
      const { FindBar } = await import('../../../src/renderer/features/find/find-bar.tsx')
      return <FindBar />
    },
  })
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toBeVisible()
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  stopListening = listenForKeys()
  return open
}

const find = page.getByRole('textbox', { name: 'Find' })
const words = page.getByRole('textbox', { name: 'Replace by' })
const count = page.getByRole('status')

async function ask(keys: string): Promise<void> {
  await userEvent.click(page.getByRole('textbox', { name: 'Manuscript' }))
  await userEvent.keyboard(keys)
  await expect.element(find).toHaveFocus()
}

test('finds by keys, says which of how many, and gives the text back the place', async () => {
  const desk = await start('The colour of Colour', 'and colour')
  await ask('{Control>}f{/Control}')
  await userEvent.keyboard('colour')
  await expect.element(count).toHaveTextContent('3 found')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => desk.review.getState().snapshot?.found?.at).toBeGreaterThan(0)
  await expect.element(find).toHaveFocus()
  const before = desk.review.getState().snapshot?.found?.at ?? 0
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await expect.element(count).toHaveTextContent(`${String(before === 1 ? 3 : before - 1)} of 3`)
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  await expect.element(find).not.toBeInTheDocument()
  expect(desk.review.getState().snapshot?.selectionEmpty).toBe(false)
})

test('case and whole words narrow it, and nothing found is said', async () => {
  await start('Art and party, art')
  await ask('{Control>}f{/Control}')
  await userEvent.keyboard('art')
  await expect.element(count).toHaveTextContent('3 found')
  await userEvent.click(page.getByRole('checkbox', { name: 'Whole words' }))
  await expect.element(count).toHaveTextContent('2 found')
  await userEvent.click(page.getByRole('checkbox', { name: 'Match case' }))
  await expect.element(count).toHaveTextContent('1 found')
  await userEvent.click(find)
  await userEvent.keyboard('zzz')
  await expect.element(count).toHaveTextContent('Nothing found')
  await expect.element(page.getByRole('button', { name: 'Next place' })).toBeDisabled()
})

test('replaces all as one set that goes to main with the steps', async () => {
  const desk = await start('The colour of Colour', 'and colour')
  await ask('{Control>}h{/Control}')
  await userEvent.keyboard('colour')
  await userEvent.click(words)
  await userEvent.keyboard('shade')
  await userEvent.click(page.getByRole('button', { name: 'Replace all' }))
  await expect.element(count).toHaveTextContent('Nothing found')
  await desk.review.getState().editor?.flush()
  const saved = desk.calls.filter((call) => call.method === 'document.save')
  expect(JSON.stringify(saved)).toContain('Replace all: “colour” by “shade”, 3 places')
})
