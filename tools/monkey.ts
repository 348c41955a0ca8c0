import { run } from './run.ts'

/**
 * Random keys in Chromium, two hundred sequences instead of the few of every test run. A failure prints its seed and
 * the shortest keys found that still fail: MONKEY_SEED=… MONKEY_KEYS='…' npm run monkey plays them again.
 */
process.exitCode = await run(
  'vitest',
  ['run', '--project', 'browser', 'tests/browser/editor/monkey.test.ts', ...process.argv.slice(2)],
  { MONKEY_RUNS: process.env['MONKEY_RUNS'] ?? '200', MONKEY_SHORTEN: '1' },
)
