import { app, session } from 'electron'
import type { Event, WebFrameMain } from 'electron'

/** The window's one address. Its scheme is ours, so no server can answer for it. */
export const ORIGIN = 'app://stet'
export const PAGE = `${ORIGIN}/index.html`

/** Calls are taken from the top frame of our own page and from nothing else. Reading a frame that is gone throws. */
export function isOwnFrame(frame: Pick<WebFrameMain, 'parent' | 'origin'> | null): boolean {
  try {
    return frame !== null && frame.parent === null && frame.origin === ORIGIN
  } catch {
    return false
  }
}

/** The address as it may be handed to the system, or null. */
export function externalAddress(address: string): string | null {
  const url = URL.parse(address)
  return url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** Whatever is opened by whatever means, it stays on its page and opens nothing. */
export function guardEveryWindow(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: Event<{ readonly url: string }>) => {
      if (event.url !== PAGE) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** A manuscript needs no camera, no place, no notification: every request and every check is denied. */
export function denyPermissions(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
}
