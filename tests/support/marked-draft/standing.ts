import type { Node } from 'prosemirror-model'
import type { Call } from '../../../src/main/cli/headless-editor.ts'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import { parseDocument } from '../../../src/shared/document/stored-steps.ts'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'

export type Opened = { readonly doc: Node; readonly state: ReviewState }

/** What a window opened now would be told. */
export async function openReview(call: Call, articleId: ArticleId): Promise<Opened> {
  const { doc, state } = await call('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, state }
}

/** Everything that was marked, as it stands: what must be the same again after an undo, a restart or a kill. */
export function standing({ doc, state }: Opened) {
  const { comments, claims } = indexDocument(doc)
  const placesIn = (entry: { readonly places: number } | undefined) => entry?.places ?? 0
  return {
    doc: doc.toJSON() as unknown,
    claims: state.claims.map(({ id, number, kind, risk, paraphrase, words, orphaned, stale, sources }) => {
      const places = placesIn(claims.get(id))
      return { id, number, kind, risk, paraphrase, words, orphaned, stale, sources, places }
    }),
    threads: state.threads.map(({ id, target, level, messages, resolvedAt, orphaned }) => {
      return { id, target, level, messages, resolvedAt, orphaned, places: placesIn(comments.get(id)) }
    }),
    sources: state.sources,
  }
}

/** The final words of every comment and claim; empty where they are gone. */
export function wordsById(doc: Node): ReadonlyMap<string, string> {
  const { comments, claims } = indexDocument(doc)
  return new Map([...claims.values(), ...comments.values()].map(({ id, words }) => [id, words]))
}

/** Where each claim begins in the final text, in letters from its start; read anew from the document itself. */
export function finalStarts(doc: Node): ReadonlyMap<string, number> {
  const starts = new Map<string, number>()
  let at = 0
  doc.descendants((node) => {
    if (!node.isInline) return true
    if (node.marks.some(({ type }) => type.name === 'deletion')) return false
    for (const { type, attrs } of node.marks) {
      const id = String(attrs['id'])
      if (type.name === 'claim' && !starts.has(id)) starts.set(id, at)
    }
    at += node.nodeSize
    return true
  })
  return starts
}
