import { run } from './run.ts'
import { build } from './built.ts'
import { fetchElectron, findElectron } from './electron.ts'

/** `npm start [-- --library DIR]`: builds what is not built, then opens the window under the best host there is. */
process.exitCode = await start(process.argv.slice(2))

async function start(flags: readonly string[]): Promise<number> {
  const built = await build()
  if (built !== 0) return built
  const electron = findElectron() ?? (await fetchElectron())
  if (electron !== null) return run(electron, [...sandboxFlags(), 'out/main/index.js', ...flags])
  console.error(
    'There is no Electron on this machine, so Stet opens in the browser (`npx install-electron` brings it).',
  )
  return run(process.execPath, ['out/main/loopback.js', ...flags])
}

/** Chromium refuses to run its sandbox as root. */
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
