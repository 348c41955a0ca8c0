import { median, quantile } from './figures.ts'
import type { Figures, StateRound } from './figures.ts'
import type { DecideFigures } from './page-api.ts'

/** Everything that one round measured. Names of editors are those of `EDITORS`. */
export type Round = {
  readonly state: { readonly plain: StateRound; readonly ours: StateRound }
  readonly decide: DecideFigures
  readonly editors: ReadonlyMap<string, Figures>
}

/**
 * A target of the design: what counts of a round, and the most it may be. It is missed when every round misses it: a
 * single one may have shared the machine with something else.
 */
export type Gate = {
  readonly name: string
  readonly most: number
  readonly unit: 'ms' | '×' | '%'
  readonly of: (round: Round) => number
  /** What plain ProseMirror comes to: where that is more than `most`, ours may be as much. */
  readonly plain?: (round: Round) => number
}

export function keyNameOf(kind: string, size: string, tab = ''): string {
  return [kind, size, tab].filter((part) => part !== '').join(' ')
}

function figures({ editors }: Round, name: string): Figures {
  const found = editors.get(name)
  if (!found) throw new Error(`nothing was measured of ${name}`)
  return found
}

const paint = (round: Round, name: string) => median(figures(round, name).toPaint)
const dispatch = (round: Round, name: string) => median(figures(round, name).dispatch)

const growth = (round: Round, kind: string) => paint(round, `${kind} L`) / paint(round, `${kind} M`)

const OURS = ['bare', 'screen'] as const

/** The editor alone, and the review with each panel that lists much. */
const SHOWN = ['bare L', 'screen L', 'screen L changes', 'screen L comments'] as const

function state(): Gate[] {
  return [
    {
      name: 'key, state only, to plain',
      most: 6,
      unit: '×',
      of: ({ state }) => median(state.ours.key) / median(state.plain.key),
    },
    { name: 'key, state only', most: 0.5, unit: 'ms', of: ({ state }) => median(state.ours.key) },
    {
      name: 'processor time of a key, state only, to plain',
      most: 4,
      unit: '×',
      of: ({ state }) => state.ours.processor / state.plain.processor,
    },
    {
      name: 'key and its index, state only',
      most: 0.5,
      unit: 'ms',
      of: ({ state }) => median(state.ours.key) + median(state.ours.index),
    },
    { name: 'Enter, state only', most: 1, unit: 'ms', of: ({ state }) => median(state.ours.enter) },
    { name: 'Backspace, state only', most: 1, unit: 'ms', of: ({ state }) => median(state.ours.backspace) },
    { name: 'accept all changes, cold', most: 100, unit: 'ms', of: ({ decide }) => decide.accept },
    { name: 'undo of that', most: 15, unit: 'ms', of: ({ decide }) => decide.undo },
  ]
}

function view(): Gate[] {
  return SHOWN.flatMap((name): Gate[] => [
    {
      name: `${name}: script of a dispatch, to plain`,
      most: 3,
      unit: '×',
      of: (round) => dispatch(round, name) / dispatch(round, 'plain L'),
    },
    {
      name: `${name}: key to paint, to plain`,
      most: 2,
      unit: '×',
      of: (round) => paint(round, name) / paint(round, 'plain L'),
    },
  ])
}

function whole(): Gate[] {
  return OURS.flatMap((kind): Gate[] => [
    {
      name: `${kind}: key to paint, L to M`,
      most: 1.5,
      unit: '×',
      of: (round) => growth(round, kind),
      plain: (round) => growth(round, 'plain'),
    },
    {
      name: `${kind} L: opening, more than plain`,
      most: 400,
      unit: 'ms',
      of: (round) => figures(round, `${kind} L`).open - figures(round, 'plain L').open,
    },
    {
      name: `${kind} L: longest block after a save`,
      most: 8,
      unit: 'ms',
      of: (round) => median(figures(round, `${kind} L`).saveBlocks),
    },
    {
      name: `${kind} L: memory after 1,000 keys`,
      most: 10,
      unit: '%',
      of: (round) => {
        const { before, after } = figures(round, `${kind} L`).heap
        return (100 * (after - before)) / before
      },
    },
  ])
}

export const GATES: readonly Gate[] = [...state(), ...view(), ...whole()]

export type Verdict = {
  readonly gate: Gate
  readonly values: readonly number[]
  /** Of plain ProseMirror, in the same rounds; empty where the gate does not ask for it. */
  readonly plain: readonly number[]
  readonly held: boolean
}

/** A round that did not measure what a gate asks for says nothing of it. */
export function judge(rounds: readonly Round[]): readonly Verdict[] {
  return GATES.map((gate) => {
    const asked = rounds.filter((round) => !Number.isNaN(gate.of(round)))
    const values = asked.map(gate.of)
    const plain = gate.plain ? asked.map(gate.plain) : []
    const held = values.some((value, round) => value <= Math.max(gate.most, plain[round] ?? 0))
    return { gate, values, plain, held }
  })
}

/** Of all rounds together, for the table. */
export function pooled(rounds: readonly Round[], name: string, part: number): number {
  return quantile(
    rounds.flatMap((round) => round.editors.get(name)?.toPaint ?? []),
    part,
  )
}
