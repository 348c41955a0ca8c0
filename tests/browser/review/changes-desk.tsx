import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from '../article/desk.tsx'

/** The Changes tab beside a text with changes by two people, as its tests open it. */

export const MARA = {
  id: 'mara',
  name: 'Mara Oyelle',
  initials: 'MO',
  hue: 3,
  roles: ['copy'],
  outside: false,
}

export const inserted = (id: string, words: string, author = 'ines') =>
  schema.text(words, [schema.marks.insertion.create({ id, author })])
export const deleted = (id: string, words: string, author = 'ines') =>
  schema.text(words, [schema.marks.deletion.create({ id, author })])
export const para = (...content: readonly Node[]) => schema.nodes.para.create(null, content)

export function article(): Node {
  return schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, [
      schema.text('Task force '),
      deleted('d1', 'smashes'),
      inserted('i1', 'breaks up'),
      schema.text(' a ring'),
    ]),
    para(schema.text('Nine boats were seized'), inserted('i2', ', police said', 'mara'), schema.text('.')),
    para(schema.text('They were '), deleted('d2', 'safe', 'mara'), schema.text('moored.')),
    para(schema.text('It is the '), inserted('i3', 'largest '), schema.text('haul.')),
  ])
}

/** Changes that stand alone, one a paragraph. */
export function longArticle(count: number): Node {
  return schema.nodes.doc.create(
    null,
    Array.from({ length: count }, (_, at) => para(schema.text('Boat '), inserted(`c${at}`, `number ${at}`))),
  )
}

export type Open = Awaited<ReturnType<typeof openManuscript>>
export async function openChanges(doc: Node = article(), changes: readonly unknown[] = []): Promise<Open> {
  const open = await openManuscript(doc, { people: [MARA], changes, aside })
  await expect.element(page.getByRole('list', { name: 'Changes' })).toBeVisible()
  await expect.poll(() => open.review.getState().editor).not.toBeNull()
  return open
}

/** The tab as the review frames it, with what it opens and what it says. */
async function aside() {
  const { Panel } = await import('../../../src/renderer/features/review/panel.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  const Framed = () => {
    const state = useReview((store) => store.state)
    return state === null ? null : <Panel state={state} />
  }
  useReview.getState().setTab('changes')
  return (
    <div style={{ position: 'fixed', inset: '0 0 0 auto', width: '360px', height: '600px', display: 'grid' }}>
      <Framed />
      <Dialogs />
      <LiveRegion />
    </div>
  )
}

export const row = (name: string | RegExp) =>
  page.getByRole('list', { name: 'Changes' }).getByRole('button', { name })
export const rows = () =>
  [...document.querySelectorAll('[aria-label="Changes"] > [data-row]')].map((each) =>
    each.querySelector('button')?.getAttribute('aria-label'),
  )
export const said = () => document.querySelector('output')?.textContent
export const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label }), option)

/** Closes what a test has left open. */
export async function closeChanges(open: Open | null): Promise<void> {
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.getState().hide()
  open?.close()
}
