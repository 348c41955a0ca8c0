import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const BUILT = [
  'main/index.js',
  'main/loopback.js',
  'main/cli.js',
  'preload/preload.cjs',
  'renderer/index.html',
]

/** True when every bundle is there and newer than everything that it is made of. */
function isBuilt(): boolean {
  const built = BUILT.map((name) => join(root, 'out', name))
  if (!built.every((file) => existsSync(file))) return false
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return SOURCES.every((name) => newest(join(root, name)) <= oldest)
}

/** Milliseconds since 1970 of the latest change in a file or folder; 0 when it is missing. */
function newest(path: string): number {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(own.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs))
}

/** Builds when out/ is missing or older than the sources; answers an exit code. */
export async function build(): Promise<number> {
  if (isBuilt()) return 0
  console.error('Building Stet…')
  return run('electron-vite', ['build', '--logLevel', 'warn'])
}
