import { runAll } from './run.ts'

/** The whole of it, in the order in which a failure says most: check, unit, build, browser, e2e. */
process.exitCode = await runAll([
  { name: 'check', command: 'node', args: ['tools/check.ts'] },
  { name: 'build', command: 'electron-vite', args: ['build', '--logLevel', 'warn'] },
  { name: 'unit', command: 'vitest', args: ['run', '--project', 'unit'] },
  { name: 'browser', command: 'vitest', args: ['run', '--project', 'browser'] },
  { name: 'e2e', command: 'playwright', args: ['test'] },
])
