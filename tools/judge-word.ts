import { judgeWord } from '../tests/judges/word/run.ts'

/**
 * What LibreOffice and pandoc make of our Word files when they accept, or reject, every change; writes
 * docs/word-judges.md. `npm run judge:word -- 50 7` asks them about 50 files made with seed 7.
 */
const [count = '200', seed = '1'] = process.argv.slice(2)
process.exitCode = judgeWord(Number(count), Number(seed)) ? 0 : 1
