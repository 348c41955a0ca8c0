import type { Slice } from 'prosemirror-model'
import { readForeignHtml } from './foreign-html.ts'
import { cleanOwnHtml } from './own-html.ts'
import { tokenOf } from './serializer.ts'

/** UTF-16 units; Word needs some 20 MB for 100,000 words, most of it style. */
const MAX_HTML = 40_000_000
const MAX_ELEMENTS = 200_000

/** The HTML of one paste. */
export type PastedHtml =
  /** From an editor like this one, still to be read by ProseMirror, which wrote it. */
  | { readonly kind: 'own'; readonly html: string; readonly token: string | null }
  | { readonly kind: 'foreign'; readonly slice: Slice; readonly pictures: number }
  | { readonly kind: 'too much' }

/**
 * HTML from a clipboard, made safe and plain. It is parsed in a document of its own, in which nothing runs and nothing
 * is fetched; what comes out is built anew from the few elements and attributes that the text knows.
 */
export function readPastedHtml(html: string): PastedHtml {
  if (html.length > MAX_HTML) return { kind: 'too much' }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  if (body.getElementsByTagName('*').length > MAX_ELEMENTS) return { kind: 'too much' }
  const token = tokenOf(html)
  if (body.querySelector('[data-pm-slice]')) {
    const own = cleanOwnHtml(body)
    if (own !== null) return { kind: 'own', html: own, token }
  }
  return { kind: 'foreign', ...readForeignHtml(body) }
}
