import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { BroughtBack, HostApi, Outcome, ReturnPreview } from '../../../src/shared/contract.ts'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A Word file that was made here and comes back: what it would bring, and what is said of it. */

const PREVIEW: ReturnPreview = {
  previewId: 'one',
  name: 'ring-v1-review.docx',
  articleId: 'ring' as ArticleId,
  headline: 'Ring broken',
  slug: 'ring',
  knownBy: 'mark',
  version: { name: 'Sent out as Word', at: Date.UTC(2026, 10, 20, 9) },
  people: [
    { name: 'Tobias Reuk', isNew: false, changes: 3, comments: 1 },
    { name: 'Petra Sund', isNew: true, changes: 0, comments: 0 },
  ],
  untrackedAs: 'Tobias Reuk',
  brings: { changes: 3, comments: 1, replies: 0, resolved: 1, accepted: 2, rejected: 0, untracked: 1 },
  changes: [{ by: 'Tobias Reuk', deleted: 'smashes', inserted: 'breaks up', what: 'replaced' }],
  conflicts: [{ what: 'Level of a comment', one: 'must', other: 'should' }],
  refusal: null,
  warnings: [
    { code: 'lost', message: 'A comment has no place in the text.' },
    { code: 'untracked', message: '1 edit was made without tracking.' },
  ],
}

const BROUGHT: BroughtBack = {
  articleId: 'ring' as ArticleId,
  brings: PREVIEW.brings,
  cameIn: {
    words: 449,
    paragraphs: 12,
    tables: 0,
    pictures: 0,
    notes: 0,
    changes: 9,
    comments: 4,
    replies: 0,
    kept: [{ kind: 'formula', count: 2 }],
  },
  conflicts: 0,
  warnings: PREVIEW.warnings,
}

let root: Root
let answers: Record<string, Outcome<unknown>>
let called: string[]
/** What must be over before bringing in is answered. */
let before: Promise<void>

const host: HostApi = {
  call: async (method) => {
    called.push(method)
    if (method === 'returns.accept') await before
    return (answers[method] ?? { ok: false, error: { code: 'refused', message: method } }) as never
  },
  on: () => () => undefined,
}

const ok = (value: unknown): Outcome<unknown> => ({ ok: true, value })
const dialog = () => document.querySelector('dialog')?.textContent ?? ''
const button = (name: string) => page.getByRole('button', { name, exact: true })

async function comesIn(name = PREVIEW.name): Promise<void> {
  const { importFiles } = await import('../../../src/renderer/features/desk/import.ts')
  await importFiles([new File([new Uint8Array([1])], name)])
}

const PATIENCE = 60_000

beforeEach(async () => {
  called = []
  before = Promise.resolve()
  answers = {
    'returns.recognise': ok({ articleId: 'ring', headline: 'Ring broken', slug: 'ring' }),
    'returns.preview': ok(PREVIEW),
    'returns.accept': ok(BROUGHT),
  }
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  root.render(<Dialogs />)
}, PATIENCE)

afterEach(async () => {
  root.unmount()
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.setState(useShell.getInitialState())
})

test('a copy of an article that is here is looked at first, and says all that it would bring', async () => {
  await comesIn()
  await expect.element(page.getByRole('dialog', { name: 'A Word file comes back' })).toBeVisible()
  expect(called).toEqual(['returns.recognise', 'returns.preview'])
  for (const words of [
    'Tobias Reuk: 3 changes, 1 comment',
    'Petra Sund: decisions alone, not known here yet',
    '3 tracked changes, 1 comment, 1 comment resolved, 2 changes of yours accepted',
    'The first of 3 changes',
    '1 thing is said differently',
    'A comment has no place in the text.',
    'Sent out as Word',
  ]) {
    expect(dialog()).toContain(words)
  }
  expect(document.querySelector('dialog [role="note"]')?.textContent).toBe(
    '1 edit was made without tracking.',
  )
  // The act that is proposed has the focus; the words that were changed are told by who changed them.
  await expect.element(button('Bring it in')).toHaveFocus()
  expect(document.querySelector('dialog del')?.textContent).toBe('smashes')
})

test('it is brought in with one press, and leads to what it brought', async () => {
  await comesIn()
  await expect.element(button('Bring it in')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: 'Brought back' })).toBeVisible()
  expect(called.filter((method) => method === 'returns.accept')).toHaveLength(1)
  for (const words of [
    'Brought3 tracked changes, 1 comment',
    'In the file449 words in 12 paragraphs, 9 tracked changes, 4 comments',
    'Kept as it is2 formulas',
    'Not taken over',
    'A comment has no place in the text.',
  ]) {
    expect(dialog()).toContain(words)
  }
  await button('Go through the changes').click()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  expect(useReview.getState().tab).toBe('changes')
  expect(location.hash).toBe('#/article/ring')
  location.hash = ''
})

test('what may not come back is refused in words, before and after it was asked for', async () => {
  const refusal = 'The article is approved and locked. Nothing was changed; open it again first.'
  answers['returns.accept'] = { ok: false, error: { code: 'locked', message: refusal } }
  await comesIn()
  await button('Bring it in').click()
  await expect.poll(dialog).toContain(refusal)
  await expect.element(button('Bring it in')).toBeVisible()
  await button('Leave it').click()
  answers['returns.preview'] = ok({ ...PREVIEW, previewId: 'two', refusal })
  await comesIn()
  await expect.element(button('Bring it in')).toHaveAttribute('aria-disabled', 'true')
  expect(dialog()).toContain(`It cannot be brought back. ${refusal}`)
})

test('while it is brought in nothing else is done with it, and closing the dialog hides no answer', async () => {
  const refusal = 'This file is not kept any more. Nothing was changed; choose it again.'
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  let go = (): void => undefined
  const hold = (): void => {
    before = new Promise((resolve) => {
      go = resolve
    })
  }
  for (const [answer, words] of [
    [answers['returns.accept'], /ring-v1-review\.docx is brought back: 3 tracked changes/],
    [{ ok: false, error: { code: 'not-found', message: refusal } }, /This file is not kept any more/],
  ] as const) {
    if (answer) answers['returns.accept'] = answer
    hold()
    await comesIn()
    await button('Bring it in').click()
    await expect.element(button('Open it as a new draft')).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Escape}')
    expect(document.querySelector('dialog')).toBeNull()
    go()
    await expect.poll(() => useShell.getState().notice).toMatch(words)
    expect(document.querySelector('dialog')).toBeNull()
  }
})

test('of two hundred changes the first are told, with the count of all, and the acts stay in sight', async () => {
  const changes = Array.from({ length: 50 }, (_, index) => ({
    by: 'Tobias Reuk',
    deleted: '',
    inserted: `said ${index} `.repeat(30),
    what: 'inserted',
  }))
  answers['returns.preview'] = ok({ ...PREVIEW, changes, brings: { ...PREVIEW.brings, changes: 200 } })
  await comesIn()
  await expect.poll(dialog).toContain('The first of 200 changes')
  const place = button('Bring it in').element().getBoundingClientRect()
  expect(place.bottom).toBeLessThan(800)
})

test('what cannot be read is told, and nothing is offered', async () => {
  const message = 'The file is damaged. Nothing was changed.'
  answers['returns.preview'] = { ok: false, error: { code: 'unreadable-file', message } }
  await comesIn()
  await expect.element(page.getByRole('dialog', { name: 'Not brought back' })).toBeVisible()
  expect(dialog()).toContain(message)
})

test('a file that brings nothing says so, and can be opened as a draft all the same', async () => {
  const nothing = { changes: 0, comments: 0, replies: 0, resolved: 0, accepted: 0, rejected: 0, untracked: 0 }
  answers['returns.preview'] = ok({ ...PREVIEW, brings: nothing, changes: [], conflicts: [], people: [] })
  await comesIn()
  await expect.element(button('Open the review')).toBeVisible()
  expect(dialog()).toContain('All that it holds is here already')
  await button('Open it as a new draft').click()
  await expect.poll(() => called.at(-1)).toBe('articles.import')
})

test('any other Word file is opened as a draft at once', async () => {
  answers['returns.recognise'] = ok(null)
  await comesIn('boats.docx')
  expect(called).toEqual(['returns.recognise', 'articles.import'])
  await comesIn('boats.txt')
  expect(called.slice(2)).toEqual(['articles.import'])
})
