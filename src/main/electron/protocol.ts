import { protocol } from 'electron'
import type { Picture } from '../../shared/model/interchange.ts'
import { pictureAt } from '../../shared/picture-address.ts'
import { pictureHeaders, securityHeaders } from '../host/renderer-source.ts'
import type { RendererSource } from '../host/renderer-source.ts'

/** Before `ready`, once: an ordinary, secure origin with its own storage, under our policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves app://stet: the files of the renderer, the pictures of the library, and nothing else. */
export function serveRenderer(source: RendererSource, picture: (blob: string) => Picture | null): void {
  const headers = securityHeaders(source.policy)
  protocol.handle('app', async (request) => {
    const url = URL.parse(request.url)
    const own = url !== null && url.host === 'stet' && request.method === 'GET'
    const blob = own ? pictureAt(url.pathname) : null
    const found = blob === null ? null : picture(blob)
    if (found)
      return new Response(Buffer.from(found.bytes), { headers: pictureHeaders(source.policy, found) })
    const file = own ? await source.read(url.pathname + url.search) : null
    if (file === null) return new Response('There is nothing at this address.', { status: 404, headers })
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } })
  })
}
