import type { HostApi } from '../../shared/contract.ts'
import { connectLoopback } from './loopback.ts'

declare global {
  interface Window {
    /** Put there by the preload under Electron; missing in a browser. */
    readonly stet?: HostApi
  }
}

/** The one way out of the renderer: IPC under Electron, POST and server-sent events in a browser. */
export const host: HostApi = window.stet ?? connectLoopback()
