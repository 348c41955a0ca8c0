import { DOMSerializer } from 'prosemirror-model'
import type { Mark } from 'prosemirror-model'
import type { MarkViewConstructor } from 'prosemirror-view'
import { claimLabelId } from './claim-label.ts'

export type NameOf = (author: string) => string

/** Marks of changes with a title that says who made them, words of a claim with its label; else as the schema has it. */
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
    claim: renderClaim,
  }
}

type Rendered = { dom: HTMLElement; contentDOM: HTMLElement }

/** A claim says its number and its status, which are not in the text: an element beside it says them. */
function renderClaim(mark: Mark): Rendered {
  const rendered = elementOf(mark)
  rendered.dom.setAttribute('role', 'mark')
  rendered.dom.setAttribute('aria-describedby', claimLabelId(String(mark.attrs['id'])))
  return rendered
}

function render(mark: Mark, title: string, isMoved: boolean): Rendered {
  const rendered = elementOf(mark)
  rendered.dom.title = title
  if (isMoved) rendered.dom.classList.add('moved')
  return rendered
}

function elementOf(mark: Mark): Rendered {
  const spec = mark.type.spec.toDOM?.(mark, true)
  if (!spec) throw new Error(`The mark ${mark.type.name} has no element`)
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec)
  return { dom, contentDOM: contentDOM ?? dom }
}
