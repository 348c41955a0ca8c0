import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { forgetFailures, reportFailures, reportFile } from './failures.ts'
import { root, runAll } from './run.ts'
import { scratch } from './scratch.ts'

/**
 * The random cases of a whole run are the same each time, so that it says something about the change that was made;
 * `npm run fuzz`, and a file of tests that is run alone, try others.
 */
const CASES = { FUZZ_SEED: process.env['FUZZ_SEED'] ?? '20261123' }

const folder = scratch()
/** Processes and threads that tests start read the program from source: what was compiled of it is kept for the next. */
const ENV = { TMPDIR: folder.path, NODE_COMPILE_CACHE: join(root, '.cache/node') }

/** As many as there are cores: left to itself Vitest keeps one free, and of two that is half. */
function vitest(project: string, ...others: readonly string[]): readonly string[] {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`]
  const workers = `--maxWorkers=${availableParallelism()}`
  return ['run', '--project', project, workers, ...reporters, ...others]
}

forgetFailures()
/** The whole of it, in the order in which a failure says most: check, unit, build, browser, e2e. */
process.exitCode = await runAll([
  { name: 'check', command: 'node', args: ['tools/check.ts'] },
  { name: 'build', command: 'electron-vite', args: ['build', '--logLevel', 'warn'] },
  { name: 'unit', command: 'vitest', args: vitest('unit'), env: { ...ENV, ...CASES } },
  // A busy machine may starve a browser once; what passes only then is listed.
  { name: 'browser', command: 'vitest', args: vitest('browser', '--retry=1'), env: { ...ENV, ...CASES } },
  { name: 'e2e', command: 'playwright', args: ['test'], env: ENV },
])
folder.remove()
// Once more at the end: what a step printed may be thousands of lines above.
reportFailures(['unit', 'browser'])
