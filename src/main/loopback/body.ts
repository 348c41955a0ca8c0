import type { IncomingMessage } from 'node:http'
import { BODY_LIMIT, TOO_LARGE } from './guard.ts'

type Body =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly status: number; readonly message: string }

/** Counts while it reads, for a sender that did not say how much is coming, and keeps nothing past the limit. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve) => {
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= BODY_LIMIT) return chunks.push(chunk)
      chunks.length = 0
      request.off('data', take)
      resolve({ ok: false, status: 413, message: TOO_LARGE })
    }
    request.on('data', take)
    // Its sender has gone, and nobody waits for the answer.
    request.once('error', () => resolve({ ok: false, status: 400, message: 'The call broke off.' }))
    request.once('end', () => resolve(decode(Buffer.concat(chunks))))
  })
}

function decode(bytes: Buffer): Body {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, status: 400, message: 'Calls are UTF-8. Nothing was changed.' }
  }
}
