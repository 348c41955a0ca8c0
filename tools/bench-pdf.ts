import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { findPrinters, printByChromium } from '../tests/bench/pdf/print-chromium.ts'
import { printByStet } from '../tests/bench/pdf/print-stet.ts'
import type { Printed } from '../tests/bench/pdf/printed.ts'
import { reportOf } from '../tests/bench/pdf/report.ts'
import type { PrinterName, Results } from '../tests/bench/pdf/report.ts'
import { SIZES } from '../tests/bench/pdf/work-review.ts'
import type { SizeName } from '../tests/bench/pdf/work-review.ts'
import { build } from './built.ts'
import { root } from './run.ts'

/**
 * The sign-off packet of reviews of three sizes beside Chromium's print-to-PDF of the same report; writes
 * docs/bench-pdf.md. `npm run bench:pdf -- 3 SML`: three rounds, and which sizes. `npm run bench:pdf -- 1 L full,shell`:
 * these printers alone, only to look at: nothing is written.
 */
const [rounds = '3', sizes = 'SML', only] = process.argv.slice(2)
if (process.platform !== 'linux')
  throw new Error('What a program takes is read from /proc, which Linux has alone.')
const load = loadavg()[0] ?? 0
const { full, shell } = await findPrinters()
const named = only?.split(',')
const isOurs = named === undefined || named.some((name) => name === 'native' || name === 'wasm')
if (isOurs && (await build()) !== 0) throw new Error('The program could not be built.')
const worker = join(root, 'out/main/worker.js')

const PRINTERS: Readonly<Record<PrinterName, ((size: SizeName) => Promise<Printed>) | null>> = {
  native: (size) => printByStet(worker, size, 'native'),
  full: full && ((size) => printByChromium(full, size)),
  shell: shell && ((size) => printByChromium(shell, size)),
  // A minute and more for a page of what it is for.
  wasm: (size) => printByStet(worker, size, 'wasm'),
}

const results: Results = new Map()
for (let round = 0; round < Number(rounds); round += 1) {
  for (const size of Object.keys(SIZES) as SizeName[]) {
    // What takes a minute is done once.
    if (!sizes.includes(size) || (size === 'L' && round > 0)) continue
    for (const [name, print] of Object.entries(PRINTERS) as [PrinterName, (typeof PRINTERS)[PrinterName]][]) {
      if (!print || (named && !named.includes(name)) || (name === 'wasm' && size !== 'S' && !named)) continue
      // oxlint-disable-next-line no-await-in-loop -- one after another, so that none takes from the other
      const taken = await print(size)
      console.error(size, name, JSON.stringify(taken))
      results.set(`${size} ${name}`, [...(results.get(`${size} ${name}`) ?? []), taken])
    }
  }
}

/** The least of some: what else the machine does only adds to it. */
function warmLayout(): number {
  const child = join(root, 'tests/bench/pdf/warm.ts')
  const once = () => Number(execFileSync(process.execPath, [child], { encoding: 'utf8' }))
  return Math.min(...Array.from({ length: 5 }, once))
}

if (!named) {
  const versions = { full: full?.version ?? null, shell: shell?.version ?? null }
  const { page, isMet } = reportOf(results, { rounds, load, versions, warm: warmLayout() })
  const path = join(root, 'docs/bench-pdf.md')
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), filepath: path }))
  console.log(page)
  process.exitCode = isMet ? 0 : 1
}
