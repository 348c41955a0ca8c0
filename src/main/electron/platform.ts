import { app, dialog, shell } from 'electron'
import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Platform } from '../core/platform.ts'
import type { EventHub } from '../host/event-hub.ts'
import { externalAddress } from './trust.ts'

const DRAFTS = { name: 'Drafts and packages', extensions: ['docx', 'txt', 'md', 'html', 'htm', 'stet'] }

/** Native dialogs: the window names no file, the person does. */
export function createElectronPlatform(hub: EventHub): Platform {
  return {
    host: 'electron',
    nativeDialogs: true,
    pickFiles: async () => {
      const chosen = await dialog.showOpenDialog({
        properties: ['openFile', 'multiSelections'],
        filters: [DRAFTS, { name: 'All files', extensions: ['*'] }],
      })
      if (chosen.canceled) return []
      return Promise.all(
        chosen.filePaths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
      )
    },
    saveFile: async (file) => {
      const defaultPath = join(app.getPath('downloads'), file.name)
      const chosen = await dialog.showSaveDialog({ defaultPath })
      if (chosen.canceled || chosen.filePath === '') return { kind: 'cancelled' }
      await writeWhole(chosen.filePath, file.bytes)
      return { kind: 'saved', name: basename(chosen.filePath) }
    },
    openExternal: async (url) => {
      const address = externalAddress(url)
      if (address !== null) await shell.openExternal(address)
    },
    emit: (event, payload) => hub.emit(event, payload),
  }
}

/** Beside it and then in its place, so that nobody ever finds half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.part`
  try {
    await writeFile(half, bytes)
    await rename(half, path)
  } finally {
    await rm(half, { force: true })
  }
}
