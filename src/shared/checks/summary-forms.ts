import type { Family } from '../model/check-book.ts'
import type { CompiledBook } from './compiled-book.ts'
import type { ReadText, Token } from './tokens.ts'
import { isNumber } from './word-classes.ts'

/** One way of writing something that can be written in more; `forms` has the words for each of the other ways. */
export type Form = {
  readonly family: Family
  readonly form: string
  readonly from: number
  readonly to: number
  readonly others: Readonly<Record<string, string>>
}

const PERCENT = { '%': '%', 'per cent': ' per cent', percent: ' percent' }

function percentAt(tokens: readonly Token[], at: number): Form | null {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !before || !isNumber(before)) return null
  const form =
    token.word === '%'
      ? '%'
      : token.word === 'percent'
        ? 'percent'
        : token.word === 'per' && after?.word === 'cent'
          ? 'per cent'
          : null
  if (form === null) return null
  const to = form === 'per cent' && after ? after.to : token.to
  return { family: 'percent', form, from: before.to, to, others: PERCENT }
}

/** “U.S.” with its dots, and “US”, which is a word of its own only in capitals. */
function countryAt({ text, from, to }: Token): Form | null {
  const dotted = /^((?:\p{Lu}\.){2,})(['’]s)?$/u.exec(text)?.[1]
  if (dotted === 'U.S.' || dotted === 'U.K.' || dotted === 'U.N.' || dotted === 'E.U.') {
    return {
      family: 'country',
      form: 'U.S.',
      from,
      to,
      others: { US: text.replaceAll('.', ''), 'U.S.': text },
    }
  }
  const plain = /^(U)(S|K|N)(['’]s)?$/u.exec(text)
  if (!plain) return null
  const withDots = `U.${plain[2] ?? ''}.${plain[3] ?? ''}`
  return { family: 'country', form: 'US', from, to, others: { US: text, 'U.S.': withDots } }
}

const ENDING = /^(\p{L}{3,})i([sz])(e|ed|es|er|ers|ing|ation|ations)$/u

function endingOf({ text, word, from, to }: Token, { lists }: CompiledBook): Form | null {
  const parts = ENDING.exec(word)
  if (!parts?.[1] || !parts[3]) return null
  const stems = lists.get('ise-stems')
  const stem = {
    text: parts[1],
    word: parts[1],
    bare: parts[1],
    from,
    to,
    kind: 'word',
    spaced: true,
  } as const
  if ((stems?.beginningWith(stem).length ?? 0) === 0) return null
  const head = text.slice(0, parts[1].length)
  const others = { ise: `${head}is${parts[3]}`, ize: `${head}iz${parts[3]}` }
  return { family: 'ending', form: parts[2] === 's' ? 'ise' : 'ize', from, to, others }
}

const DIRECTION = /^(toward|afterward|forward|backward|upward|downward|inward|outward)(s?)$/u

function towardOf({ text, word, from, to }: Token): Form | null {
  const parts = DIRECTION.exec(word)
  if (!parts || parts[1] !== 'toward') return null
  const others = { toward: text.replace(/s$/u, ''), towards: text.endsWith('s') ? text : `${text}s` }
  return { family: 'toward', form: parts[2] ? 'towards' : 'toward', from, to, others }
}

const QUOTES: Readonly<Record<string, string>> = { '"': 'straight', '“': 'curly', '”': 'curly' }

function quoteOf({ text, from, to, spaced }: Token): Form | null {
  const form = QUOTES[text]
  if (form === undefined) return null
  const curly = text === '"' ? (spaced ? '“' : '”') : text
  return { family: 'quotes', form, from, to, others: { straight: '"', curly } }
}

export function formsIn({ tokens }: ReadText, book: CompiledBook): readonly Form[] {
  return tokens.flatMap((token, at) => {
    const form =
      token.kind === 'mark'
        ? (quoteOf(token) ?? percentAt(tokens, at))
        : (countryAt(token) ?? towardOf(token) ?? endingOf(token, book) ?? percentAt(tokens, at))
    return form ? [form] : []
  })
}
