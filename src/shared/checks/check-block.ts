import type { FinderRule, NoteRule } from '../model/check-book.ts'
import { BLOCK_CHECKS } from './built-in/block-checks.ts'
import type { BlockToCheck, Hit } from './built-in/hit.ts'
import type { CompiledBook } from './compiled-book.ts'
import { findMatches } from './find-matches.ts'
import type { RuleMatch } from './find-matches.ts'
import type { ClaimProposal, NoteProposal, Proposal } from './proposal.ts'
import { proposalKey } from './proposal-key.ts'
import type { ReadText, Sentence } from './tokens.ts'

/** What is said of one block by itself, in the order of its text. */
export function checkBlock(read: ReadText, block: BlockToCheck, book: CompiledBook): readonly Proposal[] {
  if (read.tokens.length === 0) return noteHits(read, block, book)
  const claims = chooseClaims(findMatches(read, book.finder, book, 'clause')).map((match) =>
    claimOf(match, read),
  )
  const notes = chooseNotes(findMatches(read, book.style, book, 'match')).map((match) => noteOf(match, read))
  return inOrder([...claims, ...notes, ...noteHits(read, block, book)])
}

export function inOrder<P extends Proposal>(proposals: readonly P[]): readonly P[] {
  return proposals.toSorted((one, other) => one.from - other.from || other.to - one.to)
}

/** The words that a match covers, in UTF-16 units. */
function placeOf({ span }: { span: { first: number; end: number } }, { tokens }: ReadText) {
  return { from: tokens[span.first]?.from ?? 0, to: tokens[span.end - 1]?.to ?? 0 }
}

function claimOf(match: RuleMatch<FinderRule>, read: ReadText): ClaimProposal {
  const { rule, isRiskier, sentence } = match
  const { id, title, explanation, kind, risk } = rule.rule
  const { from, to } = placeOf(match, read)
  const words = read.text.slice(from, to)
  const key = proposalKey(id, words, around(read, sentence, from, to))
  return {
    kind: 'claim',
    key,
    rule: id,
    title,
    explanation,
    from,
    to,
    words,
    claimKind: kind,
    risk: isRiskier ? 'high' : risk,
  }
}

function noteOf(match: RuleMatch<NoteRule>, read: ReadText): NoteProposal {
  const { from, to } = placeOf(match, read)
  const replacement =
    match.replacement === null ? null : inCaseOf(read.text.slice(from, to), match.replacement)
  return noteAt(match.rule.rule, { from, to, replacement }, read)
}

/** A replacement begins with a capital where the words it replaces do. */
function inCaseOf(words: string, replacement: string): string {
  const isCapital = /^\p{Lu}/u.test(words) && !/^\p{Lu}{2}/u.test(words)
  return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement
}

/** A note of a rule at a place of the block. */
export function noteAt(rule: NoteRule, { from, to, replacement, detail }: Hit, read: ReadText): NoteProposal {
  const words = read.text.slice(from, to)
  const sentence = sentenceAt(read, from)
  return {
    kind: 'note',
    key: proposalKey(rule.id, words, sentence ? around(read, sentence, from, to) : ''),
    rule: rule.id,
    title: rule.title,
    explanation: detail === undefined ? rule.explanation : `${rule.explanation} ${detail}`,
    from,
    to,
    words,
    replacement,
    severity: rule.severity,
  }
}

/** How much of a sentence without an end names a proposal, on either side. */
const NEAR = 400

function around({ text }: ReadText, sentence: Sentence, from: number, to: number): string {
  return text.slice(Math.max(sentence.from, from - NEAR), Math.min(sentence.to, to + NEAR))
}

/** The sentence that an offset lies in, or that the space before it follows. */
export function sentenceAt({ sentences }: ReadText, offset: number): Sentence | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.from ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return sentences[low - 1] ?? sentences[0]
}

/** Of one kind in one paragraph nobody reads more; it also bounds what a hostile text can cost. */
const MOST_HITS = 100

function noteHits(read: ReadText, block: BlockToCheck, book: CompiledBook): readonly NoteProposal[] {
  return book.checks.flatMap((rule) => {
    const check = rule.check && BLOCK_CHECKS[rule.check]
    return check
      ? check(read, rule, block)
          .slice(0, MOST_HITS)
          .map((hit) => noteAt(rule, hit, read))
      : []
  })
}

type Taken = { readonly first: number; readonly end: number; readonly kind: string }
type Matches = readonly RuleMatch<FinderRule>[]

function overlaps(one: { first: number; end: number }, other: Taken): boolean {
  return one.first < other.end && other.first < one.end
}

/**
 * Of claims of one kind that share words, the one of the earlier rule; nothing twice for exactly the same words; and
 * background only where nothing more definite is claimed.
 */
function chooseClaims(matches: Matches): Matches {
  const bySentence = Map.groupBy(matches, ({ sentence }) => sentence)
  return [...bySentence.values()].flatMap(chooseInSentence)
}

function chooseInSentence(matches: Matches): Matches {
  const taken: Taken[] = []
  const byOrder = matches.toSorted(
    (one, other) => one.rule.order - other.rule.order || one.span.first - other.span.first,
  )
  return byOrder.filter(({ span, rule: { rule } }) => {
    const isTaken = taken.some(
      (each) =>
        overlaps(span, each) &&
        (each.kind === rule.kind ||
          rule.kind === 'background' ||
          (each.first === span.first && each.end === span.end)),
    )
    if (!isTaken) taken.push({ ...span, kind: rule.kind })
    return !isTaken
  })
}

/** Of notes on exactly the same words, the one of the earlier rule. */
function chooseNotes(matches: readonly RuleMatch<NoteRule>[]): readonly RuleMatch<NoteRule>[] {
  const taken = new Set<string>()
  return matches
    .toSorted((one, other) => one.rule.order - other.rule.order)
    .filter(({ span }) => {
      const place = `${String(span.first)}-${String(span.end)}`
      if (taken.has(place)) return false
      taken.add(place)
      return true
    })
}
