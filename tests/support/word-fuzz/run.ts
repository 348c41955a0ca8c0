import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { soundFiles } from './seeds.ts'
import { trySpoilt } from './try-spoilt.ts'
import type { Tried } from './try-spoilt.ts'

/** Run by tools/fuzz-docx.ts in a process that may write no file at all: one that tried would answer `internal`. */
const [count = '5000', first = '1'] = process.argv.slice(2)
const LARGEST = 300_000

function ownFiles(): readonly Uint8Array[] {
  const folder = process.env['STET_WORD_FILES']
  if (folder === undefined) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .map((name) => readFileSync(join(folder, name)))
    .filter((bytes) => bytes.length <= LARGEST)
}

const sound = [...(await soundFiles(20)), ...ownFiles()]
const seeds = Array.from({ length: Number(count) }, (_, index) => Number(first) + index)
const faults: Tried[] = []
const times: number[] = []
let taken = 0
await trySpoilt(sound, seeds, (tried) => {
  times.push(tried.milliseconds)
  if (tried.taken) taken += 1
  if (tried.fault !== '') {
    faults.push(tried)
    console.log(`seed ${tried.seed}, ${tried.what}: ${tried.fault}`)
  }
  if (times.length % 500 === 0) console.log(`${times.length} packages, ${faults.length} faults`)
})
times.sort((one, other) => one - other)
const share = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)
console.log(
  `${times.length} spoilt packages of ${sound.length} sound ones: ${taken} taken, ${times.length - taken} refused in words; ` +
    `${faults.length} faults. Milliseconds: half under ${share(0.5)}, 99 of 100 under ${share(0.99)}, most ${share(1)}.`,
)
process.exitCode = faults.length === 0 ? 0 : 1
