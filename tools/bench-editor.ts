import { benchEditor } from '../tests/bench/editor/run.ts'

/**
 * Our editor against plain ProseMirror, at three sizes; writes docs/bench-editor.md. `npm run bench:editor -- 1` makes
 * one round instead of three.
 */
const rounds = process.argv[2] === undefined ? undefined : Number(process.argv[2])
process.exitCode = (await benchEditor(rounds)) ? 0 : 1
