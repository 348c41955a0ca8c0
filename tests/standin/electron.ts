import { EventEmitter } from 'node:events'
import { basename, join } from 'node:path'
import type Electron from 'electron'
import type { AskedOfApp, AskedOfDisplay, FrameSeen, MenuItemSeen } from './calls.ts'
import { createRpc } from './rpc.ts'
import { preventable, strict } from './strict.ts'

/**
 * The `electron` module of the stand-in: what Stet's main process uses of it and nothing more. Whatever else is
 * touched throws; what is called too early throws, as it does in Electron. The screen is another process.
 */

type Handler = (event: unknown, ...args: unknown[]) => unknown

let ready = false
let quitting = false
const readiness = Promise.withResolvers<void>()
const windows = new Map<number, StandinWindow>()

function afterReady(what: string): void {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`)
}

/** Called once the entry module has ended. */
export function becomeReady(): void {
  ready = true
  app.emit('ready')
  readiness.resolve()
}

// --- app

const paths = new Map<string, string>([['downloads', process.env['STANDIN_DOWNLOADS'] ?? '']])

class StandinApp extends EventEmitter {
  readonly isPackaged = false
  setName(): void {
    if (ready) throw new Error('The name is set before the app is ready')
  }
  whenReady(): Promise<void> {
    return readiness.promise
  }
  getPath(name: string): string {
    const path = paths.get(name)
    if (!path) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    if (name === 'sessionData' && ready) throw new Error('sessionData is set before the app is ready')
    paths.set(name, path)
  }
  requestSingleInstanceLock(): boolean {
    return process.env['STANDIN_SECOND'] !== '1'
  }
  quit(): void {
    if (quitting) return
    quitting = true
    for (const window of windows.values()) void display.ask('close', { window: window.id })
    windows.clear()
    const event = preventable({})
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    process.exit(code)
  }
}

type AppUsed = 'isPackaged' | 'setName' | 'requestSingleInstanceLock' | 'quit' | 'exit' | 'whenReady'
const standinApp = new StandinApp() satisfies Pick<Electron.App, AppUsed>
export const app = strict('app', standinApp)

// --- windows

type WindowOpen = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

class StandinContents extends EventEmitter {
  openHandler: WindowOpen | null = null
  readonly window: number
  constructor(window: number) {
    super()
    this.window = window
  }
  setWindowOpenHandler(handler: WindowOpen): void {
    this.openHandler = handler
  }
  isDestroyed(): boolean {
    return !windows.has(this.window)
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.isDestroyed()) throw new Error('Object has been destroyed')
    void display.ask('send', { window: this.window, channel, args: structuredClone(args) })
  }
}

class StandinWindow extends EventEmitter {
  readonly id: number
  readonly preload: string
  readonly contents: StandinContents
  readonly webContents: StandinContents
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    afterReady('BrowserWindow')
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences ?? {}
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false || !preload) {
      throw new Error('The stand-in only runs sandboxed, isolated windows with a preload')
    }
    this.id = windows.size + 1
    this.preload = preload
    this.contents = new StandinContents(this.id)
    this.webContents = strict('webContents', this.contents)
    windows.set(this.id, this)
    standinApp.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    await display.ask('load', { window: this.id, url, preload: this.preload })
    this.emit('ready-to-show')
  }
  show(): void {
    void display.ask('show', { window: this.id })
  }
  focus(): void {
    this.show()
  }
  isMinimized(): boolean {
    return false
  }
}

export const BrowserWindow = new Proxy(StandinWindow, {
  construct: (target, [options]: [Electron.BrowserWindowConstructorOptions]) =>
    strict('BrowserWindow', new target(options)),
})

// --- protocol, session

type Serve = (request: Request) => Response | Promise<Response>
const served = new Map<string, Serve>()
const schemes = new Set<string>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (custom: Electron.CustomScheme[]) => {
    if (ready) throw new Error('Schemes are registered before the app is ready')
    for (const { scheme } of custom) schemes.add(scheme)
  },
  handle: (scheme: string, handler: Serve) => {
    afterReady('protocol.handle')
    if (!schemes.has(scheme)) throw new Error(`${scheme} is not registered as privileged`)
    served.set(scheme, handler)
  },
} satisfies Partial<Electron.Protocol>)

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
const permissions: { request: RequestHandler; check: CheckHandler; device: DeviceHandler } = {
  request: null,
  check: null,
  device: null,
}

const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler: (handler: RequestHandler) => {
    permissions.request = handler
  },
  setPermissionCheckHandler: (handler: CheckHandler) => {
    permissions.check = handler
  },
  setDevicePermissionHandler: (handler: DeviceHandler) => {
    permissions.device = handler
  },
} satisfies Partial<Electron.Session>)

export const session = strict('session', {
  get defaultSession() {
    afterReady('session.defaultSession')
    return defaultSession
  },
})

// --- ipcMain

const invoked = new Map<string, Handler>()

class StandinIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (invoked.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invoked.set(channel, handler)
  }
}
const standinIpcMain = new StandinIpcMain()
export const ipcMain = strict('ipcMain', standinIpcMain)

function senderOf(window: number, frame: FrameSeen | null): object {
  const senderFrame =
    frame === null ? null : { url: frame.url, origin: frame.origin, parent: frame.top ? null : {} }
  return {
    sender: windows.get(window)?.webContents,
    senderFrame: senderFrame && strict('senderFrame', senderFrame),
  }
}

// --- dialog, shell, menu

export const dialog = strict('dialog', {
  showOpenDialog: async (options: Electron.OpenDialogOptions) => {
    afterReady('dialog.showOpenDialog')
    const answer = await display.ask('dialog', asked('open', options))
    return { canceled: answer.canceled, filePaths: [...answer.paths] }
  },
  showSaveDialog: async (options: Electron.SaveDialogOptions) => {
    afterReady('dialog.showSaveDialog')
    const answer = await display.ask('dialog', asked('save', options))
    return { canceled: answer.canceled, filePath: answer.paths[0] ?? '' }
  },
  showErrorBox: (title: string, content: string) => {
    console.error(`${title}: ${content}`)
    void display.ask('dialog', { kind: 'error', title, content, defaultPath: '' })
  },
})

function asked(kind: 'open' | 'save', options: { title?: string; defaultPath?: string }) {
  const { title = '', defaultPath = '' } = options
  return { kind, title, content: '', defaultPath: basename(defaultPath) } as const
}

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    await display.ask('external', { url })
  },
} satisfies Partial<Electron.Shell>)

type Item = Electron.MenuItemConstructorOptions
type BuiltMenu = { readonly template: readonly Item[] }
let applicationMenu: BuiltMenu = { template: [] }

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Item[]): BuiltMenu => ({ template }),
  setApplicationMenu: (menu: BuiltMenu) => {
    applicationMenu = menu
    void display.ask('menu', { items: seen(menu.template) })
  },
})

function seen(template: readonly Item[]): readonly MenuItemSeen[] {
  return template.map(({ id = '', label = '', role = '', accelerator = '', submenu = [] }) => ({
    id,
    label: label || role,
    accelerator: accelerator ?? '',
    items: Array.isArray(submenu) ? seen(submenu) : [],
  }))
}

function itemOf(template: readonly Item[], id: string): Item | undefined {
  for (const item of template) {
    if (item.id === id) return item
    const inner = Array.isArray(item.submenu) ? itemOf(item.submenu, id) : undefined
    if (inner) return inner
  }
  return undefined
}

// --- what the display asks

function windowOf(id: number): StandinWindow {
  const window = windows.get(id)
  if (window === undefined) throw new Error(`There is no window ${id}`)
  return window
}

const ours: AskedOfApp = {
  serve: async ({ url, method }) => {
    const handler = served.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) throw new Error(`Nobody serves ${url}`)
    const response = await handler(new Request(url, { method }))
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  },
  invoke: async ({ window, channel, args, frame }) => {
    const handler = invoked.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler(senderOf(window, frame), ...structuredClone([...args]))
  },
  message: ({ window, channel, args, frame }) => {
    standinIpcMain.emit(channel, senderOf(window, frame), ...structuredClone([...args]))
  },
  navigate: ({ window, event, url, top }) => {
    const details = preventable({ url, isMainFrame: top, isSameDocument: false })
    windowOf(window).contents.emit(event, details)
    return details.defaultPrevented
  },
  webview: ({ window }) => {
    const event = preventable({})
    windowOf(window).contents.emit('will-attach-webview', event, {}, {})
    return event.defaultPrevented
  },
  open: ({ window, url }) => {
    const handler = windowOf(window).contents.openHandler
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab', referrer: {} }
    return handler?.(details as Parameters<WindowOpen>[0]).action ?? 'allow'
  },
  permission: ({ window, permission }) => {
    const contents = windowOf(window).webContents as never
    let requested = true
    permissions.request?.(contents, permission as never, (granted) => (requested = granted), {} as never)
    const checked = permissions.check?.(contents, permission as never, 'app://stet', {} as never) ?? true
    const device = permissions.device?.({ deviceType: 'usb', origin: 'app://stet', device: {} as never })
    return { requested, checked, device: device ?? true }
  },
  clickMenu: ({ id }) => {
    const item = itemOf(applicationMenu.template, id)
    if (item?.click === undefined) throw new Error(`The menu has no ${id}`)
    item.click({} as never, undefined, {})
  },
  closed: ({ window }) => {
    windows.get(window)?.emit('closed')
    windows.delete(window)
    if (windows.size === 0 && !quitting) standinApp.emit('window-all-closed')
  },
  secondInstance: ({ data }) => {
    standinApp.emit('second-instance', {}, [], join('/'), data)
  },
}

const display = createRpc<AskedOfDisplay>((message) => {
  if (process.connected) process.send?.(message)
}, ours)
process.on('message', (message) => display.take(message))
process.on('disconnect', () => process.exit(1))
