import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.ts'

const PACKAGE = join(root, 'node_modules/electron')
/** Written after a download that failed, so that the next start does not wait for another. */
const TRIED = join(root, 'out/electron-was-not-there')
const PATIENCE_MS = 20_000

/** The Electron that is installed, or null: its npm package carries none. */
export function findElectron(): string | null {
  const named = join(PACKAGE, 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(PACKAGE, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Downloads it, once and not for long; null where that fails. */
export async function fetchElectron(): Promise<string | null> {
  if (existsSync(TRIED)) return null
  console.error('Fetching Electron (once, for 20 seconds at most)…')
  const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await new Promise<void>((done) => {
    child.once('exit', () => done()).once('error', () => done())
  })
  clearTimeout(timer)
  const found = findElectron()
  if (found === null) {
    mkdirSync(dirname(TRIED), { recursive: true })
    writeFileSync(TRIED, 'Delete this file, or run `npx install-electron`, to try again.\n')
  }
  return found
}
