import { createRoot } from 'react-dom/client'
import { commands, page, userEvent } from 'vitest/browser'
import { expect } from 'vitest'
import type { Args, HostApi, MethodName, Result } from '../../../src/shared/contract.ts'
import type { Slot } from '../../../src/shared/model/approval.ts'
import type { Status } from '../../../src/shared/model/article.ts'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import type { Role } from '../../../src/shared/model/person.ts'
import { SIGNS } from '../../../src/renderer/features/words.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A whole review as the window shows it, with a core on a real database behind it. */

const DRAFT = `Task force breaks up ring
By Jonah Pell
Nine boats were seized along with cigarettes and cash.
It is the largest haul the county has seen.`

/** Bytes do not come through to Node as what they are. */
function carried(args: unknown): unknown {
  const { bytes } = args as { bytes?: unknown }
  return bytes instanceof Uint8Array ? { ...(args as object), bytes: [...bytes] } : args
}

/** The desk whose core answers: most tests have one, an exchange has two. */
let desk = ''

/** From now on this desk's core answers. */
export function sitAt(which: string): void {
  desk = which
}

const host: HostApi = {
  call: (method, args) => commands.callCore(method, carried(args), desk) as never,
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
  const { Review } = await import('../../../src/renderer/features/review/review.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useSession } = await import('../../../src/renderer/features/session-store.ts')
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { Notice } = await import('../../../src/renderer/features/shell/notice.tsx')
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  const { run } = await import('../../../src/renderer/features/commands/dispatch.ts')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  const Room = ({ articleId }: { readonly articleId: ArticleId }) => (
    <>
      <Review articleId={articleId} />
      <Dialogs />
      <Notice />
      <LiveRegion />
    </>
  )
  return { Room, useReview, useSession, useShell, listenForKeys, run }
}

type Loaded = Awaited<ReturnType<typeof loaded>>

export type Room = {
  readonly articleId: ArticleId
  readonly review: Loaded['useReview']
  readonly run: Loaded['run']
  readonly sitDown: (name: string, role: Role) => Promise<void>
  /** Takes the screen away; the libraries stay. */
  readonly leave: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The first room of a file waits for every module of the screen, in milliseconds. */
export const PATIENCE = 90_000

/** Opens a fresh article; `prepare` tells main things before the window looks. */
export async function openRoom(
  prepare: (articleId: ArticleId) => Promise<void> = async () => undefined,
): Promise<Room> {
  sitAt('')
  const articleId = await beginDesk()
  await prepare(articleId)
  return showReview(articleId)
}

/** A new library with one article at the desk that answers. */
export async function beginDesk(): Promise<ArticleId> {
  return (await commands.openLibrary(DRAFT, desk)) as ArticleId
}

export async function showReview(articleId: ArticleId): Promise<Room> {
  await page.viewport(1440, 900)
  const { Room, useReview, useSession, useShell, listenForKeys, run } = await loaded()
  location.hash = `#/article/${articleId}`
  const place = document.createElement('div')
  place.style.height = '900px'
  document.body.append(place)
  await useSession.getState().load()
  const root = createRoot(place)
  root.render(<Room articleId={articleId} />)
  await expect.poll(() => useReview.getState().snapshot, { timeout: PATIENCE }).not.toBeNull()
  const deafen = listenForKeys()
  const leave = async () => {
    deafen()
    useShell.setState(useShell.getInitialState())
    root.unmount()
    await useReview.getState().close()
    place.remove()
    location.hash = ''
  }
  return {
    articleId,
    review: useReview,
    run,
    sitDown: async (name, role) => {
      await sitDown(name, role)
      await useSession.getState().load()
      await useReview.getState().refresh()
    },
    leave,
    close: async () => {
      await leave()
      await commands.closeLibrary()
    },
  }
}

/** Somebody else takes the seat. */
export async function sitDown(name: string, role: Role): Promise<void> {
  const { people } = await ask('session.get', {})
  const person = people.find((one) => one.name === name)
  if (person === undefined) throw new Error(`No ${name}`)
  await ask('session.switch', { personId: person.id, role })
}

/** Who holds each role in a new library. */
export async function holderOf(role: Role): Promise<string> {
  const { people } = await ask('session.get', {})
  const person = people.find((one) => one.roles.includes(role))
  if (person === undefined) throw new Error(`Nobody is ${role}`)
  return person.name
}

/** Slug and author, so that nothing but the work itself stands in the way. */
export async function fillIn(articleId: ArticleId): Promise<void> {
  const { people } = await ask('session.get', {})
  const { article } = await ask('review.state', { articleId })
  const authorId = people.find((one) => one.roles.includes('reporter'))?.id ?? null
  const { desk, due, holderId } = article
  await ask('articles.update', { articleId, slug: 'ring', desk, due, holderId, authorId })
}

/** Signs with the name of who holds the role. */
export async function signAs(articleId: ArticleId, slot: Slot): Promise<void> {
  const name = await holderOf(SIGNS[slot])
  await sitDown(name, SIGNS[slot])
  const { textHash, evidenceHash } = await ask('review.state', { articleId })
  const said = { decision: 'approve', conditions: '', utcOffset: 0 } as const
  await ask('approval.sign', { articleId, slot, typedName: name, textHash, evidenceHash, ...said })
}

/** Moves a filled-in article on, with the signatures that each step asks for, until it stands at that step. */
export async function walkTo(articleId: ArticleId, last: Status): Promise<void> {
  await fillIn(articleId)
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    const { article, moves } = await ask('review.state', { articleId })
    if (article.status === last) break
    const move = moves.find(({ kind }) => kind === 'on')
    if (move === undefined) throw new Error(`Nothing leads on from ${article.status}`)
    for (const { target } of move.unmet) {
      // oxlint-disable-next-line no-await-in-loop -- one signature after another
      if (target.kind === 'slot') await signAs(articleId, target.slot)
    }
    const role = move.roles[0] ?? 'desk'
    // oxlint-disable-next-line no-await-in-loop -- and whoever may move it sits down
    await sitDown(await holderOf(role), role)
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    await ask('workflow.move', { articleId, to: move.to, reason: '' })
  }
  await sitDown(await holderOf('desk'), 'desk')
}

export const button = (name: string | RegExp) => page.getByRole('button', { name })
export const dialog = () => page.getByRole('dialog')
export const item = (name: string | RegExp) => page.getByRole('menuitem', { name })
/** What was said aloud last. */
export const said = (): string => document.querySelector('output[aria-live]')?.textContent ?? ''
/** What the screen says of the article, over the text. */
export const notes = (): string =>
  [...document.querySelectorAll('[role="note"]')].map((each) => each.textContent).join(' ')

export async function openMenu(): Promise<void> {
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}')
  await expect.element(page.getByRole('menu')).toBeVisible()
}
