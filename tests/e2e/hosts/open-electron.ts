import { _electron } from '@playwright/test'
import { basename, resolve } from 'node:path'
import { findElectron } from '../../../tools/electron.ts'
import { awaitFile, putFile } from './running-app.ts'
import type { Place, RunningApp } from './running-app.ts'

const ENTRY = resolve(import.meta.dirname, '../../../out/main/index.js')

/** The real thing. Its native dialogs cannot be reached from outside, so they are answered in main. */
export async function openElectron(place: Place): Promise<RunningApp> {
  const executablePath = findElectron()
  if (executablePath === null) throw new Error('There is no Electron here')
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath,
    args: [...root, ENTRY],
    env: { ...process.env, STET_LIBRARY: place.library },
  })
  const page = await app.firstWindow()
  return {
    page,
    openFile: async (file, trigger = () => page.keyboard.press('ControlOrMeta+o')) => {
      const path = await putFile(place, file)
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, path)
      await trigger()
    },
    takeDownload: async (trigger) => {
      const path = await putFile(place, { name: 'saved', bytes: new Uint8Array() })
      await app.evaluate(({ dialog }, chosen) => {
        const answer = async (options: { defaultPath?: string }) => {
          Object.assign(globalThis, { offered: options.defaultPath })
          return { canceled: false, filePath: chosen }
        }
        dialog.showSaveDialog = answer as typeof dialog.showSaveDialog
      }, path)
      const bytes = await awaitFile(path, trigger)
      const offered = await app.evaluate(() => (globalThis as { offered?: string }).offered ?? '')
      return { name: basename(offered), bytes }
    },
    end: () => app.close(),
    kill: async () => {
      const ended = app.waitForEvent('close')
      app.process().kill('SIGKILL')
      await ended
    },
  }
}
