import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { ListAttr } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { indented, outdented } from './list-levels.ts'
import { changeProperties, ownerAttrs, selectedSpans } from './properties.ts'

function apply(tr: Transaction | null, dispatch: ((tr: Transaction) => void) | undefined): boolean {
  if (tr) dispatch?.(tr.scrollIntoView())
  return tr !== null
}

/** Makes the paragraphs of the selection items of that kind, or plain paragraphs when all of them are. */
export function toggleList(kind: ListAttr['kind']): Command {
  return (state, dispatch) => {
    const isAll = selectedSpans(state).every((span) => ownerAttrs(span).list?.kind === kind)
    const tr = changeProperties(state, ({ style, list }) => {
      if (isAll) return { list: null }
      // The headline is no item of anything.
      if (style === 'headline' || list?.kind === kind) return {}
      return { list: { kind, level: list?.level ?? 0 } }
    })
    return apply(tr, dispatch)
  }
}

export const indentItem: Command = (state, dispatch) =>
  apply(
    changeProperties(state, ({ list }) => (list ? { list: indented(list) } : {})),
    dispatch,
  )

/** One level out; an item of the outermost level stays in its list. */
export const outdentItem: Command = (state, dispatch) =>
  apply(
    changeProperties(state, ({ list }) => (list ? { list: outdented(list) ?? list } : {})),
    dispatch,
  )

/** Whether Tab means a level here: every paragraph of the selection is an item. In a table Tab goes from cell to cell. */
export function isInList(state: EditorState): boolean {
  const spans = selectedSpans(state)
  return (
    spans.length > 0 &&
    spans.every((span) => ownerAttrs(span).list !== null && span.container.type !== schema.nodes.cell)
  )
}
