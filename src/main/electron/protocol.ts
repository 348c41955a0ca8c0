import { protocol } from 'electron'
import { securityHeaders } from '../host/renderer-source.ts'
import type { RendererSource } from '../host/renderer-source.ts'

/** Before `ready`, once: an ordinary, secure origin with its own storage, under our policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves app://stet: the files of the renderer and nothing else. */
export function serveRenderer(source: RendererSource): void {
  const headers = securityHeaders(source.policy)
  protocol.handle('app', async (request) => {
    const url = URL.parse(request.url)
    const own = url !== null && url.host === 'stet' && request.method === 'GET'
    const file = own ? await source.read(url.pathname + url.search) : null
    if (file === null) return new Response('There is nothing at this address.', { status: 404, headers })
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } })
  })
}
