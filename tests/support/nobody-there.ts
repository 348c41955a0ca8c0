import type { Platform } from '../../src/main/core/platform.ts'

/** A desk without a window: nobody chooses a file, and nobody hears what happens. */
export const NOBODY_THERE: Platform = {
  host: 'cli',
  nativeDialogs: false,
  pickFiles: async () => [],
  saveFile: async () => ({ kind: 'cancelled' }),
  openExternal: async () => undefined,
  emit: () => undefined,
}
