/** Both lists of questions between the app's process (`electron.ts`) and the display (`display.ts`). */

export type FrameSeen = { readonly origin: string; readonly url: string; readonly top: boolean }

export type DialogAsked = {
  readonly kind: 'open' | 'save' | 'error'
  readonly title: string
  readonly content: string
  readonly defaultPath: string
}
export type DialogAnswer = { readonly canceled: boolean; readonly paths: readonly string[] }

export type MenuItemSeen = {
  readonly id: string
  readonly label: string
  readonly accelerator: string
  readonly items: readonly MenuItemSeen[]
}

export type AskedOfDisplay = {
  readonly load: (asked: { window: number; url: string; preload: string }) => Promise<void>
  readonly show: (asked: { window: number }) => void
  readonly close: (asked: { window: number }) => Promise<void>
  readonly send: (asked: { window: number; channel: string; args: readonly unknown[] }) => Promise<void>
  readonly dialog: (asked: DialogAsked) => DialogAnswer
  readonly external: (asked: { url: string }) => void
  readonly menu: (asked: { items: readonly MenuItemSeen[] }) => void
}

export type NavigationEvent = 'will-navigate' | 'will-frame-navigate' | 'will-redirect'

export type Served = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type AskedOfApp = {
  readonly serve: (asked: { url: string; method: string }) => Promise<Served>
  readonly invoke: (asked: {
    window: number
    channel: string
    args: readonly unknown[]
    frame: FrameSeen | null
  }) => Promise<unknown>
  readonly message: (asked: {
    window: number
    channel: string
    args: readonly unknown[]
    frame: FrameSeen | null
  }) => void
  /** True when the app prevented it. */
  readonly navigate: (asked: { window: number; event: NavigationEvent; url: string; top: boolean }) => boolean
  /** True when the app prevented it. */
  readonly webview: (asked: { window: number }) => boolean
  readonly open: (asked: { window: number; url: string }) => 'allow' | 'deny'
  readonly permission: (asked: { window: number; permission: string }) => {
    readonly requested: boolean
    readonly checked: boolean
    readonly device: boolean
  }
  readonly clickMenu: (asked: { id: string }) => void
  readonly closed: (asked: { window: number }) => void
  readonly secondInstance: (asked: { data: unknown }) => void
}
