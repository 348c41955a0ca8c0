import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { quoteAt } from '../../../src/shared/document/quotes/quote.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from '../article/desk.tsx'

const BEFORE = 'The ring moved fuel for years. Officials knew of it, and said nothing.'
const QUOTE = quoteAt({ text: BEFORE, starts: [0], pieces: [] }, { from: 9, to: 29 })

function article(...lines: readonly string[]): Node {
  const para = (line: string) => schema.nodes.para.create(null, [schema.text(line)])
  return schema.nodes.doc.create(null, lines.map(para))
}

type Open = Awaited<ReturnType<typeof openManuscript>>
let open: Open | null = null
beforeEach(() => page.viewport(1280, 800))
afterEach(() => {
  open?.close()
  open = null
})

/** A claim that lost “moved fuel for years”, beside a text that was changed. */
async function start(doc: Node): Promise<Open> {
  open = await openManuscript(doc, { quotes: [QUOTE], aside })
  await expect.poll(() => open?.review.getState().editor).not.toBeNull()
  return open
}

async function aside() {
  const { PlaceNotice } = await import('../../../src/renderer/features/review/place-notice.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  const Notice = () => {
    const orphaned = useReview(({ snapshot }) => (snapshot?.index.claims.get('k')?.words ?? '') === '')
    return <PlaceNotice mark="claim" id="k" orphaned={orphaned} />
  }
  return (
    <div style={{ position: 'fixed', inset: '0 0 0 auto', width: '360px' }}>
      <Notice />
      <LiveRegion />
    </div>
  )
}

const wordsOf = ({ review }: Open) => review.getState().snapshot?.index.claims.get('k')?.words

test('words that stand there again are found, and there is nothing to confirm', async () => {
  const desk = await start(article('A new line.', BEFORE))
  await page.getByRole('button', { name: 'Find its words' }).click()
  await expect.poll(() => wordsOf(desk)).toBe('moved fuel for years')
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
})

test('words like them are to be checked, and are confirmed', async () => {
  const desk = await start(article(BEFORE.replace('fuel', 'petrol')))
  await page.getByRole('button', { name: 'Find its words' }).click()
  await expect.element(page.getByText(/Check this place/)).toBeVisible()
  expect(wordsOf(desk)).toBe('moved petrol for years')
  await page.getByRole('button', { name: 'Confirm place' }).click()
  await expect.element(page.getByText(/Check this place/)).not.toBeInTheDocument()
  expect(wordsOf(desk)).toBe('moved petrol for years')
})

test('words like them that are not the right ones are left', async () => {
  const desk = await start(article(BEFORE.replace('fuel', 'petrol')))
  await page.getByRole('button', { name: 'Find its words' }).click()
  await page.getByRole('button', { name: 'Detach' }).click()
  await expect.element(page.getByRole('button', { name: 'Find its words' })).toBeVisible()
  expect(wordsOf(desk)).toBeUndefined()
  expect(desk.calls.map(({ method }) => method)).toContain('anchors.detach')
})

test('of two equally good places none is taken, and that is said', async () => {
  const desk = await start(article(BEFORE, BEFORE))
  await page.getByRole('button', { name: 'Find its words' }).click()
  await expect.poll(() => desk.review.getState().error).toMatch(/stand in 2 places, so none was chosen/)
  expect(wordsOf(desk)).toBeUndefined()
})
