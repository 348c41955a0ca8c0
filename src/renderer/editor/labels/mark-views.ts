import { DOMSerializer } from 'prosemirror-model'
import type { Mark } from 'prosemirror-model'
import type { MarkViewConstructor } from 'prosemirror-view'

export type NameOf = (author: string) => string

/** Marks of changes with a title that says who made them; the rest of the element is the schema's own. */
export function labelledMarks(nameOf: NameOf): Record<string, MarkViewConstructor> {
  const labelled =
    (verb: string, moved = verb): MarkViewConstructor =>
    (mark) => {
      const { id, author, move } = mark.attrs
      // Text put into moved text has the move's id, too, but one of its own besides.
      const isMoved = move !== undefined && move === id
      return render(mark, `${isMoved ? moved : verb} by ${nameOf(String(author))}`, isMoved)
    }
  return {
    insertion: labelled('inserted', 'moved here'),
    deletion: labelled('deleted', 'moved away'),
    formatChange: labelled('formatted'),
  }
}

function render(mark: Mark, title: string, isMoved: boolean): { dom: HTMLElement; contentDOM: HTMLElement } {
  const spec = mark.type.spec.toDOM?.(mark, true)
  if (!spec) throw new Error(`The mark ${mark.type.name} has no element`)
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec)
  dom.title = title
  if (isMoved) dom.classList.add('moved')
  return { dom, contentDOM: contentDOM ?? dom }
}
