import { DOMSerializer } from 'prosemirror-model'
import type { Mark } from 'prosemirror-model'
import type { MarkViewConstructor } from 'prosemirror-view'

export type NameOf = (author: string) => string

/** Marks of changes with a title that says who made them; the rest of the element is the schema's own. */
export function labelledMarks(nameOf: NameOf): Record<string, MarkViewConstructor> {
  const labelled =
    (verb: string): MarkViewConstructor =>
    (mark) =>
      render(mark, `${verb} by ${nameOf(String(mark.attrs['author']))}`)
  return {
    insertion: labelled('inserted'),
    deletion: labelled('deleted'),
    formatChange: labelled('formatted'),
  }
}

function render(mark: Mark, title: string): { dom: HTMLElement; contentDOM: HTMLElement } {
  const spec = mark.type.spec.toDOM?.(mark, true)
  if (!spec) throw new Error(`The mark ${mark.type.name} has no element`)
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec)
  dom.title = title
  return { dom, contentDOM: contentDOM ?? dom }
}
