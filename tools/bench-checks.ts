import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { countsBySentence, countsOf, measureChecks, proposalsOf, stories } from '../tests/bench/checks/run.ts'

/** The checks at 100,000 words, and what they propose for the stories at hand; writes docs/bench-checks.md. */

const MOST_KEY = 16
const MOST_FULL = 3000

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const { begin, full, words, proposals, key, again } = measureChecks()
const milliseconds = (value: number) => `${value.toFixed(value < 100 ? 2 : 0)} ms`
const rows = [
  ['whole check in the worker, with spelling', milliseconds(full), `≤ ${String(MOST_FULL)} ms`],
  ['a key, main thread, p50', milliseconds(share(key, 0.5)), ''],
  ['a key, main thread, p95', milliseconds(share(key, 0.95)), `≤ ${String(MOST_KEY)} ms`],
  ['a key, main thread, most', milliseconds(Math.max(...key)), ''],
  ['a key, worker, p50', milliseconds(share(again, 0.5)), ''],
  ['rules and dictionary, once, in the worker', milliseconds(begin), ''],
]
const table = (head: readonly string[], body: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const counted = stories.map((path) => {
  const all = proposalsOf(path)
  const claims = all.filter(({ kind }) => kind === 'claim').length
  const notes = all.length - claims
  const of = countsOf(all).map(([name, count]) => [name, String(count)])
  const bySentence = countsBySentence(path).map((cells) => cells.map(String))
  return `## ${basename(path)}\n\n${String(claims)} claims and ${String(notes)} notes are proposed in the neutral style.\n\n${table(['kind or rule', 'times'], of)}\n\n${table(['sentence', 'claims', 'notes'], bySentence)}\n`
})

const report = `# The checks, measured

By \`npm run bench:checks\`, on the machine at hand: ${words.toLocaleString('en')} words, ${proposals.toLocaleString('en')} proposals.
Milliseconds are of the thread's own processor time. The main thread's part of a key is comparing blocks, posting, receiving and merging; typing waits for none of it.

${table(['what', 'took', 'target'], rows)}

${counted.join('\n')}`
const page = join(import.meta.dirname, '../docs/bench-checks.md')
writeFileSync(page, await format(report, { ...(await resolveConfig(page)), filepath: page }))
console.log(report)
process.exitCode = share(key, 0.95) <= MOST_KEY && full <= MOST_FULL ? 0 : 1
