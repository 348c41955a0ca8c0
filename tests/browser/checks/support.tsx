import { useEffect } from 'react'
import type { Node } from 'prosemirror-model'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { groupBlocks, rangeInBlock } from '../../../src/shared/checks/final-blocks.ts'
import type { FinalBlock } from '../../../src/shared/checks/final-blocks.ts'
import type { PlacedProposal } from '../../../src/renderer/checks/checks.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from '../article/desk.tsx'

export type Open = Awaited<ReturnType<typeof openTab>>

/** A note on words, or a claim in them, by the first place of the words in a block. */
export type Find = {
  readonly block: number
  readonly words: string
  readonly rule?: string
  readonly claim?: 'number' | 'allegation'
  readonly replacement?: string
  /** The first place is 0. */
  readonly turn?: number
}

export const para = (...content: readonly Node[]) => schema.nodes.para.create(null, content)
const deleted = (id: string, words: string) =>
  schema.text(words, [schema.marks.deletion.create({ id, author: 'ines' })])

export function article(): Node {
  return schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, [schema.text('A notorious gang')]),
    para(schema.text('Nine boats were '), deleted('d1', 'brutally '), schema.text('seized on the the Teld.')),
    para(schema.text('The notorious skipper owned nine boats. He left.')),
  ])
}

export const FINDS: readonly Find[] = [
  { block: 0, words: 'notorious', replacement: 'well-known' },
  { block: 1, words: 'Nine boats were seized', claim: 'number' },
  { block: 1, words: 'the the', rule: 'double-word', replacement: 'the' },
  { block: 2, words: 'notorious', replacement: 'well-known' },
  { block: 2, words: 'nine boats', claim: 'number' },
]

const TITLES: Readonly<Record<string, string>> = {
  loaded: 'Loaded word',
  figure: 'Figure',
  'double-word': 'Double word',
}

function placed(blocks: readonly FinalBlock[], find: Find, at: number): readonly PlacedProposal[] {
  const { block, words, claim, turn = 0, rule = claim === undefined ? 'loaded' : 'figure' } = find
  const text = blocks[block]?.text ?? ''
  let from = text.indexOf(words)
  for (let again = 0; again < turn && from >= 0; again++) from = text.indexOf(words, from + 1)
  if (from < 0) return []
  const found = {
    id: `p${String(at)}`,
    blockId: block,
    label: block === 0 ? 'H' : `${String(block)}.1`,
    key: `${rule}-${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    rule,
    title: TITLES[rule] ?? rule,
    explanation: `Look at “${words}” again.`,
    from,
    to: from + words.length,
    words,
  }
  if (claim !== undefined) return [{ ...found, kind: 'claim', claimKind: claim, risk: 'medium' }]
  return [{ ...found, kind: 'note', replacement: find.replacement ?? null }]
}

/** The document as the editor has it now. */
function liveDoc(column: HTMLElement): Node {
  const text = column.querySelector('.ProseMirror') as unknown as { pmViewDesc: { node: Node } }
  return text.pmViewDesc.node
}

/** The Checks tab beside its manuscript; a check of the test's own finds `finds` wherever they stand. */
export async function openTab(doc: Node, finds: readonly Find[], tab: 'checks' | 'claims' = 'checks') {
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { placeProposals, useChecks } = await import('../../../src/renderer/checks/checks.ts')
  const { useCheckList } = await import('../../../src/renderer/features/checks/store.ts')
  const { EVERY_CHECK } = await import('../../../src/renderer/features/checks/check-rows.ts')
  useReview.getState().setTab(tab)
  useCheckList.setState({ filter: EVERY_CHECK, order: 'place', inText: false })
  const open = await openManuscript(doc, { aside })
  await expect.poll(() => useReview.getState().editor).not.toBeNull()
  await expect.poll(() => open.column.querySelector('.ProseMirror')).not.toBeNull()

  const look = () => {
    const blocks = groupBlocks(liveDoc(open.column)).flatMap((group) => group.blocks)
    const all = finds.flatMap((find, at) => placed(blocks, find, at))
    const aside = new Set((useReview.getState().state?.dismissals ?? []).map<string>(({ key }) => key))
    useChecks.setState({
      state: 'ready',
      failure: null,
      proposals: all.filter(({ key }) => !aside.has(key)),
      dismissed: all.filter(({ key }) => aside.has(key)),
      profile: 'plain',
      profiles: [
        { id: 'plain', title: 'Plain style', paper: 'a4' },
        { id: 'courier', title: 'English (UK), Courier style', paper: 'a4' },
      ],
      setProfile: (profile) => {
        useChecks.setState({ profile })
        return Promise.resolve()
      },
    })
  }
  placeProposals(({ blockId, from, to, words }) => {
    let start = 0
    let at = 0
    for (const group of groupBlocks(liveDoc(open.column))) {
      for (const block of group.blocks) {
        if (at === blockId) {
          return block.text.slice(from, to) === words ? rangeInBlock(block, from, to, start) : null
        }
        at += 1
      }
      start += group.size
    }
    return null
  })
  look()
  const stop = useReview.subscribe((now, before) => {
    const isNew = now.snapshot?.index !== before.snapshot?.index
    if (isNew || now.state?.dismissals !== before.state?.dismissals) look()
  })
  return {
    ...open,
    list: useCheckList,
    checks: useChecks,
    close: () => {
      stop()
      placeProposals(null)
      useChecks.setState({ state: 'off', proposals: [], dismissed: [], failure: null })
      open.close()
    },
  }
}

/** The tab as the review frames it, with what it opens and what it says. */
async function aside() {
  const { Panel } = await import('../../../src/renderer/features/review/panel.tsx')
  const { Rail } = await import('../../../src/renderer/features/review/rail.tsx')
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { followChecks } = await import('../../../src/renderer/features/checks/follow.ts')
  const { UndoNotice } = await import('../../../src/renderer/features/comments/undo-notice.tsx')
  const { LiveRegion } = await import('../../../src/renderer/ui/announcer.tsx')
  // The check itself is the test's own.
  const Following = () => {
    useEffect(followChecks, [])
    return null
  }
  const Framed = () => {
    const state = useReview((store) => store.state)
    if (state === null) return null
    return (
      <>
        <Panel state={state} />
        <Rail state={state} />
      </>
    )
  }
  return (
    <div
      style={{
        position: 'fixed',
        inset: '0 0 0 auto',
        height: '600px',
        display: 'grid',
        gridTemplateColumns: '340px 72px',
      }}
    >
      <Framed />
      <Following />
      <UndoNotice />
      <Dialogs />
      <LiveRegion />
    </div>
  )
}

export const row = (name: string | RegExp) =>
  page.getByRole('list', { name: 'Proposals' }).getByRole('button', { name })

/** What each row says, as a screen reader has it. */
export const rows = () =>
  [...document.querySelectorAll('[aria-label="Proposals"] > [data-row]')].map((each) =>
    each.querySelector('button')?.getAttribute('aria-label'),
  )

export const said = () => document.querySelector('output')?.textContent

/** The words that a highlight of the browser tints. */
export function tinted(name: 'spot-current' | 'spot-marked'): readonly string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((range) =>
    range instanceof Range ? range.toString() : '',
  )
}
