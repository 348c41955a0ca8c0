import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { machine } from '../tests/bench/docx/run.ts'
import { printByChromium, printByStet } from '../tests/bench/pdf/run.ts'
import type { Printed } from '../tests/bench/pdf/run.ts'
import { SIZES } from '../tests/bench/pdf/work-review.ts'
import type { SizeName } from '../tests/bench/pdf/work-review.ts'
import { build } from './built.ts'
import { root } from './run.ts'

/**
 * The sign-off packet of reviews of three sizes beside Chromium's print-to-PDF of the same report; writes
 * docs/bench-pdf.md. `npm run bench:pdf -- 3 SML`: three rounds, and which sizes.
 */
const [rounds = '3', sizes = 'SML'] = process.argv.slice(2)
if (process.platform !== 'linux')
  throw new Error('What a program takes is read from /proc, which Linux has alone.')
if ((await build()) !== 0) throw new Error('The program could not be built.')
const worker = join(root, 'out/main/worker.js')
const load = loadavg()[0] ?? 0

type Printer = 'native' | 'wasm' | 'chromium'
const PRINTERS: readonly Printer[] = ['native', 'chromium', 'wasm']
const results = new Map<string, Printed[]>()

async function print(size: SizeName, printer: Printer): Promise<void> {
  const key = `${size} ${printer}`
  const taken =
    printer === 'chromium' ? await printByChromium(size) : await printByStet(worker, size, printer)
  console.error(key, taken)
  results.set(key, [...(results.get(key) ?? []), taken])
}

for (let round = 0; round < Number(rounds); round += 1) {
  for (const size of ['S', 'M', 'L'] as const) {
    // What takes a minute is done once.
    if (!sizes.includes(size) || (size === 'L' && round > 0)) continue
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that none takes from the other
    for (const printer of size === 'S' ? PRINTERS : PRINTERS.slice(0, 2)) await print(size, printer)
  }
}

/** The middle one of the rounds; not a number for what was not measured. */
function median(size: SizeName, printer: Printer, of: (taken: Printed) => number): number {
  const values = (results.get(`${size} ${printer}`) ?? []).map(of).toSorted((one, other) => one - other)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const NAMES: Readonly<Record<Printer, string>> = {
  native: 'Stet, native',
  wasm: 'Stet, WebAssembly',
  chromium: 'Chromium, print to PDF',
}
const rows = [...results.keys()].map((key) => {
  const [size, printer] = key.split(' ') as [SizeName, Printer]
  const at = (of: (taken: Printed) => number, digits: number) => median(size, printer, of).toFixed(digits)
  return [
    size,
    NAMES[printer],
    `${at(({ made }) => made, 2)} s`,
    printer === 'chromium' ? '' : `${at(({ cpu }) => cpu, 2)} s`,
    `${at(({ memory }) => memory, 0)} MB`,
    `${at(({ bytes }) => bytes / 1e6, 2)} MB`,
    at(({ pages }) => pages, 0),
  ]
})

const made = (size: SizeName, printer: Printer) => median(size, printer, (taken) => taken.made)
const bytes = (size: SizeName, printer: Printer) => median(size, printer, (taken) => taken.bytes)
const goals = [
  ['S, processor time of Chromium against ours', made('S', 'chromium') / made('S', 'native'), '≥', 4],
  ['L, processor time of Chromium against ours', made('L', 'chromium') / made('L', 'native'), '≥', 2],
  ['L, size of Chromium’s file against ours', bytes('L', 'chromium') / bytes('L', 'native'), '≥', 3],
  ['L, memory in GB', median('L', 'native', ({ memory }) => memory) / 1024, '≤', 1.6],
  ['S by WebAssembly, seconds', made('S', 'wasm'), '≤', 2.5],
] as const
const isMet = (value: number, sign: '≥' | '≤', goal: number): boolean =>
  sign === '≥' ? value >= goal : value <= goal

const report = `# The sign-off PDF, measured

By \`npm run bench:pdf\` (${rounds} rounds, the median; L once), on ${machine()}, with a load of ${load.toFixed(1)} by other programs.
${Object.entries(SIZES)
  .map(
    ([name, { words, changes, threads, claims }]) =>
      `${name}: ${words.toLocaleString('en')} words, ${changes} changes, ${threads} comments, ${claims} claims.`,
  )
  .join(' ')} S has six scripts besides.

The packet: cover, text, registers, redline with cards. Each file is made by a process that is started for it. _Made_ is processor time, user and
system, from the start of the program until the file is whole, with its comments, its data and what it claims to be;
_checked_ goes on until it has been read back by pdf.js, which Chromium does not do. Memory is the most at one time.

${table(['size', 'by', 'made', 'checked', 'memory', 'file', 'pages'], rows)}

${table(
  ['goal', 'is', '', ''],
  goals.map(([name, value, sign, goal]) => [
    name,
    Number.isNaN(value) ? 'not measured' : value.toFixed(2),
    `${sign} ${goal}`,
    Number.isNaN(value) ? '' : isMet(value, sign, goal) ? 'met' : '**missed**',
  ]),
)}
`
const page = join(root, 'docs/bench-pdf.md')
writeFileSync(page, await format(report, { ...(await resolveConfig(page)), filepath: page }))
console.log(report)
process.exitCode = goals.every(([, value, sign, goal]) => Number.isNaN(value) || isMet(value, sign, goal))
  ? 0
  : 1
