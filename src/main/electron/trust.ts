import type { WebFrameMain } from 'electron'

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
