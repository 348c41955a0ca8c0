import { openLibrary } from '../core/core.ts'
import type { NamedFile, Platform } from '../core/platform.ts'
import { readLock, writeLock } from '../host/lock.ts'
import { createWork } from '../worker/client.ts'
import type { SaveOutcome } from '../../shared/contract.ts'
import { callOrThrow, RefusedError } from './headless-editor.ts'
import type { Call } from './headless-editor.ts'

export type LocalDesk = { readonly call: Call; close(): Promise<void> }

/** Opens a library in this process. `save` takes the files that are exported. */
export async function openLocalDesk(
  folder: string,
  resources: string,
  save: (file: NamedFile) => Promise<SaveOutcome>,
): Promise<LocalDesk> {
  const platform: Platform = {
    host: 'cli',
    nativeDialogs: false,
    pickFiles: async () => [],
    saveFile: save,
    openExternal: async (url) => console.error(`Open this yourself: ${url}`),
    emit: () => undefined,
  }
  const work = createWork()
  const opened = await openLibrary({ folder, platform, work, resources })
  if (!opened.ok) {
    await work.close()
    const holder = await readLock(folder)
    const who = holder === null ? '' : ` It is open in process ${holder.pid} (${holder.host}).`
    throw new RefusedError(opened.error.message + who)
  }
  const core = opened.value
  const unlock = await writeLock(folder, { pid: process.pid, host: 'cli', port: null, secret: null })
  return {
    call: callOrThrow(core),
    close: async () => {
      await core.close()
      await work.close()
      await unlock()
    },
  }
}
