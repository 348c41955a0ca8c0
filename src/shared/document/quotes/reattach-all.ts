import type { Node } from 'prosemirror-model'
import { addAnchor } from '../anchors.ts'
import { rangesOf, readFinalText } from './final-text.ts'
import { createFinder } from './reanchor.ts'
import { findAll } from './reattach.ts'
import type { LostAnchor, Reattached } from './reattach.ts'

const NOWHERE: ReturnType<typeof findAll> = { outcome: { kind: 'none' }, places: [] }

/**
 * As `reattach`, for any number of anchors: the text is read once. Outcomes in the order they were asked for; one that is
 * `sureOnly` and would have to be checked is not put anywhere.
 */
export function reattachAll(
  doc: Node,
  lost: readonly (LostAnchor & { readonly sureOnly: boolean })[],
): { readonly doc: Node; readonly outcomes: readonly Reattached[] } {
  if (lost.length === 0) return { doc, outcomes: [] }
  const final = readFinalText(doc)
  const find = createFinder(final)
  const found = lost.map(({ quotes, sureOnly }) => {
    const all = findAll(find, quotes)
    return sureOnly && all.outcome.kind === 'check' ? NOWHERE : all
  })
  const anchored = lost.reduce((text, { mark, id }, at) => {
    // Marks move nothing: places of the text as it was read hold good.
    const ranges = (found[at]?.places ?? []).flatMap((place) => rangesOf(doc, final, place))
    return ranges.length === 0 ? text : addAnchor(text, mark, id, ranges).doc
  }, doc)
  return { doc: anchored, outcomes: found.map(({ outcome }) => outcome) }
}
