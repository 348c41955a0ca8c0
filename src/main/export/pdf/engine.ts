import { loadNative } from './engine-native.ts'
import { loadWasm } from './engine-wasm.ts'
import type { Engine } from './typesetter.ts'

/**
 * Typst, in whichever form runs here. Both forms carry the same version and give the same bytes, so which one
 * ran is a question of speed only; a test holds them to it.
 */

/** Of the environment: `wasm` where the native form misbehaves, and for measuring. */
const CHOICE = 'STET_PDF_ENGINE'

function chosen(): Engine['kind'] | undefined {
  const word = process.env[CHOICE]
  return word === 'native' || word === 'wasm' ? word : undefined
}

/** `only` is for tests; otherwise what the environment asks for, native where it loads, else WebAssembly. */
export async function createEngine(
  fonts: readonly Uint8Array[],
  only: Engine['kind'] | undefined = chosen(),
): Promise<Engine> {
  const native = only === 'wasm' ? null : loadNative(fonts)
  if (native) return native
  if (only === 'native') throw new Error('The native engine does not load on this machine.')
  return loadWasm(fonts)
}
