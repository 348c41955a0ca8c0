import { join } from 'node:path'
import { findElectron } from './electron.ts'
import { hold } from './hold.ts'
import { root } from './run.ts'

/**
 * `npm run dev [-- loopback]`: the Vite dev server behind either host. electron-vite starts whatever
 * ELECTRON_EXEC_PATH names; for the loopback host that is this Node.
 */
const vite = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch']
const loopback = process.argv.includes('loopback') || findElectron() === null
process.exitCode = loopback
  ? await hold(process.execPath, [...vite, '--entry', 'out/main/loopback.js'], {
      ELECTRON_EXEC_PATH: process.execPath,
    })
  : await hold(process.execPath, vite)
