import { runAll } from './run.ts'

/** Everything that is checked without running the app: types, lint, layers, format, unused code. */
process.exitCode = await runAll([
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'layers', command: 'vitest', args: ['run', '--project', 'unit', 'tests/unit/layers.test.ts'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: 'knip', args: [] },
])
