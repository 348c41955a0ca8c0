import type { Node } from 'prosemirror-model'
import { objectName } from './object-name.ts'
import { tokensOf } from '../quotes/text-tokens.ts'

/** A paragraph or a table, a row or a cell, as it is laid beside others. */
export type Line = {
  readonly node: Node
  /** ProseMirror position before it. */
  readonly at: number
  /** All that it says, objects too; equal for equal lines, whatever their formatting. */
  readonly says: string
  readonly wordList: readonly string[]
  /** How often each word stands in it. */
  readonly words: ReadonlyMap<string, number>
}

function saysOf(node: Node): string {
  if (node.isText) return node.text ?? ''
  const name = node.isTextblock ? '' : `\0${objectName(node)}`
  return `${name}${node.children.map(saysOf).join('')}\0`
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ word }) => (/[\p{L}\p{N}]/u.test(word) ? word : []))
}

export function readLines(parent: Node, start: number): readonly Line[] {
  const lines: Line[] = []
  parent.forEach((node, offset) => {
    const says = saysOf(node)
    const words = new Map<string, number>()
    const wordList = wordsOf(says)
    for (const word of wordList) words.set(word, (words.get(word) ?? 0) + 1)
    lines.push({ node, at: start + offset, says, wordList, words })
  })
  return lines
}

export function commonWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0)
  return common
}

/** 0 for nothing in common, 1 for the same words (Dice). */
export function similarity(one: Line, other: Line): number {
  if (one.node.type !== other.node.type) return 0
  if (one.says === other.says) return 1
  const all = one.wordList.length + other.wordList.length
  return all === 0 ? 0.5 : (2 * commonWords(one.words, other.words)) / all
}
