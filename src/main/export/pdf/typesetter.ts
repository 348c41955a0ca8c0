/** What either form of Typst does for the packet; engine.ts chooses the form. */

import type { PictureFile } from './pictures.ts'

export type TypstFile = { readonly path: string; readonly text: string }

export type Typeset =
  | { readonly ok: true; readonly pdf: Uint8Array }
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
