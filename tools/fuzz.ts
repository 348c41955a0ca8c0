import { run } from './run.ts'

/**
 * The property tests, on many more random cases than every run of the tests affords. A failure prints the smallest
 * case found, with a seed and a path: FUZZ_SEED=… FUZZ_PATH=… npm run fuzz -- -t 'name of the test' plays it again.
 */
process.exitCode = await run(
  'vitest',
  ['run', '--project', 'unit', 'property.test.ts', ...process.argv.slice(2)],
  { FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '5000', FUZZ_OPS: process.env['FUZZ_OPS'] ?? '30' },
)
