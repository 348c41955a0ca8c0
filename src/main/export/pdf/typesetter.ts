/** What either form of Typst does for the packet; engine.ts chooses the form. */

import type { PictureFile } from './pictures.ts'

export type TypstFile = { readonly path: string; readonly text: string }

export type Typeset =
  /** `places`: what the template says under the label <places>, as JSON; null when it says nothing. */
  | { readonly ok: true; readonly pdf: Uint8Array; readonly places: unknown }
  /** What the engine said; a fault of the template, never of the article. */
  | { readonly ok: false; readonly diagnostics: string }

export type Engine = {
  readonly kind: 'native' | 'wasm'
  /**
   * `sources` by absolute virtual path with `/main.typ` among them; `data` is read as /data.json; `pictures` by the
   * paths that the data names.
   */
  typeset(sources: readonly TypstFile[], data: string, pictures: readonly PictureFile[]): Typeset
  close(): void
}

/** The label under which the template says where things came to stand. */
export const PLACES = '<places>'

/** The value of the one element that a query of PLACES finds; null for none. */
export function placesOf(answer: unknown): unknown {
  const [element] = Array.isArray(answer) ? (answer as unknown[]) : []
  return typeof element === 'object' && element !== null && 'value' in element ? element.value : null
}
