import type { Token } from '../tokens.ts'
import type { BlockCheck, Hit } from './hit.ts'

/** The most words that an element of a list is taken to have. */
const LONGEST = 4

/** The comma before the one at `at`, with nothing but a few words between; -1 when there is none. */
function commaBefore(tokens: readonly Token[], at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - LONGEST - 1); index--) {
    const token = tokens[index]
    if (token?.word === ',') return at - index > 1 ? index : -1
    if (token?.kind !== 'word') return -1
  }
  return -1
}

function isJoining(token: Token | undefined): boolean {
  return token?.word === 'and' || token?.word === 'or'
}

/** “a, b, and c”. */
export const serialCommas: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, at): Hit[] => {
    const joins = tokens[at + 1]
    if (token.word !== ',' || !joins || !isJoining(joins) || commaBefore(tokens, at) === -1) return []
    return [{ from: token.from, to: joins.to, replacement: ` ${joins.text}` }]
  })

/** “a, b and c”, where “a” is a few words too, so that no clause is taken for a list. */
export const missingSerialCommas: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, at): Hit[] => {
    const before = tokens[at - 1]
    if (!before || !isJoining(token) || before.word === ',') return []
    const comma = commaBefore(tokens, at)
    const isList = comma !== -1 && (commaBefore(tokens, comma) !== -1 || at - comma === 2)
    return isList ? [{ from: before.from, to: token.to, replacement: `${before.text}, ${token.text}` }] : []
  })
