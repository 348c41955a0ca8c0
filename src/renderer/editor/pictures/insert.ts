import { Fragment, Slice } from 'prosemirror-model'
import { NodeSelection, Selection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { schema } from '../../../shared/document/schema.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import type { NewPicture } from '../api.ts'
import { gapAt } from '../commands/insert-blocks.ts'

/**
 * A picture in the place of the one that is selected; else in a paragraph of its own below that of the caret, and its
 * caption below it. In a cell or a note it stands in the line. Null where there is no place for one.
 */
export function insertPicture(state: EditorState, { caption, ...attrs }: NewPicture): Transaction | null {
  const { selection, tr } = state
  const image = schema.nodes.image.create(attrs)
  if (selection instanceof NodeSelection && selection.node.type === schema.nodes.image) {
    return tr.replaceSelectionWith(image, true).scrollIntoView()
  }
  const span = spanAt(state.doc, selection.to)
  if (!span) return null
  if (span.container !== state.doc) {
    tr.insert(selection.to, image)
    return tr.setSelection(Selection.near(tr.doc.resolve(selection.to + 1))).scrollIntoView()
  }
  const words = caption.trim()
  const blocks = Fragment.fromArray([
    schema.nodes.para.create(null, image),
    ...(words === '' ? [] : [schema.nodes.para.create({ style: 'caption' }, schema.text(words))]),
  ])
  const gap = gapAt(tr, span.to - 1)
  tr.step(new ReplaceStep(gap, gap, new Slice(blocks, 0, 0)))
  return tr.setSelection(Selection.near(tr.doc.resolve(gap + blocks.size), -1)).scrollIntoView()
}
