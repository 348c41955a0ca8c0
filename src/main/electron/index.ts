import { app, dialog, ipcMain, shell } from 'electron'
import type { BrowserWindow } from 'electron'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openLibrary } from '../core/core.ts'
import type { Core } from '../core/core.ts'
import { createEventHub } from '../host/event-hub.ts'
import { libraryFolder } from '../host/library-folder.ts'
import { readLock, writeLock } from '../host/lock.ts'
import { createBuiltRenderer, createDevRenderer } from '../host/renderer-source.ts'
import { askForLink } from '../host/running.ts'
import { createWork } from '../worker/client.ts'
import { CALL, EVENT, LISTENING } from './channels.ts'
import { denyPermissions, guardEveryWindow } from './guard.ts'
import { setMenu } from './menu.ts'
import { createElectronPlatform } from './platform.ts'
import { registerScheme, serveRenderer } from './protocol.ts'
import { isOwnFrame } from './trust.ts'
import { createWindow, showPage } from './windows.ts'

const out = resolve(import.meta.dirname, '..')
const flags = parseArgs({
  args: process.argv.slice(1),
  options: { library: { type: 'string' }, open: { type: 'string' } },
  strict: false,
}).values
const machine = { env: process.env, platform: process.platform, home: homedir() }
const folder = libraryFolder(machine, typeof flags.library === 'string' ? flags.library : undefined)
const hub = createEventHub()

let window: BrowserWindow | null = null
/** The article that the window is to show as soon as it listens. */
let waiting = typeof flags.open === 'string' ? flags.open : null

// Everything that has to be said before `ready` is said here, at once: awaiting `ready` in the body of this
// module would keep it from ever coming.
try {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
} catch (error) {
  fail(error)
}
app.setName('Stet')
app.setPath('userData', folder)
app.setPath('sessionData', join(folder, 'window'))
registerScheme()
guardEveryWindow()
if (app.requestSingleInstanceLock({ articleId: waiting })) {
  app.on('second-instance', (_event, _argv, _folder, data) => show(articleOf(data)))
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => fail(error))
} else {
  app.quit()
}

async function start(): Promise<void> {
  const link = await askForLink(folder, waiting)
  if (link !== null) {
    await shell.openExternal(link)
    return app.quit()
  }
  denyPermissions()
  const work = createWork()
  const platform = createElectronPlatform(hub)
  const opened = await openLibrary({ folder, platform, work, resources: resolve(out, '../resources') })
  if (!opened.ok) {
    const holder = await readLock(folder)
    const who = holder === null ? '' : `\n\nIt is open in process ${holder.pid}.`
    dialog.showErrorBox('Stet could not open its library', opened.error.message + who)
    await work.close()
    return app.exit(1)
  }
  const core = opened.value
  const unlock = await writeLock(folder, { pid: process.pid, host: 'electron', port: null, secret: null })
  closeBeforeQuit(async () => {
    await core.close()
    await work.close()
    await unlock()
  })
  answerCalls(core)
  setMenu((id) => hub.emit('command', { id }))
  const dev = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  const renderer = dev ? createDevRenderer(dev) : await createBuiltRenderer(join(out, 'renderer'))
  serveRenderer(renderer, (blob) => core.picture(blob))
  window = createWindow(join(out, 'preload/preload.cjs'))
  // Closing the library takes a moment, in which a second start may still ask for the window.
  window.once('closed', () => (window = null))
  const { webContents } = window
  hub.subscribe((event, payload) => {
    if (!webContents.isDestroyed()) webContents.send(EVENT, event, payload)
  })
  await showPage(window)
}

function answerCalls(core: Core): void {
  ipcMain.handle(CALL, async (event, method: unknown, args: unknown) => {
    if (isOwnFrame(event.senderFrame) && typeof method === 'string') return core.call(method, args)
    const message = 'This call did not come from the window of Stet. Nothing was changed.'
    return { ok: false, error: { code: 'refused', message } }
  })
  ipcMain.on(LISTENING, (event) => {
    if (!isOwnFrame(event.senderFrame) || waiting === null) return
    event.sender.send(EVENT, 'open', { articleId: waiting })
    waiting = null
  })
}

/** Brings the window to the front, and shows the article in it. */
function show(articleId: string | null): void {
  if (window === null) {
    waiting = articleId
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
  if (articleId !== null) window.webContents.send(EVENT, 'open', { articleId })
}

function articleOf(data: unknown): string | null {
  const named = typeof data === 'object' && data !== null && 'articleId' in data ? data.articleId : null
  return typeof named === 'string' ? named : null
}

function closeBeforeQuit(close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    close().then(
      () => app.exit(0),
      (error: unknown) => fail(error, 'Stet could not close its library in order; everything saved is kept'),
    )
  })
}

function fail(error: unknown, title = 'Stet could not start'): void {
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error))
  app.exit(1)
}
