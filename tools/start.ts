import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './built.ts'
import { fetchElectron, findElectron } from './electron.ts'
import { hold } from './hold.ts'
import { root } from './run.ts'

/** `npm start [-- --library DIR]`: builds what is not built, then opens the window under the best host there is. */
const built = await build()
const electron = built === 0 ? (findElectron() ?? (await fetchElectron())) : null
if (built !== 0) process.exitCode = built
else if (electron !== null) process.exitCode = await startElectron(electron)
else await startLoopback()

/** Chromium refuses to run its sandbox as root. */
function startElectron(binary: string): Promise<number> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return hold(binary, [...sandbox, join(root, 'out/main/index.js'), ...process.argv.slice(2)])
}

/** In this process, so that a signal reaches the library: it reads the same flags and sets the exit code. */
async function startLoopback(): Promise<void> {
  console.error(
    'There is no Electron on this machine, so Stet opens in the browser (`npx install-electron` brings it).',
  )
  await import(pathToFileURL(join(root, 'out/main/loopback.js')).href)
}
