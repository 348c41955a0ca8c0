import { median } from './figures.ts'
import type { Figures } from './figures.ts'
import { pooled } from './gates.ts'
import type { Round, Verdict } from './gates.ts'

/** Two tables in Markdown: what was measured, and which targets it meets. */

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function number(value: number): string {
  if (Number.isNaN(value)) return ''
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function ofRounds(rounds: readonly Round[], name: string, of: (figures: Figures) => number): string {
  const values = rounds.flatMap(({ editors }) => {
    const found = editors.get(name)
    return found && !Number.isNaN(of(found)) ? [of(found)] : []
  })
  return number(median(values))
}

export function figuresTable(rounds: readonly Round[]): string {
  const names = [...(rounds[0]?.editors.keys() ?? [])]
  const head = ['editor and size', 'key to paint p50', 'p95', 'dispatch p50', 'thread a key', 'open', 'heap']
  const rows = names.map((name) => [
    name,
    number(pooled(rounds, name, 0.5)),
    number(pooled(rounds, name, 0.95)),
    ofRounds(rounds, name, ({ dispatch }) => median(dispatch)),
    ofRounds(rounds, name, ({ keyTask }) => keyTask),
    ofRounds(rounds, name, ({ open }) => open),
    ofRounds(rounds, name, ({ heap }) => heap.before / 2 ** 20),
  ])
  return table(head, rows)
}

export function gatesTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ gate, values, plain, held }) => [
    gate.name,
    `≤ ${gate.most} ${gate.unit}${plain.length > 0 ? ', or plain' : ''}`,
    `${number(median(values))} ${gate.unit}`,
    values.map(number).join(', ') + (plain.length > 0 ? `; plain ${plain.map(number).join(', ')}` : ''),
    held ? 'met' : 'MISSED',
  ])
  return table(['target', 'at most', 'median', 'each round', ''], rows)
}

export function page(rounds: readonly Round[], verdicts: readonly Verdict[], machine: string): string {
  const plain = rounds.map(({ state }) => median(state.plain.key))
  const ours = rounds.map(({ state }) => median(state.ours.key))
  const ofState = (of: (round: Round) => number) => median(rounds.map(of))
  const missed = verdicts.filter(({ held }) => !held).length
  return `# The speed of the editor

What \`npm run bench:editor\` measured last: ${machine}. ${rounds.length === 1 ? '1 round' : `${rounds.length} rounds`}, in each of which our editor and plain
ProseMirror took turns in the same Chromium, both with \`content-visibility\` on. Milliseconds; heap in MiB.

Sizes: S is 700 words, M 10,000 words with 500 changes, 200 comments and 50 claims, L 100,000 words with 5,000
changes, 2,000 comments and 500 claims. “bare” is the editor alone, “screen” the whole review around it, with the
named panel open (Claims where none is named). Keys are real ones, ${KEYS_IN_WORDS}.

${figuresTable(rounds)}

“key to paint” is from the press of a key to the task after the next frame; “thread a key” is all the time of the
main thread for one key, what the screen does later included; “open” is main-thread time from the stored text to its
first paint.

A key without a view (transaction, tracking, state of all plugins, decorations) at L: ${number(median(ours))} ms, plain
${number(median(plain))} ms. The index of the document (lists, counts) is no part of that: it is made after the paint, when somebody first
asks, and took ${number(ofState(({ state }) => median(state.ours.index)))} ms more after a key, ${number(ofState(({ decide }) => decide.acceptIndex))} ms after
all was accepted and ${number(ofState(({ decide }) => decide.undoIndex))} ms after that was undone.

## Targets

A target counts as missed when every round misses it. ${missed === 0 ? 'All are met.' : `${missed} missed.`} From M to L
plain ProseMirror slows down, too. Where that is by more than the 1.5 × that was aimed at, ours may grow by as much as
plain did in the same round, and the table says both: style and layout of ten times as many paragraphs are Chromium's.

${gatesTable(verdicts)}
`
}

const KEYS_IN_WORDS = '50 of them 90 ms apart in the middle of the text'
