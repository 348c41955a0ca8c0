import { app, session } from 'electron'
import type { Event } from 'electron'
import { PAGE } from './trust.ts'

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
