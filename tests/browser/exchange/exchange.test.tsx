import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands, page, userEvent } from 'vitest/browser'
import type { ArticleId, SourceId } from '../../../src/shared/model/ids.ts'
import {
  ask,
  beginDesk,
  button,
  dialog,
  item,
  notes,
  openMenu,
  PATIENCE,
  said,
  showReview,
  sitAt,
} from '../approval/room.tsx'
import type { Room } from '../approval/room.tsx'

/** Two desks, each a core on a database of its own; the window sits at one of them at a time. */

const CITY = 'city'
const HARBOUR = 'harbour'

let room: Room
/** The story begins at the City desk. */
let articleId: ArticleId
/** What the Harbour desk has of its own. */
let other: ArticleId

beforeEach(async () => {
  sitAt(HARBOUR)
  other = await beginDesk()
  await ask('session.renameLibrary', { name: 'Harbour desk' })
  sitAt(CITY)
  articleId = await beginDesk()
  await ask('session.renameLibrary', { name: 'City desk' })
}, PATIENCE)
afterEach(async () => {
  await room.close()
})

const state = () => room.review.getState().state

/** The window at that desk, with that article. */
async function moveTo(desk: string, id: ArticleId): Promise<void> {
  await room.leave()
  sitAt(desk)
  room = await showReview(id)
}

/** As dropping the file that the other desk saved does. */
async function dropSaved(from: string): Promise<void> {
  const { name, bytes } = await commands.lastSaved(from)
  await drop(name, Uint8Array.from(bytes))
}

async function drop(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { importFiles } = await import('../../../src/renderer/features/desk/import.ts')
  await importFiles([new File([bytes], name)])
}

async function send(purpose: RegExp): Promise<void> {
  room.run('package.handOver')
  await dialog().getByRole('radio', { name: purpose }).click()
  await button(/^Make the package/).click()
  await button(/^Save /).click()
  await expect.poll(said).toMatch(/^Saved as .*\.stet$/)
  await button('Close').first().click()
}

async function accept(): Promise<void> {
  await button('Take it in').click()
  await expect.element(page.getByRole('heading', { name: 'Taken in' })).toBeVisible()
}

test(
  'a hand-over takes the right to edit with it, and the other desk takes it in',
  async () => {
    room = await showReview(articleId)
    await send(/^Hand over/)
    await expect.poll(notes).toContain('The right to edit')
    await openMenu()
    await expect
      .poll(() => item(/Move on to Desk edit/).query()?.textContent)
      .toMatch(/not yet The right to edit is/)
    await userEvent.keyboard('{Escape}')

    await moveTo(HARBOUR, other)
    await dropSaved(CITY)
    await expect.element(page.getByRole('heading', { name: 'A package from City desk' })).toBeVisible()
    await expect.element(dialog().getByText('New on this desk.')).toBeVisible()
    await expect.element(dialog().getByText(/They hand the story over/)).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: 'Take the right to edit' })).toBeChecked()
    // Nothing is stored before it is accepted.
    expect((await commands.callCore('review.state', { articleId }, HARBOUR)).ok).toBe(false)
    await accept()
    await expect.element(dialog().getByText('The right to edit is here now.')).toBeVisible()
    expect((await ask('review.state', { articleId })).article.editRight).toBe('here')
    expect((await ask('review.state', { articleId })).article.headline).toBe('Task force breaks up ring')
  },
  PATIENCE,
)

test(
  'what was handed over is taken back with a reason',
  async () => {
    room = await showReview(articleId)
    await send(/^Hand over/)
    await button('Take it back…').click()
    await userEvent.fill(dialog().getByRole('textbox'), 'It never arrived.')
    await button('Take it back').click()
    await expect.poll(() => state()?.article.editRight).toBe('here')
    await expect.poll(notes).not.toContain('The right to edit')
  },
  PATIENCE,
)

test(
  'two desks say one thing differently: it is previewed, listed with both sides, and settled by a key',
  async () => {
    const id = 'source-1' as SourceId
    const fields = {
      kind: 'document',
      title: 'Charge sheet 26-1184',
      grade: 'A',
      origin: '',
      onRecord: 'on-record',
      directKnowledge: false,
      locator: '',
      url: '',
      medium: '',
      period: '',
      accessedAt: null,
      suppliedBy: null,
    } as const
    await ask('sources.create', { articleId, id, fields })
    room = await showReview(articleId)
    await send(/^Ask for marks/)
    expect(state()?.article.editRight).toBe('here')

    await moveTo(HARBOUR, other)
    await dropSaved(CITY)
    await accept()
    await ask('sources.update', { articleId, sourceId: id, fields: { ...fields, locator: 'page 2' } })
    await moveTo(HARBOUR, articleId)
    await expect.poll(notes).toContain('Here you suggest, comment and add sources')
    await send(/^Ask for marks/)

    await moveTo(CITY, articleId)
    await ask('sources.update', { articleId, sourceId: id, fields: { ...fields, locator: 'page 3' } })
    await dropSaved(HARBOUR)
    await expect.element(dialog().getByText('Both desks have worked on it.')).toBeVisible()
    await expect.element(dialog().getByText('1 thing is said differently')).toBeVisible()
    await accept()
    await button('Settle the conflicts').click()

    await expect.poll(() => state()?.blockers.map(({ code }) => code)).toContain('B7')
    await button('Go to the cause of B7').click()
    const row = page.getByRole('button', { name: /K keeps what stands/ })
    await expect.element(row).toHaveFocus()
    const sides = [...document.querySelectorAll('[data-conflict] ~ div p')].map((each) => each.textContent)
    expect(sides.join(' ')).toContain('This desk')
    expect(sides.join(' ')).toContain('Another desk')
    const chosen = state()?.conflicts[0]?.other.value
    await userEvent.keyboard('2')
    await expect.element(page.getByText('No conflict is open')).toBeVisible()
    expect(said()).toContain('The second side stands now.')
    expect(state()?.blockers.map(({ code }) => code)).not.toContain('B7')
    expect(state()?.sources[0]?.locator).toBe(chosen)

    // The same package again brings nothing.
    await dropSaved(HARBOUR)
    await expect.element(dialog().getByText('Nothing new.')).toBeVisible()
  },
  PATIENCE,
)

test(
  'what is no package is refused in words, and nothing is stored',
  async () => {
    room = await showReview(articleId)
    await drop('teld.stet', Uint8Array.from([1, 2, 3, 4]))
    await expect.element(page.getByRole('heading', { name: 'Not taken in' })).toBeVisible()
    await expect.element(dialog().getByText('Nothing of it was stored.')).toBeVisible()
  },
  PATIENCE,
)
