import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const PACKAGE = resolve(import.meta.dirname, '../../node_modules/electron')

/** The Electron that was downloaded, or null: its package carries none. */
export function findElectron(): string | null {
  const named = join(PACKAGE, 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(PACKAGE, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : null
}
