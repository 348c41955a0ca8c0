import { findElectron } from './electron.ts'
import { run } from './run.ts'

/**
 * `npm run dev [-- loopback]`: the Vite dev server behind either host. electron-vite starts whatever
 * ELECTRON_EXEC_PATH names; for the loopback host that is this Node.
 */
const loopback = process.argv.includes('loopback') || findElectron() === null
process.exitCode = loopback
  ? await run('electron-vite', ['dev', '--watch', '--entry', 'out/main/loopback.js'], {
      ELECTRON_EXEC_PATH: process.execPath,
    })
  : await run('electron-vite', ['dev', '--watch'])
