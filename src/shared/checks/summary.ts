import type { BlockToCheck } from './built-in/hit.ts'
import type { CompiledBook } from './compiled-book.ts'
import type { Surroundings } from './match.ts'
import { countsIn } from './summary-counts.ts'
import type { Counted } from './summary-counts.ts'
import { contentWords } from './summary-phrases.ts'
import type { ContentWord } from './summary-phrases.ts'
import { formsIn } from './summary-forms.ts'
import type { Form } from './summary-forms.ts'
import { holdersIn } from './summary-holders.ts'
import type { Holder } from './summary-holders.ts'
import type { Speller } from './speller.ts'
import type { ReadText, Token } from './tokens.ts'
import { isCapitalised, isCapitals, isNumber, isOfClass } from './word-classes.ts'

type Spot = { readonly from: number; readonly to: number; readonly word: string }
type Acronym = Spot & { readonly isDefined: boolean }

/** What the checks of the whole article need to know of a block, so that they need not read its text again. */
export type BlockSummary = {
  readonly read: ReadText
  readonly block: BlockToCheck
  /** Sentence by sentence. */
  readonly phrases: readonly (readonly ContentWord[])[]
  readonly unknown: readonly Spot[]
  readonly acronyms: readonly Acronym[]
  readonly counts: readonly Counted[]
  readonly holders: readonly Holder[]
  readonly forms: readonly Form[]
  readonly hasDate: boolean
  readonly hasNumber: boolean
  readonly hasName: boolean
  readonly hasQuotation: boolean
}

export function summarise(
  read: ReadText,
  block: BlockToCheck,
  book: CompiledBook,
  speller: Speller | null,
): BlockSummary {
  const { tokens } = read
  return {
    read,
    block,
    phrases: contentWords(read, book),
    unknown: speller ? unknownIn(tokens, speller) : [],
    acronyms: acronymsIn(tokens),
    counts: countsIn(read),
    holders: holdersIn(read, book),
    forms: formsIn(read, book),
    hasDate: tokens.some(
      (token) =>
        isOfClass(token, 'month', book.participles) ||
        isOfClass(token, 'weekday', book.participles) ||
        isOfClass(token, 'year', book.participles),
    ),
    // “The two countries” counts nothing.
    hasNumber: tokens.some((token) => isNumber(token) && token.word !== 'two'),
    hasName: block.style !== 'headline' && namesPerson(read, book),
    hasQuotation: /[“"][^“”"]{20,}[”"]/u.test(read.text),
  }
}

function namesPerson({ tokens, sentences }: ReadText, book: CompiledBook): boolean {
  return sentences.some((sentence) => {
    const around = { tokens, sentence, ...book }
    // The first word of a sentence has a capital anyway.
    for (let at = sentence.first + 1; at + 1 < sentence.end; at++) if (isPerson(at, around)) return true
    return false
  })
}

/** “Ines Calloway”, where neither word is of an institution, a place or a title. */
function isPerson(at: number, { tokens, sentence, lists }: Surroundings): boolean {
  const [before, first, last] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!first || !last || !isCapitalised(first) || !isCapitalised(last) || !last.spaced) return false
  // It would be the end of a longer name.
  if (before && at - 1 > sentence.first && isCapitalised(before)) return false
  const institutional = lists.get('institutions')
  return [first, last].every(
    (token) =>
      !isCapitals(token) && token.text.length > 1 && (institutional?.beginningWith(token).length ?? 0) === 0,
  )
}

/** Names, abbreviations and what holds a figure or a dot are not for the dictionary. */
function unknownIn(tokens: readonly Token[], speller: Speller): readonly Spot[] {
  return tokens.flatMap(({ kind, text, from, to }): Spot[] => {
    if (kind !== 'word' || text.length < 3 || text.includes('.') || /^\p{Lu}{2}/u.test(text)) return []
    const word = text.replaceAll('’', "'").replace(/'s$/u, '')
    if (speller.knows(word)) return []
    const parts = word.split(/[-‑]/u)
    if (parts.length > 1 && parts.every((part) => part.length < 3 || speller.knows(part))) return []
    return [{ from, to, word }]
  })
}

/** “ICE”, “U.S.”; defined where it stands in brackets behind its words, or its words in brackets behind it. */
function acronymsIn(tokens: readonly Token[]): readonly Acronym[] {
  return tokens.flatMap((token, at): Acronym[] => {
    if (!isCapitals(token) || token.text.length > 8) return []
    const isDefined = tokens[at - 1]?.word === '(' || tokens[at + 1]?.word === '('
    return [
      {
        from: token.from,
        to: token.to,
        word: token.text.replaceAll('.', '').replace(/['’]?s$/u, ''),
        isDefined,
      },
    ]
  })
}
