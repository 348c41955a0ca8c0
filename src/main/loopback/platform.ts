import type { NamedFile, Platform } from '../core/platform.ts'
import type { EventHub } from '../host/event-hub.ts'
import { launch, openCommand, thisMachine } from './browser.ts'

export type LoopbackPlatform = {
  readonly platform: Platform
  /** A saved file, handed out once. */
  takeDownload(id: string): NamedFile | null
}

/** Files that were made and not fetched; the oldest is dropped beyond this. */
const WAITING = 8

/** The window has its own file field, and fetches what was exported from an address that works once. */
export function createLoopbackPlatform(hub: EventHub, newKey: () => string): LoopbackPlatform {
  const waiting = new Map<string, NamedFile>()
  return {
    takeDownload: (id) => {
      const file = waiting.get(id) ?? null
      waiting.delete(id)
      return file
    },
    platform: {
      host: 'loopback',
      nativeDialogs: false,
      pickFiles: async () => [],
      saveFile: async (file) => {
        const id = newKey()
        waiting.set(id, file)
        const [oldest] = waiting.keys()
        if (waiting.size > WAITING && oldest !== undefined) waiting.delete(oldest)
        return { kind: 'download', url: `/download/${id}` }
      },
      openExternal: async (url) => {
        const command = openCommand(url, thisMachine())
        if (command === null || !(await launch(command))) throw new Error('Nothing here opens an address')
      },
      emit: (event, payload) => hub.emit(event, payload),
    },
  }
}
