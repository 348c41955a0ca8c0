/** What either form of Typst does for the packet; engine.ts chooses the form. */

import type { PictureFile } from './pictures.ts'

export type TypstFile = { readonly path: string; readonly text: string }

export type Typeset =
  /** `places`: what the template said of its first pages under the label <places>, as JSON; null for nothing. */
  | { readonly ok: true; readonly pdf: Uint8Array; readonly places: unknown }
  /** What the engine said; a fault of the template, never of the article. */
  | { readonly ok: false; readonly diagnostics: string }

export type Typesetting = {
  /** By absolute virtual path, `/main.typ` among them. */
  readonly sources: readonly TypstFile[]
  /** Read as /data.json. */
  readonly data: string
  /** By the paths that the data names. */
  readonly pictures: readonly PictureFile[]
  /**
   * Asked once the pages are laid out, with what the template says under the label <places>. What it answers is read
   * as /plan.json when they are laid out again, in the same engine: what is not touched by it is not set anew. That
   * file holds `null` until then. An answer of null leaves the pages as they are. It may change the margins alone, as
   * what the template said the first time is held to be true of its last pages.
   */
  readonly plan?: (places: unknown) => unknown
  /** Told before each step: laying out is the longest, and only said to have begun. */
  readonly step?: (step: TypesetStep) => void
}

export type TypesetStep = 'pages' | 'margins' | 'file'

export type Engine = {
  readonly kind: 'native' | 'wasm'
  typeset(work: Typesetting): Typeset
  close(): void
}

/** The label under which the template says where things came to stand. */
export const PLACES = '<places>'

/** The value of the one element that a query of PLACES finds; null for none. */
export function placesOf(answer: unknown): unknown {
  const [element] = Array.isArray(answer) ? (answer as unknown[]) : []
  return typeof element === 'object' && element !== null && 'value' in element ? element.value : null
}

/** Pages that were laid out, in either engine. */
export type Pages<T> =
  | { readonly ok: true; readonly pages: T; readonly places: unknown }
  | { readonly ok: false; readonly diagnostics: string }

/** One layout, or two where the first one gives reason for a plan. */
export function layOut<T>(
  { plan, step }: Typesetting,
  write: (path: string, text: string) => void,
  compile: () => Pages<T>,
): Pages<T> {
  write('/plan.json', 'null')
  step?.('pages')
  const first = compile()
  if (!first.ok) return first
  const planned = plan?.(first.places) ?? null
  if (planned === null) return first
  write('/plan.json', JSON.stringify(planned))
  step?.('margins')
  const second = compile()
  return second.ok ? { ...second, places: first.places } : second
}
