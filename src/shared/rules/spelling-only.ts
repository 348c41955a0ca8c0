import { ENDINGS, LITTLE_WORDS, NEGATIONS, NUMBER_WORDS, PREFIXES, areConfused } from './spelling-words.ts'

/**
 * Numbers with what belongs to them; words, with apostrophes inside; signs that change what is said. A number takes in
 * letters that touch it: “3rd”, “G20”.
 */
const TOKEN =
  /(?:(?<![\p{L}\p{N}])[\p{Sc}+−-])?[\p{L}\p{M}]*\p{N}(?:[.,:/]?[\p{L}\p{N}\p{M}])*(?:\s?(?:[%‰°]|\p{Sc}(?!\p{N})))?|\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*|[?%‰…\p{Sc}\p{Sm}]/gu

function tokensOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\.{3}/g, '…')
  return (plain.match(TOKEN) ?? []).map((token) => token.replaceAll(/['’ʼ]/g, "'"))
}

function bare(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFC')
}

/**
 * Fewest insertions, deletions, substitutions and swaps of neighbours that turn one into the other (Damerau-Levenshtein
 * in its restricted form: no piece is edited twice). Words are short, so a full table is kept.
 */
function editDistance(one: string, other: string): number {
  const [a, b] = [one.split(''), other.split('')]
  const rows = [b.map((_, at) => at).concat(b.length)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    const [above, twoAbove] = [rows[i - 1] ?? [], rows[i - 2] ?? []]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const plain = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwap ? Math.min(plain, (twoAbove[j - 2] ?? 0) + 1) : plain)
    }
    rows.push(row)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

/** What is longer is no word, and would take a table of its square. */
const LONGEST_WORD = 100

function lettersOf(word: string): string {
  return word.split('').toSorted().join('')
}

function isNegated(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't")
}

function isOpposite(one: string, other: string): boolean {
  return PREFIXES.some((prefix) => one === prefix + other || other === prefix + one)
}

/** “officer” and “officers”, “kills” and “killed”, “man” and “men”: the same word, and not the same said. */
function isAnotherForm(one: string, other: string): boolean {
  let stem = 0
  while (stem < one.length && one[stem] === other[stem]) stem += 1
  const isEnd = ENDINGS.has(one.slice(stem)) && ENDINGS.has(other.slice(stem))
  return isEnd || (/m[ae]n$/.test(one) && /m[ae]n$/.test(other))
}

function isCapitalised(word: string): boolean {
  return word[0] !== word[0]?.toLowerCase()
}

/** Whether two words that differ by more than case and accents are one word, once misspelt or spelt another way. */
function isMisspelling(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  if (Math.max(one.length, other.length) > LONGEST_WORD) return false
  const distance = editDistance(one, other)
  if (distance > 2 || distance * 3 > shorter) return false
  // A short word is soon another one; swapped letters alone are a slip.
  const isSwap = distance === 1 && lettersOf(one) === lettersOf(other)
  if (shorter < 5 && !isSwap) return false
  return (
    one[0] === other[0] &&
    !(LITTLE_WORDS.has(one) && LITTLE_WORDS.has(other)) &&
    !NUMBER_WORDS.has(one) &&
    !NUMBER_WORDS.has(other) &&
    !isNegated(one) &&
    !isNegated(other) &&
    !isOpposite(one, other) &&
    !isAnotherForm(one, other) &&
    !areConfused(one, other)
  )
}

const HAS_LETTERS_ONLY = /^\p{L}[\p{L}\p{M}']*$/u

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  // A number, and what is written with one, is the same to the letter; so is a sign.
  if (!HAS_LETTERS_ONLY.test(one) || !HAS_LETTERS_ONLY.test(other)) return false
  const [plainOne, plainOther] = [bare(one), bare(other)]
  if (plainOne === plainOther) return true
  // Names and what else has a capital differ by case and accents alone: “Vole” and “Cole” are two people.
  if (isCapitalised(one) || isCapitalised(other)) return false
  return isMisspelling(plainOne, plainOther)
}

/**
 * Whether two readings of a claim say the same and differ only in spelling, case, punctuation, quotes, dashes or
 * spaces, so that who verified the one may confirm the other by name (R18). Strict, because nobody looks at the sources
 * again: as many words in the same order; numbers, signs of money and of per cent, and question marks to the letter;
 * names up to case and accents; other words within two edits and a third of their length, never from or to a negation,
 * a number, another form of the word, or a word known to be confused with it. What it cannot tell is checked anew.
 * Without a dictionary it cannot know every pair of real words; a person reads both before confirming.
 */
export function isSpellingOnly(before: string, now: string): boolean {
  const [was, is] = [tokensOf(before), tokensOf(now)]
  if (was.length !== is.length || was.length === 0) return false
  return was.every((token, at) => isSameWord(token, is[at] ?? ''))
}
