import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { commands, page } from 'vitest/browser'
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
        <LiveRegion />
      </>
    )
  }
  return { Room, useReview, useSession, useThreadList, listenForKeys }
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
  draft = DRAFT,
  tab: Tab = 'comments',
): Promise<Room> {
  await page.viewport(1440, 900)
  const articleId = (await commands.openLibrary(draft)) as ArticleId
  await prepare(articleId)
  const { Room, useReview, useSession, useThreadList, listenForKeys } = await loaded()
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
    await expect.poll(() => useReview.getState().snapshot).not.toBeNull()
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
      sessionStorage.clear()
      location.hash = ''
      await commands.closeLibrary()
    },
  }
}
