import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { machine, measureDocx } from '../tests/bench/docx/run.ts'
import type { Row, Taken } from '../tests/bench/docx/run.ts'

/**
 * Writing and reading a long Word file beside `docx`, mammoth, pandoc and LibreOffice; writes docs/bench-docx.md.
 * `npm run bench:docx -- 5 5`: five rounds, in each of which our own and the libraries do the work five times. A third word, `quick`, leaves
 * LibreOffice out, which takes half a minute of processor time.
 */
const [rounds = '3', times = '5', mode = ''] = process.argv.slice(2)

const load = loadavg()[0] ?? 0
const { rows, sizes } = await measureDocx(Number(rounds), Number(times), mode !== 'quick')

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}

const of = (name: string): readonly Taken[] => rows.find((row) => row.name === name)?.taken ?? []
const first = (name: string): number => median(of(name).map((taken) => taken.first))
const later = (name: string): number => median(of(name).flatMap(({ later: value }) => value ?? []))
const memory = (name: string): number => median(of(name).map(({ rss }) => rss))

const NAMES: Readonly<Record<string, string>> = {
  docx: '`docx` 9.15.2, write',
  write: 'Stet, write',
  export: 'Stet, write, read back, compare and lint',
  mammoth: 'mammoth 1.13, to HTML',
  import: 'Stet, read to its document',
}
const shown = (value: number, unit: string): string =>
  Number.isNaN(value) ? '' : `${value.toFixed(0)} ${unit}`
const line = ({ name }: Row): readonly string[] => [
  NAMES[name] ?? name,
  shown(first(name), 'ms'),
  shown(later(name), 'ms'),
  shown(memory(name), 'MB'),
]
const ratio = (value: number): string => (Number.isNaN(value) ? 'not measured' : value.toFixed(2))
const goals = [
  ['write against `docx`, first time', first('write') / first('docx'), 0.25],
  ['write against `docx`, later', later('write') / later('docx'), 0.25],
  ['read against mammoth, first time', first('import') / first('mammoth'), 0.35],
  ['read against mammoth, later', later('import') / later('mammoth'), 0.35],
  ['read against pandoc', first('import') / first('pandoc, to JSON'), 0.4],
  ['read against LibreOffice', first('import') / first('LibreOffice, to fodt'), 0.03],
  ['memory of writing against `docx`', memory('write') / memory('docx'), 1],
  ['memory of reading against pandoc', memory('import') / memory('pandoc, to JSON'), 1],
  ['size against `docx`', sizes[0] / sizes[1], 1.1],
] as const
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const report = `# Word files, measured

By \`npm run bench:docx\` (${rounds} rounds), on ${machine()}, with a load of ${load.toFixed(1)} by other programs. The work: 100,000
words in 2,000 paragraphs, 3,000 insertions, 2,000 deletions, 2,001 comments, of which 667 are replies and a quarter resolved; each
change at a minute of its own.

Milliseconds are processor time in user mode, threads for memory and compiling included; the median of the rounds. Ours and the
libraries work in a process of their own, modules loaded: the first time, and the median of ${String(Number(times) - 1)} more. Other programs are measured
as a whole. Memory is the most of the process, up to the end of the first time.

${table(['what', 'first', 'later', 'memory'], rows.map(line))}

${table(
  ['ratio', 'is', 'goal', ''],
  goals.map(([name, value, goal]) => [
    name,
    ratio(value),
    `≤ ${String(goal)}`,
    Number.isNaN(value) ? '' : value <= goal ? 'met' : '**missed**',
  ]),
)}

The file has ${kilobytes(sizes[0])}, that of \`docx\` ${kilobytes(sizes[1])}. Ours says more: of each change and comment the time in UTC, and of each comment ids that
stay the same from file to file, where those of \`docx\` count from one.
`
const page = join(import.meta.dirname, '../docs/bench-docx.md')
writeFileSync(page, await format(report, { ...(await resolveConfig(page)), filepath: page }))
console.log(report)
process.exitCode = goals.every(([, value, goal]) => Number.isNaN(value) || value <= goal) ? 0 : 1
