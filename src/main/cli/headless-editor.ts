import { Transform } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import type { Args, Edit, MethodName, Outcome, Result } from '../../shared/contract.ts'
import { addAnchor } from '../../shared/document/anchors.ts'
import { countChanges } from '../../shared/document/index/count-changes.ts'
import { decide } from '../../shared/document/decide/decide.ts'
import type { Range } from '../../shared/document/index/document-index.ts'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import { parseDocument } from '../../shared/document/stored-steps.ts'
import { trackChanges } from '../../shared/document/tracking/tracker.ts'
import type { ArticleId, ChangeId } from '../../shared/model/ids.ts'

/** Calls the core as a window would, and throws the sentence of a refusal. */
export type Call = <M extends MethodName>(method: M, args: Args<M>) => Promise<Result<M>>

/** A refusal of the core, in its own words. */
export class RefusedError extends Error {}

export function callOrThrow(core: { call(method: string, args: unknown): Promise<Outcome<unknown>> }): Call {
  return async <M extends MethodName>(method: M, args: Args<M>) => {
    const outcome = await core.call(method, args)
    if (!outcome.ok) throw new RefusedError(outcome.error.message)
    return outcome.value as Result<M>
  }
}

/**
 * An editor without a window: the same engine and the same calls, for the command line. Every edit is tracked
 * under `author` and saved before the promise resolves.
 */
export type HeadlessEditor = {
  doc(): Node
  edit(change: (transform: Transform) => void): Promise<void>
  /** Puts an anchor on the range; the returned edit goes with the act that stores what is anchored. */
  anchor(mark: 'comment' | 'claim', id: string, ranges: readonly Range[]): Edit
  settle(edit: Edit): void
  /** Answers how many were decided, as an editor counts them. */
  decideAll(verdict: 'accepted' | 'rejected', reason: string): Promise<number>
}

export async function openHeadless(
  call: Call,
  articleId: ArticleId,
  author: string,
  newId: () => string,
): Promise<HeadlessEditor> {
  const opened = await call('review.open', { articleId })
  const parsed = parseDocument(opened.doc)
  if (!parsed.ok) throw new RefusedError(parsed.message)
  let doc = parsed.doc
  let seq = opened.state.seq

  const editOf = (steps: readonly Step[]): Edit => ({
    baseSeq: seq,
    batchId: newId(),
    steps: steps.map((step) => step.toJSON() as Edit['steps'][number]),
  })

  async function save(transform: Transform, decided: Args<'document.save'>['decided']): Promise<void> {
    if (transform.steps.length === 0) return
    const saved = await call('document.save', { articleId, edit: editOf(transform.steps), decided })
    doc = transform.doc
    seq = saved.seq
  }

  return {
    doc: () => doc,
    edit: async (change) => {
      const local = new Transform(doc)
      change(local)
      const tracked = trackChanges(doc, { doc: local.doc, maps: local.mapping.maps }, { author, newId })
      await save(tracked.transform, [])
    },
    anchor: (mark, id, ranges) => {
      const transform = addAnchor(doc, mark, id, ranges)
      const edit = editOf(transform.steps)
      doc = transform.doc
      return edit
    },
    settle: (edit) => {
      seq = edit.baseSeq + edit.steps.length
    },
    decideAll: async (verdict, reason) => {
      const { changes } = indexDocument(doc)
      if (changes.length === 0) return 0
      const ids = changes.map((entry) => entry.id as ChangeId)
      const transform = decide(doc, 'all', verdict === 'accepted' ? 'accept' : 'reject')
      await save(transform, [{ changeIds: ids, verdict, reason }])
      return countChanges(changes)
    },
  }
}
