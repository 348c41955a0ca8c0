import { fromWire, toWire } from '../../shared/wire.ts'
import type { Outcome } from '../../shared/contract.ts'
import { askForLink } from '../host/running.ts'
import { callOrThrow, RefusedError } from './headless-editor.ts'
import type { Call } from './headless-editor.ts'

export type RunningDesk = { readonly call: Call; download(path: string): Promise<Uint8Array> }

/** The Stet that serves this library already, spoken to as a window would; null where none is serving. */
export async function findRunningDesk(folder: string): Promise<RunningDesk | null> {
  const link = await askForLink(folder, null)
  if (link === null) return null
  const { origin } = new URL(link)
  const opened = await fetch(link, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) return null
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' }
  const core = {
    call: async (method: string, args: unknown) => {
      const body = toWire({ method, args }, encode)
      const response = await fetch(`${origin}/call`, { method: 'POST', headers, body })
      return fromWire(await response.text(), decode) as Outcome<unknown>
    },
  }
  return {
    call: callOrThrow(core),
    download: async (path) => {
      const response = await fetch(new URL(path, origin), {
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      })
      if (!response.ok) throw new RefusedError('The running Stet did not hand the file out. Try again.')
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function decode(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
