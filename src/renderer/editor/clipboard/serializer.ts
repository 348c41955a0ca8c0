import { DOMSerializer } from 'prosemirror-model'
import type { Fragment } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'

const TOKEN = 'data-stet-token'

/** The token in HTML from a clipboard; null when it was not copied from a text of ours. */
export function tokenOf(html: string): string | null {
  return /\bdata-stet-token="([\w-]{1,64})"/.exec(html)?.[1] ?? null
}

/** Writes what is copied: no comments and no claims, which are ours alone, and a token to know it again by. */
class CopySerializer extends DOMSerializer {
  private readonly token: () => string

  constructor(token: () => string) {
    const { claim: _claim, comment: _comment, ...marks } = DOMSerializer.marksFromSchema(schema)
    super(DOMSerializer.nodesFromSchema(schema), marks)
    this.token = token
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const isWhole = target === undefined
    const dom = super.serializeFragment(fragment, options, target)
    if (isWhole) dom.firstElementChild?.setAttribute(TOKEN, this.token())
    return dom
  }
}

export function copySerializer(token: () => string): DOMSerializer {
  return new CopySerializer(token)
}
