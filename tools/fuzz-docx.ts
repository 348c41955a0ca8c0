import { join } from 'node:path'
import { run } from './run.ts'

/**
 * Spoilt Word packages through the real worker, in a process without the right to write a file or to start a program:
 * `npm run fuzz:docx -- 5000 1` tries 5,000 from seed 1. STET_WORD_FILES names a folder of sound files to spoil beside
 * our own.
 */
const rights = ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons']
const script = join(import.meta.dirname, '../tests/support/word-fuzz/run.ts')
process.exitCode = await run('node', [...rights, script, ...process.argv.slice(2)])
