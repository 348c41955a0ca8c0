import type { Node } from 'prosemirror-model'
import { isContainer } from '../../src/shared/document/containers.ts'
import {
  deletionOf,
  insertionOf,
  isAnchor,
  paragraphAttrs,
} from '../../src/shared/document/tracking-state.ts'

/** What no tracked text may have, read from the text alone. */

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })

type Letter = { readonly unit: string; readonly inserted: string | null; readonly deleted: string | null }

/** UTF-16 units; an atom, as a line end, parts what stands on its sides. */
function lettersOf(paragraph: Node): Letter[] {
  return paragraph.children.flatMap((node) => {
    const inserted = insertionOf(node.marks)?.id ?? null
    const deleted = deletionOf(node.marks)?.id ?? null
    return (node.isText ? (node.text ?? '') : '\n').split('').map((unit) => ({ unit, inserted, deleted }))
  })
}

/** The grapheme that holds the border before that letter within it; null where one begins there. */
function graphemeAcross(letters: readonly Letter[], at: number, isRead: (letter: Letter) => boolean) {
  const read = letters.flatMap((letter, index) => (isRead(letter) ? [{ ...letter, index }] : []))
  const place = read.findIndex(({ index }) => index === at)
  const segment = GRAPHEMES.segment(read.map(({ unit }) => unit).join('')).containing(place)
  if (!segment || segment.index === place) return null
  const held = read.slice(segment.index, segment.index + segment.segment.length)
  // Where something that is not read stands between its parts, nobody could have kept it together.
  const isWhole = (held.at(-1)?.index ?? 0) - (held[0]?.index ?? 0) === held.length - 1
  return isWhole ? segment.segment : null
}

/** Every grapheme of the original or of the final text in which a change begins or ends. */
export function cutGraphemes(doc: Node): string[] {
  const found: string[] = []
  doc.descendants((node) => {
    if (!node.isTextblock) return
    const letters = lettersOf(node)
    letters.forEach((letter, at) => {
      const before = letters[at - 1]
      if (!before || (before.inserted === letter.inserted && before.deleted === letter.deleted)) return
      const isFinal = before.deleted === null && letter.deleted === null
      const isOriginal = before.inserted === null && letter.inserted === null
      if (!isFinal && !isOriginal) return
      const isRead = (one: Letter) => (isFinal ? one.deleted : one.inserted) === null
      const cut = graphemeAcross(letters, at, isRead)
      if (cut !== null) found.push(cut)
    })
  })
  return found
}

/** What is wrong with a text as such: letters cut in two or invisible, or a last ¶ that somebody has changed. */
export function faultsOf(doc: Node): string[] {
  const faults: string[] = []
  doc.descendants((node) => {
    const { text } = node
    if (text === '') faults.push('an empty text')
    if (text?.isWellFormed() === false) faults.push('half a character')
    if (text?.includes('\u200b') === true) faults.push('a zero-width space')
  })
  const visit = (container: Node) => {
    const last = container.lastChild
    if (last?.isTextblock !== true) faults.push('no paragraph at the end')
    else if (paragraphAttrs(last).paragraphMark) faults.push('a last ¶ that is tracked')
  }
  visit(doc)
  doc.descendants((node) => {
    if (isContainer(node)) visit(node)
  })
  return faults
}

type Token = {
  readonly isText: boolean
  readonly isOwn: boolean
  /** `comment:ID`, `claim:ID`. */
  readonly anchors: readonly string[]
}

/** Text and ¶ in order, apart at tables; those of notes by themselves. */
function stretches(doc: Node, author: string): Token[][] {
  const all: Token[][] = []
  const read = (container: Node) => {
    let tokens: Token[] = []
    all.push(tokens)
    for (const block of container.children) {
      if (!block.isTextblock) all.push((tokens = []))
      for (const node of block.isTextblock ? block.children : []) {
        const isOwn = insertionOf(node.marks)?.author === author
        const anchors = node.marks
          .filter(isAnchor)
          .map((mark) => `${mark.type.name}:${String(mark.attrs['id'])}`)
        tokens.push({ isText: true, isOwn, anchors })
      }
      if (!block.isTextblock) continue
      const mark = paragraphAttrs(block).paragraphMark
      // One that is deleted parts nothing.
      const isOwn = mark?.insertion?.author === author || mark?.deletion !== undefined
      tokens.push({ isText: false, isOwn, anchors: [] })
    }
  }
  read(doc)
  doc.descendants((node) => {
    if (isContainer(node)) read(node)
  })
  return all
}

type Reached = { readonly holds: boolean; readonly isSameParagraph: boolean }

/** The nearest text that is not of this author's writing. */
function reach(tokens: readonly Token[], anchor: string, at: number, step: 1 | -1): Reached {
  let isSameParagraph = true
  for (let index = at + step; index >= 0 && index < tokens.length; index += step) {
    const token = tokens[index]
    if (token?.isText === true && !token.isOwn)
      return { holds: token.anchors.includes(anchor), isSameParagraph }
    if (token?.isText === false && !token.isOwn) isSameParagraph = false
  }
  return { holds: false, isSameParagraph }
}

/**
 * Anchors of text by this author that stand neither beside older text with that anchor, in one paragraph with it, nor
 * between two such texts.
 */
export function strayAnchors(doc: Node, author: string): string[] {
  return stretches(doc, author).flatMap((tokens) =>
    tokens.flatMap(({ isOwn, anchors }, at) =>
      anchors.filter((anchor) => {
        if (!isOwn) return false
        const sides = ([-1, 1] as const).map((step) => reach(tokens, anchor, at, step))
        return !(sides.every((one) => one.holds) || sides.some((one) => one.holds && one.isSameParagraph))
      }),
    ),
  )
}

/** How much stands under an anchor, given as `comment:ID`. */
export function anchoredLength(doc: Node, key: string): number {
  let length = 0
  doc.descendants((node) => {
    const isUnder = node.marks.some((mark) => `${mark.type.name}:${String(mark.attrs['id'])}` === key)
    if (isUnder) length += node.isText ? node.nodeSize : 1
  })
  return length
}
