import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

import type { Picture } from '../../shared/model/interchange.ts'

export type RendererFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** Where the window's own files come from. `target` is the path and query of an address, as they were sent. */
export type RendererSource = {
  readonly policy: string
  read(target: string): Promise<RendererFile | null>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Nothing but our own files; pictures may also be made in the window. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The built renderer as a fixed list made at the start. A path is looked up, never resolved, so no spelling of
 * `..` can leave the folder: what is not on the list is not there.
 */
export async function createBuiltRenderer(folder: string): Promise<RendererSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, { readonly file: string; readonly type: string }>()
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, { file, type })
  }
  return {
    policy: CONTENT_POLICY,
    read: async (target) => {
      const [path = ''] = target.split('?', 1)
      const found = files.get(path === '/' ? '/index.html' : path)
      return found ? { bytes: await readFile(found.file), type: found.type } : null
    },
  }
}

/** The Vite dev server, for development only: it needs inline scripts, styles and its own socket. */
export function createDevRenderer(address: string): RendererSource {
  const socket = address.replace(/^http/, 'ws')
  return {
    policy: `default-src 'self' 'unsafe-inline' data: blob: ${address} ${socket}; frame-ancestors 'none'`,
    read: async (target) => {
      const response = await fetch(new URL(target, address))
      if (!response.ok) return null
      const type = response.headers.get('content-type') ?? 'application/octet-stream'
      return { bytes: new Uint8Array(await response.arrayBuffer()), type }
    },
  }
}

/** Sent with every answer of the window's own address. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  }
}

/** Of a picture: what its name stands for never changes, and it can be nothing but a picture. */
export function pictureHeaders(policy: string, { type }: Picture): Record<string, string> {
  return {
    ...securityHeaders(policy),
    'Content-Type': type,
    'Cache-Control': 'private, max-age=31536000, immutable',
  }
}
