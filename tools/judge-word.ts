import { judgeWord } from '../tests/judges/word/run.ts'
import type { Mode } from '../tests/judges/word/run.ts'
import { lintFolder } from '../tests/judges/word/lint-folder.ts'

/**
 * What other programs make of our Word files, new ones and those written into somebody's file; writes
 * docs/word-judges.md and docs/word-judges-patch.md. `npm run judge:word -- 50 7` asks them about 50 files made with
 * seed 7, `-- patch 50 7 20` about files written into others for at most 20 minutes; `-- lint FOLDER` lists what our
 * own lint finds in files of others.
 */
const [first = '', ...rest] = process.argv.slice(2)
if (first === 'lint') await lintFolder(rest[0] ?? '.')
else {
  const modes: readonly Mode[] = first === 'new' || first === 'patch' ? [first] : ['new', 'patch']
  const numbers = modes.length === 1 ? rest : process.argv.slice(2)
  const [count = '200', seed = '1', minutes = '240'] = numbers
  const amount = { count: Number(count), seed: Number(seed), minutes: Number(minutes) }
  let isClean = true
  for (const mode of modes) isClean = (await judgeWord(mode, amount)) && isClean
  // Docxodus keeps its runtime alive.
  process.exit(isClean ? 0 : 1)
}
