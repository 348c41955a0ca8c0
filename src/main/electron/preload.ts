import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { Args, HostApi, MethodName } from '../../shared/contract.ts'
import type { EventName, EventPayload } from '../../shared/events.ts'
import { NOT_ANSWERING } from '../../shared/not-answering.ts'
import { CALL, EVENT, LISTENING } from './channels.ts'

/** All that a window can reach: two functions. Main checks who calls and parses what they say. */
const api: HostApi = {
  call: <M extends MethodName>(method: M, args: Args<M>) =>
    ipcRenderer.invoke(CALL, method, args).catch(() => ({ ok: false, error: NOT_ANSWERING })),
  on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => {
    const heard = (_event: IpcRendererEvent, name: string, payload: EventPayload<E>) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on(EVENT, heard)
    ipcRenderer.send(LISTENING)
    return () => {
      ipcRenderer.off(EVENT, heard)
    }
  },
}

contextBridge.exposeInMainWorld('stet', api)
