import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Call } from '../../src/main/cli/headless-editor.ts'
import type { Args, Edit } from '../../src/shared/contract.ts'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import type { PlacedIndex, Range } from '../../src/shared/document/index/document-index.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import type { ArticleId, ChangeId } from '../../src/shared/model/ids.ts'

type Verdict = Args<'document.save'>['decided'][number]['verdict']
type Tracking = { readonly isMove?: boolean; readonly carried?: ReadonlySet<string> }

/** An article open without a screen: edits are tracked and saved one by one, and can be undone as in the editor. */
export type HeadlessWindow = {
  doc(): Node
  index(): PlacedIndex
  edit(change: (transform: Transform) => void, tracking?: Tracking): Promise<void>
  /** Saves an edit that nobody tracks, as what was merged or an anchor. */
  save(transform: Transform): Promise<void>
  /** An edit that is saved along with an act; `settle` once that is done. */
  anchor(mark: 'comment' | 'claim', id: string, ranges: readonly Range[]): Edit
  settle(edit: Edit): void
  /** Decides these of the open changes, or all. */
  decide(verdict: Verdict, ids?: readonly string[]): Promise<void>
  /** Takes the last edit or decision back; false when there is none. */
  undo(): Promise<boolean>
  redo(): Promise<boolean>
}

export async function openWindow(
  call: Call,
  articleId: ArticleId,
  author: string,
  newId: () => string,
): Promise<HeadlessWindow> {
  const opened = await call('review.open', { articleId })
  const parsed = parseDocument(opened.doc)
  if (!parsed.ok) throw new Error(parsed.message)
  let doc = parsed.doc
  let seq = opened.state.seq
  const done: Transform[] = []
  const undone: Transform[] = []

  const editOf = ({ steps }: Transform): Edit => ({
    baseSeq: seq,
    batchId: newId(),
    steps: steps.map((step) => step.toJSON() as Edit['steps'][number]),
  })

  async function send(transform: Transform, decided: Args<'document.save'>['decided']): Promise<void> {
    if (transform.steps.length === 0) return
    const saved = await call('document.save', { articleId, edit: editOf(transform), decided })
    doc = transform.doc
    seq = saved.seq
  }

  async function act(transform: Transform, decided: Args<'document.save'>['decided'] = []): Promise<void> {
    if (transform.steps.length === 0) return
    await send(transform, decided)
    done.push(transform)
    undone.length = 0
  }

  /** What stands against `from` on one side goes to the other side, turned round. */
  async function turn(from: Transform[], to: Transform[]): Promise<boolean> {
    const last = from.pop()
    if (!last) return false
    const back = new Transform(doc)
    for (const [place, step] of [...last.steps.entries()].toReversed()) {
      back.step(step.invert(last.docs[place] ?? last.doc))
    }
    await send(back, [])
    to.push(back)
    return true
  }

  return {
    doc: () => doc,
    index: () => indexDocument(doc),
    edit: async (change, tracking = {}) => {
      const local = new Transform(doc)
      change(local)
      const edited = { doc: local.doc, maps: local.mapping.maps }
      await act(trackChanges(doc, edited, { author, newId, ...tracking }).transform)
    },
    save: (transform) => act(transform),
    anchor: (mark, id, ranges) => {
      const transform = addAnchor(doc, mark, id, ranges)
      const edit = editOf(transform)
      doc = transform.doc
      // What was done before stands on a text without the anchor: the editor rebases it, this does not.
      done.length = 0
      undone.length = 0
      return edit
    },
    settle: (edit) => {
      seq = edit.baseSeq + edit.steps.length
    },
    decide: async (verdict, ids) => {
      const chosen = ids ?? indexDocument(doc).changes.map(({ id }) => id)
      if (chosen.length === 0) return
      const transform = decide(doc, new Set(chosen), verdict === 'accepted' ? 'accept' : 'reject')
      const changeIds = chosen.map((id) => id as ChangeId)
      await act(transform, [{ changeIds, verdict, reason: 'Read.' }])
    },
    undo: () => turn(done, undone),
    redo: () => turn(undone, done),
  }
}
