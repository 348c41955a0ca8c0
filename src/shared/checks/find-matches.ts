import type { FinderRule, NoteRule } from '../model/check-book.ts'
import type { CompiledBook, CompiledRule, Entry } from './compiled-book.ts'
import { matchAt } from './match.ts'
import type { Surroundings } from './match.ts'
import type { Pattern } from './pattern.ts'
import type { PatternTable } from './pattern-table.ts'
import { widen } from './spans.ts'
import type { TokenSpan } from './spans.ts'
import type { ReadText, Sentence } from './tokens.ts'

/** Words that a rule speaks of. */
export type RuleMatch<Rule> = {
  readonly rule: CompiledRule<Rule>
  readonly sentence: Sentence
  readonly span: TokenSpan
  readonly replacement: string | null
  /** A pattern of `riskier` stands in the same sentence. */
  readonly isRiskier: boolean
}

/** Whether anything of the table stands in the sentence. */
function holds(table: PatternTable<Pattern> | null, around: Surroundings): boolean {
  if (!table) return false
  for (let at = around.sentence.first; at < around.sentence.end; at++) {
    const token = around.tokens[at]
    if (token && table.beginningWith(token).some((pattern) => matchAt(pattern, at, around) !== null))
      return true
  }
  return false
}

/** Nobody reads more of one sentence; it also bounds what a hostile text can cost. */
const MOST_OF_A_SENTENCE = 60

/** Every match of every rule, sentence by sentence: of one rule none within another, the longest first. */
export function findMatches<Rule extends FinderRule | NoteRule>(
  read: ReadText,
  table: PatternTable<Entry<Rule>>,
  book: CompiledBook,
  usual: NonNullable<Rule['span']>,
): readonly RuleMatch<Rule>[] {
  return read.sentences.flatMap((sentence) => findInSentence(read, sentence, table, book, usual))
}

function findInSentence<Rule extends FinderRule | NoteRule>(
  { tokens }: ReadText,
  sentence: Sentence,
  table: PatternTable<Entry<Rule>>,
  { lists, participles }: CompiledBook,
  usual: NonNullable<Rule['span']>,
): readonly RuleMatch<Rule>[] {
  const around = { tokens, sentence, lists, participles }
  const found: RuleMatch<Rule>[] = []
  const behind = new Map<CompiledRule<Rule>, number>()
  const refused = once((rule: CompiledRule<Rule>) => holds(rule.unless, around))
  const riskier = once((rule: CompiledRule<Rule>) => holds(rule.riskier, around))
  for (let at = sentence.first; at < sentence.end && found.length < MOST_OF_A_SENTENCE; at++) {
    for (const [rule, { end, replacement }] of longestAt(at, around, table)) {
      if ((behind.get(rule) ?? 0) > at || refused(rule)) continue
      const span = widen({ first: at, end }, rule.rule.span ?? usual, tokens, sentence)
      behind.set(rule, span.end)
      found.push({ rule, sentence, span, replacement, isRiskier: riskier(rule) })
    }
  }
  return found
}

type Longest<Rule> = Map<CompiledRule<Rule>, { readonly end: number; readonly replacement: string | null }>

/** The longest match of each rule that begins there. */
function longestAt<Rule>(at: number, around: Surroundings, table: PatternTable<Entry<Rule>>): Longest<Rule> {
  const longest: Longest<Rule> = new Map()
  const token = around.tokens[at]
  if (!token) return longest
  for (const { rule, pattern, replacement } of table.beginningWith(token)) {
    const end = matchAt(pattern, at, around)
    if (end !== null && end > (longest.get(rule)?.end ?? 0)) longest.set(rule, { end, replacement })
  }
  return longest
}

/** Asks once for each rule. */
function once<Rule>(ask: (rule: Rule) => boolean): (rule: Rule) => boolean {
  const answers = new Map<Rule, boolean>()
  return (rule) => {
    const known = answers.get(rule)
    if (known !== undefined) return known
    const answer = ask(rule)
    answers.set(rule, answer)
    return answer
  }
}
