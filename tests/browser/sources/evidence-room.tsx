import { createRoot } from 'react-dom/client'
import { commands, page, userEvent } from 'vitest/browser'
import { expect } from 'vitest'
import type { ReactNode } from 'react'
import { Node } from 'prosemirror-model'
import type { Args, Edit, HostApi, MethodName, Result } from '../../../src/shared/contract.ts'
import { addAnchor } from '../../../src/shared/document/anchors.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ClaimDetails } from '../../../src/shared/model/claim.ts'
import type { ArticleId, ClaimId, SourceId } from '../../../src/shared/model/ids.ts'
import type { Role } from '../../../src/shared/model/person.ts'
import type { Tab } from '../../../src/renderer/features/review/store.ts'
import { newId } from '../../../src/renderer/host/new-id.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** The panel of a review as the window shows it, with a core on a real database behind it. */

export const DRAFT = `Task force breaks up ring
By Jonah Pell
Nine boats were seized, an investigator with direct knowledge of the raids said.
The network was run from a yard in Skarn.`

/** The words that claims are made of. */
const CLAIMED = 'run from a yard in Skarn'

/** Bytes do not come through to Node as what they are. */
function carried(args: unknown): unknown {
  const { bytes } = args as { bytes?: unknown }
  return bytes instanceof Uint8Array ? { ...(args as object), bytes: [...bytes] } : args
}

const host: HostApi = {
  call: (method, args) => commands.callCore(method, carried(args)) as never,
  on: () => () => undefined,
}

/** Asks main, and fails the test where main refuses. */
export async function ask<M extends MethodName>(method: M, args: Args<M>): Promise<Result<M>> {
  const outcome = await host.call(method, args)
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`)
  return outcome.value
}

/** A source with what a test says of it. */
export async function addSource(
  articleId: ArticleId,
  fields: Partial<Args<'sources.create'>['fields']>,
): Promise<SourceId> {
  const id = newId() as SourceId
  const known = { title: 'Charge sheet 26-1184', origin: '', locator: '', url: '', medium: '', period: '' }
  const record = { kind: 'document', grade: 'A', onRecord: 'on-record', directKnowledge: false } as const
  const rest = { accessedAt: null, suppliedBy: null }
  await ask('sources.create', { articleId, id, fields: { ...known, ...record, ...rest, ...fields } })
  return id
}

/** The steps that put a claim over its words in the text. */
async function placing(articleId: ArticleId, id: ClaimId): Promise<Edit> {
  const { doc: json, state } = await ask('review.open', { articleId })
  const doc = Node.fromJSON(schema, json)
  let from = 0
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(CLAIMED) ?? -1
    if (at !== -1) from = position + at
  })
  const { steps } = addAnchor(doc, 'claim', id, [{ from, to: from + CLAIMED.length }])
  return {
    baseSeq: state.seq,
    batchId: newId(),
    steps: steps.map((step) => step.toJSON() as Edit['steps'][number]),
  }
}

/** A claim with these sources and details; all of them stand over the same words. */
export async function addClaim(
  articleId: ArticleId,
  sourceIds: readonly SourceId[] = [],
  details: Partial<ClaimDetails> = {},
): Promise<ClaimId> {
  const claimId = newId() as ClaimId
  const what = { kind: 'allegation', risk: 'medium', paraphrase: 'The yard was theirs.' } as const
  const edit = await placing(articleId, claimId)
  const { claims } = await ask('claims.create', { articleId, edit, id: claimId, ...what })
  const before = claims.find(({ id }) => id === claimId)?.details
  if (!before) throw new Error('The claim was not made')
  const { parties, flags, ...rest } = { ...before, ...details }
  const all = { ...rest, identityChecked: [], parties: [...parties], flags: [...flags] }
  await ask('claims.update', { articleId, claimId, ...what, details: all })
  for (const sourceId of sourceIds) {
    await ask('claims.attach', { articleId, claimId, source: { sourceId, locator: '', note: '' } })
  }
  return claimId
}

async function loaded() {
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { Manuscript } = await import('../../../src/renderer/features/article/manuscript.tsx')
  const { Panel } = await import('../../../src/renderer/features/review/panel.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useSession } = await import('../../../src/renderer/features/session-store.ts')
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { listenForKeys } = await import('../../../src/renderer/features/commands/global-keys.ts')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  const Room = ({ children }: { readonly children?: ReactNode }) => {
    const state = useReview((store) => store.state)
    return (
      <>
        <main data-region="manuscript" style={{ height: '700px', overflow: 'auto' }}>
          <Manuscript />
        </main>
        <aside style={{ position: 'fixed', inset: '0 0 0 auto', width: '420px', display: 'grid' }}>
          {state !== null && <Panel state={state} />}
        </aside>
        {children}
        <Dialogs />
        <LiveRegion />
        {/* What a screen says that refuses. */}
        <Refusal />
      </>
    )
  }
  const Refusal = () => <p data-refusal="">{useReview((store) => store.error)}</p>
  return { Room, useReview, useSession, useShell, listenForKeys }
}

/** The first to ask waits until the screen is made ready for the browser. */
export async function warmUp(): Promise<void> {
  await loaded()
}

export type EvidenceRoom = {
  readonly articleId: ArticleId
  readonly review: Awaited<ReturnType<typeof loaded>>['useReview']
  readonly sitDown: (name: string, role: Role) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the article in the tab; `prepare` tells main things before the window looks. */
export async function openRoom(
  tab: Tab,
  prepare: (articleId: ArticleId) => Promise<void> = async () => undefined,
): Promise<EvidenceRoom> {
  await page.viewport(1440, 900)
  const articleId = (await commands.openLibrary(DRAFT)) as ArticleId
  await prepare(articleId)
  const { Room, useReview, useSession, useShell, listenForKeys } = await loaded()
  location.hash = `#/article/${articleId}`
  const place = document.createElement('div')
  document.body.append(place)
  await useSession.getState().load()
  await useReview.getState().open(articleId)
  useReview.getState().setTab(tab)
  const root = createRoot(place)
  root.render(<Room />)
  await expect.poll(() => useReview.getState().snapshot).not.toBeNull()
  const deafen = listenForKeys()
  return {
    articleId,
    review: useReview,
    sitDown: async (name, role) => {
      const person = useSession.getState().session?.people.find((one) => one.name === name)
      if (person === undefined) throw new Error(`No ${name}`)
      useSession.setState({ session: await ask('session.switch', { personId: person.id, role }) })
      await useReview.getState().refresh()
    },
    close: async () => {
      deafen()
      useShell.getState().hide()
      root.unmount()
      await useReview.getState().close()
      place.remove()
      location.hash = ''
      await commands.closeLibrary()
    },
  }
}

/** What the forms in sight refuse. */
export const alerted = (): string =>
  [...document.querySelectorAll('[role="alert"]')].map((each) => each.textContent).join(' ')
/** What was said aloud last. */
export const said = (): string => document.querySelector('output[aria-live]')?.textContent ?? ''
/** What the review shows as refused. */
export const refused = (): string => document.querySelector('[data-refusal]')?.textContent ?? ''

/** The list of sources as it is read, and the controls of its form. */
export const titles = () =>
  [...document.querySelectorAll('#panel [data-title]')].map((each) => each.textContent)
export const field = (name: string | RegExp) => page.getByRole('textbox', { name })
export const list = () => page.getByRole('list', { name: 'Sources' })
export const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)
export const button = (name: string | RegExp) => page.getByRole('button', { name })
