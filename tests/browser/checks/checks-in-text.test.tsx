import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { FINDS, article, openTab, para, row, rows, said, tinted } from './support.tsx'
import type { Find, Open } from './support.tsx'

let open: Open | null = null
let deafen: (() => void) | null = null
beforeEach(async () => {
  await page.viewport(1280, 800)
  location.hash = '#/article/article'
})
afterEach(() => {
  deafen?.()
  deafen = null
  open?.close()
  open = null
  location.hash = ''
})

async function start(doc: Node = article(), finds: readonly Find[] = FINDS, tab?: 'claims'): Promise<Open> {
  open = await openTab(doc, finds, tab)
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  deafen = listenForKeys()
  const { list } = open
  await expect.poll(() => list.getState().rows.length).toBe(finds.length)
  return open
}

const manuscript = page.getByRole('textbox', { name: 'Manuscript' })
const enter = async () => {
  manuscript.element().focus()
  await userEvent.keyboard('{Control>}{Home}{/Control}')
}

describe('in the text', () => {
  test('F2 goes from proposal to proposal, opens the tab, selects the words and says what it is', async () => {
    const { review } = await start(article(), FINDS, 'claims')
    await enter()
    await userEvent.keyboard('{F2}')
    await expect.poll(said).toMatch(/^Proposal 1 of 5: H, note: Loaded word, “notorious”\./)
    expect(review.getState().tab).toBe('checks')
    await expect.poll(() => String(getSelection())).toBe('notorious')
    await userEvent.keyboard('{F2}')
    await expect.poll(said).toMatch(/^Proposal 2 of 5: 1\.1, proposed claim/)
    await expect.poll(() => tinted('spot-current')).toEqual(['Nine boats were ', 'seized'])
    await userEvent.keyboard('{Shift>}{F2}{/Shift}{Shift>}{F2}{/Shift}')
    await expect.poll(said).toMatch(/^Proposal 5 of 5: 2\.1, proposed claim/)
    await expect.element(row(/“nine boats”/)).toHaveAttribute('aria-current', 'true')
  })

  test('keys take the proposal under the caret, and go on to the next', async () => {
    const { calls, review } = await start()
    await enter()
    await userEvent.keyboard('{F2}')
    await expect.poll(() => String(getSelection())).toBe('notorious')
    await userEvent.keyboard('{Control>}{Alt>}h{/Alt}{/Control}')
    await expect.poll(said).toBe('“notorious” replaced with “well-known”.')
    await expect.poll(() => review.getState().snapshot?.index.headline).toBe('A well-known gang')
    await expect.poll(() => String(getSelection())).toBe('Nine boats were brutally seized')
    await userEvent.keyboard('{Control>}{Alt>}p{/Alt}{/Control}')
    await expect.poll(() => calls.filter(({ method }) => method === 'claims.create').length).toBe(1)
    await expect.poll(() => String(getSelection())).toBe('the the')
    await userEvent.keyboard('{Control>}{Alt>}q{/Alt}{/Control}')
    await expect.poll(() => calls.filter(({ method }) => method === 'threads.create').length).toBe(1)
    await expect.poll(() => String(getSelection())).toBe('notorious')
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}d{/Shift}{/Alt}{/Control}')
    await expect.poll(() => rows().length).toBe(1)
    await expect.element(manuscript).toHaveFocus()
  })

  test('where the caret stands in none it is said how to get to one', async () => {
    const { calls } = await start()
    await enter()
    await userEvent.keyboard('{Control>}{Alt>}p{/Alt}{/Control}')
    await expect.poll(said).toBe('The caret stands in no proposal. F2 goes to the next one.')
    expect(calls.some(({ method }) => method === 'claims.create')).toBe(false)
  })

  test('the list goes where the caret goes', async () => {
    await start()
    const paragraph = manuscript.element().children[2]
    if (!paragraph) throw new Error('no paragraph')
    await userEvent.click(paragraph, { position: { x: 70, y: 14 } })
    await expect.element(row(/^2\.1, note/)).toHaveAttribute('aria-current', 'true')
    await expect.element(manuscript).toHaveFocus()
  })
})

describe('readings of the text', () => {
  test('the final text tints the same words, the original none', async () => {
    const { review } = await start()
    row(/“Nine boats were seized”/)
      .element()
      .focus()
    await userEvent.keyboard('{ArrowDown}{ArrowUp}')
    await expect.poll(() => tinted('spot-current')).toEqual(['Nine boats were ', 'seized'])
    review.getState().editor?.setProjection('final')
    await expect.poll(() => tinted('spot-current')).toEqual(['Nine boats were seized'])
    review.getState().editor?.setProjection('original')
    await expect.poll(() => tinted('spot-current')).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => review.getState().snapshot?.projection).toBe('redline')
    expect(String(getSelection())).toBe('Nine boats were brutally seized')
  })

  test('a claim is taken from the final text too; a replacement shows the redline', async () => {
    const { review } = await start()
    review.getState().editor?.setProjection('final')
    row(/“nine boats”/)
      .element()
      .focus()
    await userEvent.keyboard('c')
    await expect.poll(() => review.getState().snapshot?.index.claims.size).toBe(1)
    expect(review.getState().snapshot?.projection).toBe('final')
    row(/“the the”/)
      .element()
      .focus()
    await userEvent.keyboard('r')
    await expect.poll(() => review.getState().snapshot?.projection).toBe('redline')
  })
})

test('slips are underlined only when the desk wants it, and never anything else', async () => {
  const { list } = await start()
  expect(tinted('spot-marked')).toEqual([])
  await userEvent.keyboard('{Control>}{Alt>}{Shift>}s{/Shift}{/Alt}{/Control}')
  await expect.poll(said).toBe('Slips in the text are underlined.')
  await expect.poll(() => tinted('spot-marked')).toEqual(['the the'])
  list.getState().setInText(false)
  await expect.poll(() => tinted('spot-marked')).toEqual([])
})

describe('states', () => {
  test('an approved article shows proposals, refuses to take one in words, and lets them be put aside', async () => {
    const { review, calls } = await start()
    const { state } = review.getState()
    if (state === null) throw new Error('no state')
    review.setState({ state: { ...state, article: { ...state.article, locked: true } } })
    await expect.element(page.getByText('The article is approved: re-open it to take one.')).toBeVisible()
    row(/“nine boats”/)
      .element()
      .focus()
    await userEvent.keyboard('c')
    await expect.poll(said).toBe('The article is approved and locked. Re-open it to go on working on it.')
    expect(calls.some(({ method }) => method === 'claims.create')).toBe(false)
    await userEvent.keyboard('d')
    await expect.poll(() => rows().length).toBe(4)
  })

  test('what is on its way, what failed, and that there is nothing, is said', async () => {
    const { checks } = await start()
    checks.setState({ state: 'checking' })
    await expect.element(page.getByRole('progressbar', { name: 'Checking…' })).toBeVisible()
    const failure = 'The rules could not be read. What was found stays listed.'
    checks.setState({ state: 'failed', failure })
    await expect.element(page.getByRole('alert').filter({ hasText: failure })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Check again' })).toBeVisible()
    checks.setState({ state: 'ready', failure: null, proposals: [] })
    await expect.element(page.getByText('Nothing to look at again')).toBeVisible()
  })

  test('another house style is chosen in the head of the tab', async () => {
    const { checks } = await start()
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'House style' }),
      'English (UK), Courier style',
    )
    expect(checks.getState().profile).toBe('courier')
    await expect.poll(said).toBe('House style: English (UK), Courier style. The text is checked anew.')
  })
})

test('of 5,000 proposals only those near the window are mounted, and every one is reached and taken', async () => {
  const count = 5000
  const doc = schema.nodes.doc.create(
    null,
    Array.from({ length: count / 10 }, (_, at) => para(schema.text(`Boat ${at}: `.padEnd(70, 'notorious ')))),
  )
  const finds = Array.from({ length: count / 10 }, (_, block) => ({ block, words: 'notorious' }))
  const { list } = await start(doc, finds)
  const [first] = list.getState().rows
  if (!first) throw new Error('no row')
  list.setState({ rows: Array.from({ length: count }, (_, at) => ({ ...first, id: `row ${at}` })) })
  await expect.poll(() => rows().length).toBeGreaterThan(3)
  expect(rows().length).toBeLessThan(60)
  row(/./).first().element().focus()
  await userEvent.keyboard('{End}')
  await expect.poll(() => list.getState().current).toBe(`row ${count - 1}`)
  await expect
    .poll(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'))
    .toBe(`row ${count - 1}`)
  expect(rows().length).toBeLessThan(60)
})
