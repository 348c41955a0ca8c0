/**
 * What runs in the page before its own scripts: the sandboxed preload with its `require('electron')`.
 * `contextBridge` copies what crosses it, as Electron's does: functions become functions of the other side,
 * everything else becomes a plain frozen copy, and what cannot be copied throws.
 */
export type PageNames = { readonly invoke: string; readonly message: string; readonly deliver: string }

/** The text of an init script. `preload` is the built CommonJS file. */
export function preloadScript(preload: string, names: PageNames): string {
  return `(${install.toString()})(${JSON.stringify(names)}, (require, module, exports) => {\n${preload}\n})`
}

type Listener = (event: object, ...args: unknown[]) => void
type Bound = (payload: { channel: string; args: unknown[] }) => Promise<{ value?: unknown; error?: string }>

/** Runs in the page, so it refers to nothing outside itself. */
function install(
  names: PageNames,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  const page = window as unknown as Record<string, unknown>
  const invoke = page[names.invoke] as Bound
  const message = page[names.message] as Bound
  // A preload runs in the top frame of our own page only.
  if (window !== window.top || location.host !== 'stet.app.invalid') return
  const listeners = new Map<string, Set<Listener>>()

  function cross(value: unknown): unknown {
    if (typeof value === 'function') {
      return (...args: unknown[]) => cross(value(...args.map(cross)))
    }
    if (value instanceof Promise)
      return value.then(cross, (error: Error) => Promise.reject(new Error(error.message)))
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
      return value
    }
    if (Array.isArray(value)) return value.map(cross)
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)]))
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        const exposed = Object.freeze(cross(api) as object)
        Object.defineProperty(window, key, { value: exposed, writable: false, configurable: false })
      },
    },
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]) => {
        const answer = await invoke({ channel, args: structuredClone(args) })
        if (answer.error === undefined) return answer.value
        throw new Error(`Error invoking remote method '${channel}': ${answer.error}`)
      },
      send: (channel: string, ...args: unknown[]) => {
        void message({ channel, args: structuredClone(args) })
      },
      on: (channel: string, listener: Listener) => {
        const known = listeners.get(channel) ?? new Set()
        listeners.set(channel, known.add(listener))
      },
      off: (channel: string, listener: Listener) => {
        listeners.get(channel)?.delete(listener)
      },
    },
  }
  const lacking = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (known, key) => {
        if (!(key in known)) throw new Error(`The stand-in for electron has no ${name}.${String(key)}`)
        return Reflect.get(known, key) as unknown
      },
    })

  Object.defineProperty(window, names.deliver, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
    },
  })
  delete page[names.invoke]
  delete page[names.message]
  const module = { exports: {} }
  preload(
    (name) => {
      if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`)
      return lacking('electron', {
        contextBridge: lacking('contextBridge', electron.contextBridge),
        ipcRenderer: lacking('ipcRenderer', electron.ipcRenderer),
      })
    },
    module,
    module.exports,
  )
}
