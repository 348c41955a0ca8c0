import { BrowserWindow } from 'electron'
import { PAGE } from './trust.ts'

/** The only place that makes a window. It is shown when there is something to see. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    title: 'Stet',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium's own spelling check fetches dictionaries from the network.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(PAGE)
}
