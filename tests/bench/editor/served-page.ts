import react from '@vitejs/plugin-react'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { build } from 'vite'
import { buildWorkload, withoutMarks } from './workload.ts'
import type { Size } from './workload.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** Cross-origin isolation gives clocks of 5 µs instead of 100. */
function headersOf(name: string): Record<string, string> {
  return {
    'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  }
}

export type ServedPage = { readonly url: string; close(): void }

/** Builds the measured page as the product is built, puts the stored documents beside it, and serves both. */
export async function servePage(folder: string, sizes: readonly Size[]): Promise<ServedPage> {
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, 'page'),
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome142',
      // Names in profiles; it makes no difference to the times.
      minify: false,
      chunkSizeWarningLimit: 10_000,
    },
  })
  await mkdir(folder, { recursive: true })
  for (const size of sizes) {
    const doc = buildWorkload(size)
    // oxlint-disable-next-line no-await-in-loop -- three small files
    await writeFile(join(folder, `redline-${size}.json`), JSON.stringify(doc.toJSON()))
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(join(folder, `plain-${size}.json`), JSON.stringify(withoutMarks(doc).toJSON()))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname === '/' ? '/index.html' : pathname
    createReadStream(join(folder, name))
      .on('open', () => response.writeHead(200, headersOf(name)))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  return { url: await listen(server), close: () => server.close() }
}

function listen(server: Server): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return fail(new Error('no port'))
      done(`http://127.0.0.1:${address.port}/`)
    })
  })
}
