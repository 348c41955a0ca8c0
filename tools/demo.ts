import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

/** `npm run demo [-- FILE]`: the whole journey without a window; builds first when nothing is built. */
const built = existsSync(join(root, 'out/main/cli.js'))
const code = built ? 0 : await run('electron-vite', ['build', '--logLevel', 'warn'])
process.exitCode =
  code === 0 ? await run('node', ['out/main/cli.js', 'demo', ...process.argv.slice(2)]) : code
