import { resolve } from 'node:path'
import { startDisplay } from '../../standin/display.ts'
import type { Display } from '../../standin/display.ts'
import { awaitFile, putFile } from './running-app.ts'
import type { Place, RunningApp } from './running-app.ts'

const ENTRY = resolve(import.meta.dirname, '../../../out/main/index.js')

export async function openDisplay({ browser, library, files }: Place): Promise<Display> {
  return startDisplay({ browser, entry: ENTRY, library, downloads: files })
}

export async function openStandin(place: Place): Promise<RunningApp> {
  const display = await openDisplay(place)
  const { page } = display
  return {
    page,
    openFile: async (file, trigger = () => page.keyboard.press('ControlOrMeta+o')) => {
      display.answerDialog({ canceled: false, paths: [await putFile(place, file)] })
      await trigger()
    },
    takeDownload: async (trigger) => {
      const path = await putFile(place, { name: 'saved', bytes: new Uint8Array() })
      display.answerDialog({ canceled: false, paths: [path] })
      const bytes = await awaitFile(path, trigger)
      return { name: display.offered.at(-1) ?? '', bytes }
    },
    end: async () => {
      await display.closeWindow()
      const code = await display.ended
      if (display.unanswered.length > 0) {
        throw new Error(`Nobody answered: ${JSON.stringify(display.unanswered)}`)
      }
      if (code !== 0) throw new Error(`The app ended with ${code}`)
    },
    kill: () => display.kill(),
  }
}
