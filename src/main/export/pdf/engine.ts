import { loadNative } from './engine-native.ts'
import { loadWasm } from './engine-wasm.ts'
import type { Engine } from './typesetter.ts'

/**
 * Typst, in whichever form runs here. Both forms carry the same version and give the same bytes, so which one
 * ran is a question of speed only; a test holds them to it.
 */

/** `only` is for tests; otherwise native where it loads, else WebAssembly. */
export async function createEngine(fonts: readonly Uint8Array[], only?: Engine['kind']): Promise<Engine> {
  const native = only === 'wasm' ? null : loadNative(fonts)
  if (native) return native
  if (only === 'native') throw new Error('The native engine does not load on this machine.')
  return loadWasm(fonts)
}
