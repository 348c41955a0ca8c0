import type { CheckBook, FinderRule, NoteRule, Profile } from '../model/check-book.ts'
import { compilePattern } from './pattern.ts'
import type { Pattern } from './pattern.ts'
import { createPatternTable } from './pattern-table.ts'
import type { Lists, PatternTable } from './pattern-table.ts'

/** One pattern of a rule. `replacement`: the words that a swap puts in its place. */
export type Entry<Rule> = {
  readonly rule: CompiledRule<Rule>
  readonly pattern: Pattern
  readonly replacement: string | null
}

export type CompiledRule<Rule> = {
  readonly rule: Rule
  /** Its place in the book: where two rules find the same, the earlier has it. */
  readonly order: number
  readonly unless: PatternTable<Pattern> | null
  readonly riskier: PatternTable<Pattern> | null
}

/** A book as the engine uses it: patterns parsed, and found by the word that they begin with. */
export type CompiledBook = {
  readonly lists: Lists
  readonly participles: ReadonlySet<string>
  /** Words that carry little meaning. */
  readonly functionWords: ReadonlySet<string>
  readonly finder: PatternTable<Entry<FinderRule>>
  readonly style: PatternTable<Entry<NoteRule>>
  /** Rules that the engine looks after by itself. */
  readonly checks: readonly NoteRule[]
  readonly house: Profile
}

function parse(text: string): Pattern {
  const compiled = compilePattern(text)
  // Main has refused the file of a pattern that cannot be read.
  if (compiled.kind === 'mistake') throw new Error(compiled.message)
  return compiled.pattern
}

function compileLists(lists: CheckBook['lists'], participles: ReadonlySet<string>): Lists {
  const none: Lists = new Map()
  return new Map(
    Object.entries(lists).map(([name, entries]) => [
      name,
      createPatternTable(entries.map(parse), (pattern) => pattern, none, participles),
    ]),
  )
}

function isInPlay(
  { id, off, when }: Pick<NoteRule, 'id' | 'when'> & { readonly off?: true | undefined },
  house: Profile,
): boolean {
  if (house.without.includes(id)) return false
  if (off === true && !house.with.includes(id)) return false
  const chosen: Readonly<Record<string, unknown>> = house.choices
  return Object.entries(when ?? {}).every(([choice, value]) => chosen[choice] === value)
}

export function compileBook({ lists: words, finder, style, house }: CheckBook): CompiledBook {
  const participles = new Set(words['participles'])
  const lists = compileLists(words, participles)
  const tableOf = (patterns: readonly string[] | undefined) =>
    patterns ? createPatternTable(patterns.map(parse), (pattern) => pattern, lists, participles) : null
  const compile = <Rule extends FinderRule | NoteRule>(rule: Rule, order: number): CompiledRule<Rule> => ({
    rule,
    order,
    unless: tableOf(rule.unless),
    riskier: 'riskier' in rule ? tableOf(rule.riskier) : null,
  })
  const found = finder
    .filter((rule) => isInPlay(rule, house))
    .flatMap((each, order) => {
      const rule = compile(each, order)
      return each.patterns.map((text) => ({ rule, pattern: parse(text), replacement: null }))
    })
  const inPlay = style.filter((rule) => isInPlay(rule, house))
  const noted = inPlay.flatMap((each, order): Entry<NoteRule>[] => {
    const rule = compile(each, order)
    const swaps = Object.entries(each.swaps ?? {})
    return [
      ...(each.patterns ?? []).map((text) => ({ rule, pattern: parse(text), replacement: null })),
      ...swaps.map(([text, replacement]) => ({ rule, pattern: parse(text), replacement })),
    ]
  })
  return {
    lists,
    participles,
    functionWords: new Set(words['function-words']),
    finder: createPatternTable(found, ({ pattern }) => pattern, lists, participles),
    style: createPatternTable(noted, ({ pattern }) => pattern, lists, participles),
    checks: inPlay.filter(({ check }) => check !== undefined),
    house,
  }
}
