import { machine } from '../docx/run.ts'
import { MOST_MEMORY_MB, MOST_TIME_MS } from './printed.ts'
import type { Printed } from './printed.ts'
import { SIZES } from './work-review.ts'
import type { SizeName } from './work-review.ts'

/** docs/bench-pdf.md, out of what was measured. */

export type PrinterName = 'native' | 'full' | 'shell' | 'wasm'
type Key = `${SizeName} ${PrinterName}`
export type Results = Map<Key, readonly Printed[]>
export type Around = {
  readonly rounds: string
  readonly load: number
  readonly versions: { readonly full: string | null; readonly shell: string | null }
  /** Milliseconds. */
  readonly warm: number
}

/** The middle one of the rounds; null for what was not measured or did not end well. */
function median(results: Results, key: Key, of: (one: Printed) => number | null) {
  const values = (results.get(key) ?? []).flatMap((one) => of(one) ?? [])
  values.sort((one, other) => one - other)
  return values[Math.floor(values.length / 2)] ?? null
}

type Goal = readonly [name: string, value: number | null, sign: '≥' | '≤', goal: number]

function goalsOf(results: Results, { versions, warm }: Around): readonly Goal[] {
  const opponent = versions.full === null ? 'shell' : 'full'
  const made = (size: SizeName, by: PrinterName) => median(results, `${size} ${by}`, (one) => one.made)
  const bytes = (size: SizeName, by: PrinterName) => median(results, `${size} ${by}`, (one) => one.bytes)
  const ratio = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one / other
  const memory = median(results, 'L native', (one) => one.memory)
  const name = opponent === 'full' ? 'Chromium' : 'the headless shell'
  return [
    [`S, processor time of ${name} against ours`, ratio(made('S', opponent), made('S', 'native')), '≥', 4],
    [`L, processor time of ${name} against ours`, ratio(made('L', opponent), made('L', 'native')), '≥', 2],
    [
      `L, size of the file of ${name} against ours`,
      ratio(bytes('L', opponent), bytes('L', 'native')),
      '≥',
      3,
    ],
    ['S, seconds', made('S', 'native'), '≤', 0.8],
    ['S by WebAssembly, seconds', made('S', 'wasm'), '≤', 2.5],
    ['S, second layout in the engine of the first, milliseconds', warm, '≤', 30],
    ['L, seconds', made('L', 'native'), '≤', 10],
    ['L, memory in GB', memory === null ? null : memory / 1024, '≤', 1.6],
    ['L, size in MB', ratio(bytes('L', 'native'), 1e6), '≤', 5.5],
  ]
}

const isMet = ([, value, sign, goal]: Goal): boolean =>
  value === null || (sign === '≥' ? value >= goal : value <= goal)

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function rowsOf(results: Results, { versions }: Around): readonly (readonly string[])[] {
  const names: Readonly<Record<PrinterName, string>> = {
    native: 'Stet, native',
    full: `${versions.full ?? ''}, print to PDF`,
    shell: `headless shell, ${versions.shell ?? ''}`,
    wasm: 'Stet, WebAssembly',
  }
  return [...results].map(([key, all]) => {
    const [size, by] = key.split(' ') as [SizeName, PrinterName]
    const at = (of: (one: Printed) => number | null, digits: number, unit: string) => {
      const value = median(results, key, of)
      return value === null ? '' : `${value.toFixed(digits)}${unit}`
    }
    const ended = all.find((one) => one.ended !== null)?.ended ?? null
    const checked =
      by === 'native' || by === 'wasm' ? at((one) => (one.ended === null ? one.cpu : null), 2, ' s') : ''
    return [
      size,
      names[by],
      at(({ made }) => made, 2, ' s'),
      ended ?? checked,
      at(({ memory }) => memory, 0, ' MB'),
      at(({ bytes }) => (bytes === null ? null : bytes / 1e6), 2, ' MB'),
      at(({ pages }) => pages, 0, ''),
    ]
  })
}

export function reportOf(
  results: Results,
  around: Around,
): { readonly page: string; readonly isMet: boolean } {
  const goals = goalsOf(results, around)
  const sizes = Object.entries(SIZES).map(
    ([name, { words, changes, threads, claims }]) =>
      `${name}: ${words.toLocaleString('en')} words, ${changes} changes, ${threads} comments, ${claims} claims.`,
  )
  const page = `# The sign-off PDF, measured

By \`npm run bench:pdf\` (${around.rounds} rounds, the median; L once), on ${machine()}, with a load of ${around.load.toFixed(1)} by other programs.
${sizes.join(' ')} S has six scripts besides.

${table(['size', 'by', 'made', 'checked', 'memory', 'file', 'pages'], rowsOf(results, around))}

${table(
  ['goal', 'is', '', ''],
  goals.map((one) => {
    const [name, value, sign, goal] = one
    const words = value === null ? 'not measured' : value.toFixed(2)
    return [name, words, `${sign} ${goal}`, value === null ? '' : isMet(one) ? 'met' : '**missed**']
  }),
)}

Each file is made by programs started for it, ours as the app starts it. _Made_ is processor time, user and system, of
all of them from the start until the file is whole: ours with its comments, its data and what it claims to be. _Checked_
goes on until it has been read back, which no browser does. Memory is the most at one time of what the programs have of
their own. A printer is ended at ${MOST_MEMORY_MB / 1000} GB or after ${MOST_TIME_MS / 60_000} minutes, and the table says so.

## Against what

The goals count against a whole Chromium${around.versions.full === null ? ', which is not installed here, so that the headless shell stands in for it' : ''}: it is what Electron has
within it, and what \`printToPDF\` would run. The headless shell is the same engine without a browser around it; it
starts faster and cannot be shipped in Electron's place.

The page that they print (\`tests/bench/pdf/html\`) is made of the same report as ours and is what somebody would write
who has only a browser: the cover with decision, approval table, signature field, blockers, counts, both hashes and
contents; the text with numbers of paragraphs and sentences, claims beside their lines with corners around their
words; all registers with heads that repeat and rows that stay whole; links both ways; the redline with underlined and
struck words in their authors' colours, numbers of changes, and comments in the margin that lead to their register; running
heads and feet with hash, time, decision and numbers of pages, as margin boxes; the last page with every font and its
SHA-256; the same font files by \`@font-face\`; tags and bookmarks.

A browser cannot, and the page lacks: lines from words to their card, and cards that shrink until all of a page fit
beside it (they are floats, and run on below); bars beside exactly the changed lines (here beside the paragraph);
marks of one line side by side (they overprint); notes at the foot of their page; the number of the page a link leads
to; comments as comments of the PDF, with replies and state; the review as data within it; PDF/A and PDF/UA; the same
bytes on every machine.
`
  return { page, isMet: goals.every(isMet) }
}
