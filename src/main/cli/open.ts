import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the built hosts and, in a checkout, the packages lie. */
export type Installed = { readonly out: string; readonly packages: string }

/** Starts the window on a library, under Electron where it is installed, and answers its exit code. */
export async function runOpen(
  installed: Installed,
  folder: string,
  articleId: string | null,
): Promise<number> {
  const electron = findElectron(installed.packages)
  const file = electron ?? process.execPath
  const entry = resolve(installed.out, 'main', electron === null ? 'loopback.js' : 'index.js')
  const flags = [`--library=${folder}`, ...(articleId === null ? [] : [`--open=${articleId}`])]
  const child = spawn(file, [entry, ...flags], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done, fail) => {
    child.once('error', fail).once('exit', (code) => done(code ?? 0))
  })
}

function findElectron(packages: string): string | null {
  const named = join(packages, 'electron', 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(packages, 'electron', 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : null
}
