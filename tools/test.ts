import { availableParallelism } from 'node:os'
import { forgetFailures, reportFailures, reportFile } from './failures.ts'
import { runAll } from './run.ts'

/**
 * The random cases of a whole run are the same each time, so that it says something about the change that was made;
 * `npm run fuzz`, and a file of tests that is run alone, try others.
 */
const CASES = { FUZZ_SEED: process.env['FUZZ_SEED'] ?? '20261123' }

function vitest(project: string, ...others: readonly string[]): readonly string[] {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`]
  return ['run', '--project', project, ...reporters, ...others]
}

forgetFailures()
/** The whole of it, in the order in which a failure says most: check, unit, build, browser, e2e. */
process.exitCode = await runAll([
  { name: 'check', command: 'node', args: ['tools/check.ts'] },
  { name: 'build', command: 'electron-vite', args: ['build', '--logLevel', 'warn'] },
  {
    name: 'unit',
    command: 'vitest',
    args: vitest('unit', `--maxWorkers=${availableParallelism()}`),
    env: CASES,
  },
  // A busy machine may starve a browser once; what passes only then is listed.
  { name: 'browser', command: 'vitest', args: vitest('browser', '--retry=1'), env: CASES },
  { name: 'e2e', command: 'playwright', args: ['test'] },
])
// Once more at the end: what a step printed may be thousands of lines above.
reportFailures(['unit', 'browser'])
