import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { commands, page, userEvent } from 'vitest/browser'
import type { Locator } from 'vitest/browser'
import { expect } from 'vitest'
import type { Args, HostApi, MethodName, Result } from '../../../src/shared/contract.ts'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import type { Role } from '../../../src/shared/model/person.ts'
import type { Tab } from '../../../src/renderer/features/review/store.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A review as the window shows it, with a core on a real database behind it. */

export const DRAFT = `Task force breaks up ring
By Jonah Pell
Nine boats were seized along with cigarettes and cash.
It is the largest haul the county has seen.
All eleven are due before the magistrate on Thursday.`

/** In milliseconds; a machine that does much else at once is slow to bring the modules. */
export const PATIENCE = 60_000

const host: HostApi = {
  call: (method, args) => commands.callCore(method, args) as never,
  on: () => () => undefined,
}

/** Asks main, and fails the test where main refuses. */
export async function ask<M extends MethodName>(method: M, args: Args<M>): Promise<Result<M>> {
  const outcome = await host.call(method, args)
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`)
  return outcome.value
}

async function loaded() {
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { Manuscript } = await import('../../../src/renderer/features/article/manuscript.tsx')
  const { Panel } = await import('../../../src/renderer/features/review/panel.tsx')
  const { UndoNotice } = await import('../../../src/renderer/features/comments/undo-notice.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useSession } = await import('../../../src/renderer/features/session-store.ts')
  const { useThreadList } = await import('../../../src/renderer/features/comments/list-store.ts')
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  const Room = () => {
    const state = useReview((store) => store.state)
    return (
      <>
        <main data-region="manuscript" style={{ height: '700px', overflow: 'auto' }}>
          <Manuscript />
        </main>
        <aside style={{ position: 'fixed', inset: '0 0 0 auto', width: '360px', display: 'grid' }}>
          {state !== null && <Panel state={state} />}
        </aside>
        <UndoNotice />
        <Dialogs />
        <LiveRegion />
      </>
    )
  }
  const { useOpenFields } = await import('../../../src/renderer/features/comments/open-fields.ts')
  return { Room, useReview, useSession, useThreadList, useOpenFields, listenForKeys }
}

/** Selects the first letters of a paragraph with real keys; the headline is the first. */
export async function select(room: Room, paragraph: number, letters: number): Promise<void> {
  const element = document.querySelectorAll<HTMLElement>('.ProseMirror > *')[paragraph]
  if (!element) throw new Error('no such paragraph')
  await userEvent.click(element, { position: { x: 60, y: 14 } })
  await userEvent.keyboard('{Home}')
  await userEvent.keyboard(`{Shift>}${'{ArrowRight}'.repeat(letters)}{/Shift}`)
  await expect.poll(() => room.review.getState().snapshot?.selectionEmpty).toBe(false)
}

/** A comment on those letters, as the desk writes it. */
export async function commentAt(
  room: Room,
  paragraph: number,
  letters: number,
  words: string,
): Promise<void> {
  await select(room, paragraph, letters)
  await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
  const form = page.getByRole('article', { name: 'New comment' })
  await expect.element(form.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  await userEvent.fill(form.getByRole('textbox', { name: 'Comment' }), words)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(form).not.toBeInTheDocument()
}

/** What an element says, looked at until it is as expected. */
export function said(locator: Locator) {
  return expect.poll(() => locator.query()?.textContent ?? '')
}

/** The row of which a screen reader hears this, beginning with whose comment it is. */
export function rowOf(words: RegExp): Locator {
  const name = words.source.startsWith('^') ? words : new RegExp(`^Comment by .*${words.source}`)
  return page.getByRole('list', { name: 'Comments' }).getByRole('button', { name })
}

/** Rows of the list, by what a screen reader hears of each. */
export function rowsOfList(): readonly string[] {
  return [...document.querySelectorAll('[aria-label="Comments"] > [data-row] button[aria-keyshortcuts]')].map(
    (each) => each.getAttribute('aria-label') ?? '',
  )
}

export type Room = {
  readonly articleId: ArticleId
  readonly review: Awaited<ReturnType<typeof loaded>>['useReview']
  /** Takes the screen away and puts it there again, as a reload does with what is not stored. */
  readonly reload: () => Promise<void>
  readonly sitDown: (name: string, role: Role) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the article in the tab; `prepare` tells main things before the window looks. */
export async function openRoom(
  prepare: (articleId: ArticleId) => Promise<void> = async () => undefined,
  draft: string | number = DRAFT,
  tab: Tab = 'comments',
): Promise<Room> {
  await page.viewport(1440, 900)
  const articleId = (await commands.openLibrary(draft)) as ArticleId
  await prepare(articleId)
  const { Room, useReview, useSession, useThreadList, useOpenFields, listenForKeys } = await loaded()
  location.hash = `#/article/${articleId}`
  const place = document.createElement('div')
  document.body.append(place)
  let root: Root | null = null
  const show = async () => {
    await useSession.getState().load()
    await useReview.getState().open(articleId)
    useReview.getState().setTab(tab)
    root = createRoot(place)
    root.render(<Room />)
    // The first room of a file waits for every module of the screen.
    await expect.poll(() => useReview.getState().snapshot, { timeout: PATIENCE }).not.toBeNull()
  }
  const hide = async () => {
    root?.unmount()
    await useReview.getState().close()
  }
  await show()
  const deafen = listenForKeys()
  return {
    articleId,
    review: useReview,
    reload: async () => {
      await hide()
      await show()
    },
    sitDown: async (name, role) => {
      const person = useSession.getState().session?.people.find((one) => one.name === name)
      if (person === undefined) throw new Error(`No ${name}`)
      useSession.setState({ session: await ask('session.switch', { personId: person.id, role }) })
      await useReview.getState().refresh()
    },
    close: async () => {
      deafen()
      await hide()
      place.remove()
      useThreadList.setState(useThreadList.getInitialState())
      useOpenFields.setState(useOpenFields.getInitialState())
      sessionStorage.clear()
      location.hash = ''
      await commands.closeLibrary()
    },
  }
}
