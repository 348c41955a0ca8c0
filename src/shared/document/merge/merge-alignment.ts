import type { Node } from 'prosemirror-model'
import { commonPairs } from '../compare/common-pairs.ts'
import { matchUnchanged } from './merge-insertions.ts'
import { matchWithOptional } from './merge-optional.ts'
import { indexesOf, pick, saysTheSame } from './merge-tokens.ts'
import type { OpenChanges, Token } from './merge-tokens.ts'
import { schema } from '../schema.ts'

/**
 * Where the tokens of the base stand in a pass. Edits that are tracked leave every token of the base there, but for
 * insertions that their author took back; so text that is not inserted is matched one by one, and insertions by
 * their ids. Decisions take text away too, and make inserted text plain: changes of the base that are no longer open
 * say where. Only where that explains nothing (edits that were not tracked) are the texts compared.
 */

function isDecided(ref: { readonly id: string } | null, open: OpenChanges): boolean {
  return ref !== null && !open.pass.has(ref.id)
}

/** What a row or a cell says but for its insertions; tracked edits leave that as it is. */
function originalText(node: Node): string {
  let text = ''
  node.descendants((child) => {
    const isInserted = child.marks.some((mark) => mark.type === schema.marks.insertion)
    if (child.isText && !isInserted) text += child.text ?? ''
    return !isInserted
  })
  return text
}

function isSameToken(base: Token, token: Token, open: OpenChanges): boolean {
  if (!saysTheSame(base, token)) return false
  if (base.deletion && open.pass.has(base.deletion.id) && token.deletion?.id !== base.deletion.id)
    return false
  if (token.deletion && open.base.has(token.deletion.id) && token.deletion.id !== base.deletion?.id) {
    return false
  }
  return (base.kind !== 'row' && base.kind !== 'cell') || originalText(base.node) === originalText(token.node)
}

/** By the decisions that were made; null when something else was done. */
function matchByDecisions(
  base: readonly Token[],
  pass: readonly Token[],
  open: OpenChanges,
  same: (one: Token, other: Token) => boolean,
): Int32Array | null {
  const verdicts = new Map<string, 'accepted' | 'rejected'>()
  const verdictOn = (id: string) => {
    const known = open.states?.get(id)
    return known === 'accepted' || known === 'rejected' ? known : verdicts.get(id)
  }
  const decided = (token: Token | undefined) => ({
    deletion: token?.deletion && isDecided(token.deletion, open) ? token.deletion.id : null,
    insertion: token?.insertion && isDecided(token.insertion, open) ? token.insertion.id : null,
  })
  return matchWithOptional({
    baseLength: base.length,
    length: pass.length,
    same: (index, other) => {
      const [one, two] = [base[index], pass[other]]
      return one !== undefined && two !== undefined && same(one, two)
    },
    isOptional: (index) => {
      const { deletion, insertion } = decided(base[index])
      return deletion !== null || insertion !== null
    },
    // Most decisions accept; a change is decided the same way in all of its places.
    prefersGone: (index) => {
      const { deletion, insertion } = decided(base[index])
      if (deletion !== null) return verdictOn(deletion) !== 'rejected'
      return insertion !== null && verdictOn(insertion) === 'rejected'
    },
    chose: (index, isGone) => {
      const { deletion, insertion } = decided(base[index])
      if (deletion !== null) verdicts.set(deletion, isGone ? 'accepted' : 'rejected')
      else if (insertion !== null) verdicts.set(insertion, isGone ? 'rejected' : 'accepted')
    },
  })
}

/**
 * Paragraph by paragraph first, so that a long text with many differences costs little. The last ¶ is always the
 * last ¶.
 */
function matchByText(base: readonly Token[], pass: readonly Token[]): Int32Array {
  const places = new Int32Array(base.length).fill(-1)
  const hasLastMark = base.at(-1)?.kind === 'paragraph' && pass.at(-1)?.kind === 'paragraph'
  if (hasLastMark) places[base.length - 1] = pass.length - 1
  const baseEnd = base.length - (hasLastMark ? 1 : 0)
  const passEnd = pass.length - (hasLastMark ? 1 : 0)
  const lines = linesOf(base.slice(0, baseEnd))
  const others = linesOf(pass.slice(0, passEnd))
  let line = 0
  let other = 0
  const compare = (toLine: number, toOther: number) => {
    const start = (list: readonly Line[], index: number, end: number) => list[index]?.from ?? end
    const from = start(lines, line, baseEnd)
    const otherFrom = start(others, other, passEnd)
    const one = base.slice(from, start(lines, toLine, baseEnd))
    const two = pass.slice(otherFrom, start(others, toOther, passEnd))
    for (const [at, place] of commonPairs(one, two, saysTheSame)) places[from + at] = otherFrom + place
  }
  const same = (one: Line, two: Line) => one.text === two.text
  for (const [at, place] of commonPairs(lines, others, same)) {
    compare(at, place)
    line = at
    other = place
    compare(at + 1, place + 1)
    line += 1
    other += 1
  }
  compare(lines.length, others.length)
  return places
}

type Line = { readonly from: number; text: string }

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = []
  let isOpen = false
  tokens.forEach((token, index) => {
    if (!isOpen) lines.push({ from: index, text: '' })
    const line = lines.at(-1)
    if (line) line.text += token.kind === 'text' ? token.text : `\0${token.kind}`
    isOpen = token.kind === 'text' || token.kind === 'atom'
  })
  return lines
}

function isPlainMatch(base: readonly Token[], pass: readonly Token[]): boolean {
  return (
    base.length === pass.length &&
    base.every((token, index) => {
      const other = pass[index]
      return other !== undefined && saysTheSame(token, other)
    })
  )
}

/** Text that is not inserted in the pass, with the text of the base that may be it. */
function matchPlain(base: readonly Token[], pass: readonly Token[], open: OpenChanges): Int32Array {
  const mayGo = base.some((token) => isDecided(token.insertion, open) || isDecided(token.deletion, open))
  if (!mayGo && isPlainMatch(base, pass)) return Int32Array.from(base.keys())
  return (
    matchByDecisions(base, pass, open, (one, other) => isSameToken(one, other, open)) ??
    matchByDecisions(base, pass, open, saysTheSame) ??
    matchByText(base, pass)
  )
}

/**
 * The index in the pass of each token of the base; -1 where the pass has it no longer, or has changed the insertion
 * that it belongs to (see alignRest). Ascending.
 */
export function alignPass(base: readonly Token[], pass: readonly Token[], open: OpenChanges): Int32Array {
  const places = new Int32Array(base.length).fill(-1)
  const mayBePlain = indexesOf(base, (token) => token.insertion === null || isDecided(token.insertion, open))
  const plain = indexesOf(pass, (token) => token.insertion === null)
  const found = matchPlain(pick(base, mayBePlain), pick(pass, plain), open)
  mayBePlain.forEach((index, at) => {
    const place = found[at] ?? -1
    places[index] = place < 0 ? -1 : (plain[place] ?? -1)
  })
  return matchUnchanged(base, pass, open, places)
}
