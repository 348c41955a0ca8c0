#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Plain JavaScript, because it has to run under whatever Node the machine has, and find the one that Stet needs:
// better-sqlite3 crashes below 22.14.

const self = fileURLToPath(import.meta.url)
const root = resolve(dirname(self), '..')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 14)) {
  if (build()) await import(pathToFileURL(join(root, 'out/main/cli.js')).href)
  else process.exitCode = 1
} else {
  const own = ownNode()
  if (own === undefined) {
    console.error(
      `Stet needs Node 22.14 or newer; this is ${process.versions.node}, and npm ci brought no other.`,
    )
    process.exitCode = 1
  } else {
    const ran = spawnSync(own, [self, ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = ran.status ?? 1
  }
}

function ownNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  return [join(root, 'node_modules', name, file)].find((path) => existsSync(path))
}

/** What it says goes to stderr: stdout is for data. */
function build() {
  if (existsSync(join(root, 'out/main/cli.js'))) return true
  console.error('Building Stet, once…')
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  return built.status === 0
}
