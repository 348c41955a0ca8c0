import { runAll } from './run.ts'

/**
 * Everything that is checked without running the app: types, lint, layers, format, unused code. The formatter is slow, has
 * one thread and says nothing while all is well: it works beside the others.
 */
const format = runAll([
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
])
const others = await runAll([
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'layers', command: 'vitest', args: ['run', '--project', 'unit', 'tests/unit/layers.test.ts'] },
  { name: 'unused code', command: 'knip', args: [] },
])
process.exitCode = Math.max(await format, others)
