import { loadNative } from './engine-native.ts'
import { loadWasm } from './engine-wasm.ts'

/**
 * Typst, in whichever form runs here. Both forms carry the same version and give the same bytes, so which one
 * ran is a question of speed only; a test holds them to it.
 */

export type TypstFile = { readonly path: string; readonly text: string }

export type Typeset =
  | { readonly ok: true; readonly pdf: Uint8Array }
  /** What the engine said; a fault of the template, never of the article. */
  | { readonly ok: false; readonly diagnostics: string }

export type Engine = {
  readonly kind: 'native' | 'wasm'
  /** `sources` by absolute virtual path with `/main.typ` among them; `data` is read as /data.json. */
  typeset(sources: readonly TypstFile[], data: string): Typeset
  close(): void
}

/** `only` is for tests; otherwise native where it loads, else WebAssembly. */
export async function createEngine(fonts: readonly Uint8Array[], only?: Engine['kind']): Promise<Engine> {
  const native = only === 'wasm' ? null : loadNative(fonts)
  if (native) return native
  if (only === 'native') throw new Error('The native engine does not load on this machine.')
  return loadWasm(fonts)
}
