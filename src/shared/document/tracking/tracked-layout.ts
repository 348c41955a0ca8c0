import type { Rewrite } from './rewrite.ts'
import { isBy } from './runs.ts'
import type { Child } from './matched-children.ts'
import type { ContentContext } from './tracked-content.ts'
import type { LayoutAttrs } from '../word-attributes.ts'

/** What becomes of the layout of a table, a row or a cell that stays. */

type LayoutContext = Pick<ContentContext, 'author' | 'surrounding'> & { readonly layoutId: () => string }

/** One tracked change a node: `before` stays that of the first author, the change is the last one's. */
function changeLayout(
  { look, layoutChange: change }: LayoutAttrs,
  wanted: LayoutAttrs['look'],
  { author, surrounding, layoutId }: LayoutContext,
): Partial<LayoutAttrs> {
  if (look === wanted) return {}
  // What is one's own and new has no look that could come back.
  if (!change && surrounding !== null) return { look: wanted }
  const before = change ? change.before : look
  if (before === wanted) return { look: wanted, layoutChange: null }
  const id = change && isBy(change, author) ? change.id : layoutId()
  return { look: wanted, layoutChange: { id, author, before } }
}

/** Plans it, where an edit (of a version against another, say) left another look there. */
export function planLayout(rewrite: Rewrite, base: Child, edited: Child, context: LayoutContext): void {
  const { look } = edited.node.attrs as LayoutAttrs
  const changed = changeLayout(base.node.attrs as LayoutAttrs, look, context)
  for (const [name, value] of Object.entries(changed)) {
    rewrite.attributes.push({ position: base.before, name, value })
  }
}
