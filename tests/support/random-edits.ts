import { Fragment, Mark, Slice } from 'prosemirror-model'
import type { Attrs, Node } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { PARAGRAPH_STYLES } from '../../src/shared/document/attributes.ts'
import { containerAround } from '../../src/shared/document/containers.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { isMarkDeleted } from '../../src/shared/document/tracking-state.ts'
import { ownerIndex } from '../../src/shared/document/visible-paragraph.ts'
import { WORDS, pick, formatting, formatMark } from './random-document.ts'
import {
  KEPT_KINDS,
  STRUCTURE_KINDS,
  applyStructure,
  fitsStructure,
  isStructureKind,
} from './random-structure.ts'
import { liveContainers } from './live-containers.ts'
import type { Container } from './live-containers.ts'
import type { Place, StructureKind } from './random-structure.ts'

/**
 * Random real edits. Numbers choose places and words as a share of what there is, so that one description fits
 * every document, and shrinks.
 */

export type Kind =
  | 'type'
  | 'remove'
  | 'replace'
  | 'split'
  | 'join'
  | 'format'
  | 'style'
  | 'paste'
  | 'removeParagraph'
  | 'addParagraph'
  | 'several'
  | StructureKind
export type RandomEdit = {
  readonly kind: Kind
  readonly author: 'A' | 'B'
  readonly from: number
  readonly to: number
  readonly choice: number
}

const KINDS: readonly Kind[] = [
  'type',
  'remove',
  'replace',
  'split',
  'join',
  'format',
  'style',
  'paste',
  'removeParagraph',
  'addParagraph',
  'several',
]

function editOf(kinds: readonly Kind[]): fc.Arbitrary<RandomEdit> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    author: fc.constantFrom('A' as const, 'B' as const),
    from: fc.nat(1000),
    to: fc.nat(1000),
    choice: fc.nat(1000),
  })
}

/** Of paragraphs of text only. */
export const randomEdit = editOf(KINDS)
/** Of all that an article holds. */
export const randomArticleEdit = editOf([...KINDS, ...STRUCTURE_KINDS, ...KEPT_KINDS])
/** The same without what only comes in with a Word file. */
export const randomTypedEdit = editOf([...KINDS, ...STRUCTURE_KINDS])

/**
 * Whether a paragraph is one with others on the far side of a table: once their ¶ are gone it stands elsewhere, and no
 * place in it stays where it is.
 */
function runsPastTable(container: Node, index: number): boolean {
  let first = index
  while (first > 0 && runsOn(container, first - 1)) first -= 1
  const group = container.children.slice(first, ownerIndex(container, index) + 1)
  return group.some((block) => !block.isTextblock) && runsOn(container, first)
}

/** Positions inside the paragraphs of a container that do not cut a character in two. */
function places({ node: container, start }: Container, everywhere: boolean): number[] {
  const list: number[] = []
  container.forEach((paragraph, offset, index) => {
    if (!paragraph.isTextblock || (!everywhere && runsPastTable(container, index))) return
    let at = start + offset + 1
    list.push(at)
    for (const node of paragraph.children) {
      const text = node.text ?? ''
      const width = node.nodeSize
      for (let unit = 1; unit <= (node.isText ? width : 1); unit++) {
        const code = node.isText ? text.charCodeAt(unit) : 0
        if (!(code >= 0xdc00 && code <= 0xdfff)) list.push(at + (node.isText ? unit : width))
      }
      at += width
    }
  })
  return list
}

/** Where the edit takes place, within one container. Long ranges are made rare, or no text would outlive a sequence. */
export function placeOf(doc: Node, edit: RandomEdit): Place {
  const containers = liveContainers(doc)
  const calm = containers.map((one) => places(one, false)).filter((list) => list.length > 0)
  const lists = calm.length > 0 ? calm : containers.map((one) => places(one, true))
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  let first = edit.from % total
  let list = lists[0] ?? []
  for (const one of lists) {
    list = one
    if (first < one.length) break
    first -= one.length
  }
  const span = edit.to % 7 === 0 ? edit.to % list.length : edit.to % 5
  const second = Math.min(list.length - 1, first + span)
  return { from: pick(list, first), to: pick(list, second), earlier: pick(list, edit.choice % (first + 1)) }
}

function paragraphIndexes(doc: Node, place: Place) {
  const { node: container, depth, start } = containerAround(doc, place.from)
  const first = doc.resolve(place.from).index(depth)
  return { container, start, first, last: doc.resolve(place.to).index(depth) }
}

/** The position before a block of a container. */
function startOf({ node: container, start }: Container, index: number): number {
  let at = start
  for (let before = 0; before < index; before++) at += container.child(before).nodeSize
  return at
}

/** The paragraphs that hold the properties of what is seen between two places. */
function ownersIn(doc: Node, place: Place): number[] {
  const { container, first, last } = paragraphIndexes(doc, place)
  const all = Array.from({ length: last - first + 1 }, (_, index) => ownerIndex(container, first + index))
  return [...new Set(all)]
}

/** What is pasted: as a careless clipboard would bring it when `dirty`, with tracking and anchors inside. */
function pastedSlice(choice: number, dirty: boolean): Slice {
  const ref = { id: 'foreign', author: 'Z' }
  const noise = dirty
    ? [
        ...(choice % 2 ? [schema.mark('insertion', ref)] : []),
        ...(choice % 4 < 2 ? [schema.mark('deletion', ref)] : []),
        schema.mark('comment', { id: 'k' }),
      ]
    : []
  const paragraphs = Array.from({ length: 1 + (choice % 3) }, (_, index) =>
    schema.node(
      'para',
      {
        style: pick(PARAGRAPH_STYLES, choice + index),
        paragraphMark: dirty && choice % 5 === 0 ? { deletion: ref } : null,
      },
      choice % 6 === index
        ? []
        : [schema.text(pick(WORDS, choice + index), [...noise, ...formatting(choice + index)])],
    ),
  )
  return new Slice(Fragment.fromArray(paragraphs), 1, 1)
}

/** Whether a paragraph may be taken or put whole: its neighbours' ¶ stand, so it is one visible paragraph. */
export function isWhole(container: Node, index: number): boolean {
  return !runsOn(container, index - 1) && !isMarkDeleted(container.child(index))
}

/** Whether the last paragraph up to that block runs on into what follows. */
export function runsOn(container: Node, index: number): boolean {
  for (let at = index; at >= 0; at--) {
    const block = container.child(at)
    if (block.isTextblock) return isMarkDeleted(block)
  }
  return false
}

/** Turns a kind that needs what is not there into one that does not. */
export function settleKind(doc: Node, edit: RandomEdit): RandomEdit {
  const place = placeOf(doc, edit)
  const { kind, choice } = edit
  if (isStructureKind(kind))
    return fitsStructure(doc, { kind, choice }, place) ? edit : { ...edit, kind: 'type' }
  const { container, first } = paragraphIndexes(doc, place)
  if (kind === 'join') {
    const next = ownerIndex(container, first) + 1
    const isLast = next >= container.childCount
    const isApart = !isLast && (!container.child(next).isTextblock || runsPastTable(container, next))
    return isApart ? { ...edit, kind: 'type' } : edit
  }
  if (kind !== 'removeParagraph' && kind !== 'addParagraph') return edit
  const isLastAlone =
    first === container.childCount - 1 && container.maybeChild(first - 1)?.isTextblock !== true
  const isRight = isWhole(container, first) && visibleParagraphs(container) > 1
  return isRight && !(isLastAlone && edit.kind === 'removeParagraph') ? edit : { ...edit, kind: 'remove' }
}

function visibleParagraphs(container: Node): number {
  const before = container.children.slice(0, -1).filter((block) => block.isTextblock)
  return 1 + before.filter((paragraph) => !isMarkDeleted(paragraph)).length
}

/** Enter: the attributes handed on, made anew out of those seen there before the edit, or others. */
function splitAt(transform: Transform, at: number, choice: number, seen: Attrs): void {
  const $at = transform.doc.resolve(at)
  if (choice % 3 === 1) transform.split(at)
  else if (choice % 3 === 2) {
    transform.split(at, 1, [{ type: schema.nodes.para, attrs: { ...seen } }])
    transform.setNodeAttribute($at.before(), 'paragraphMark', null)
  } else {
    const attrs = { style: pick(PARAGRAPH_STYLES, choice), list: null, align: 'start' }
    transform.split(at, 1, [{ type: schema.nodes.para, attrs }])
  }
}

/** Carries out the edit at a place of `transform.doc`. `dirty`: new text brings the tracking marks of its surroundings along. */
export function applyEdit(transform: Transform, edit: RandomEdit, place: Place, dirty: boolean): void {
  const { doc } = transform
  const { from, to } = place
  const { container, start, first } = paragraphIndexes(doc, place)
  const here = { node: container, start }
  const seen = container.child(ownerIndex(container, first)).attrs
  const replace = (start: number, end: number, slice: Slice) => {
    if (end > start || slice.size > 0) transform.step(new ReplaceStep(start, end, slice))
  }
  const words = () => {
    const surrounding = dirty && edit.choice % 2 ? doc.resolve(from).marks() : []
    const tracking = surrounding.filter((mark) => /insertion|deletion|formatChange/.test(mark.type.name))
    const own = formatting(edit.choice)
    const marks = Mark.setFrom([...tracking, ...own])
    return new Slice(Fragment.from(schema.text(pick(WORDS, edit.choice), marks)), 0, 0)
  }
  switch (edit.kind) {
    case 'type':
      replace(from, from, words())
      break
    case 'remove':
      replace(from, to, Slice.empty)
      break
    case 'replace':
      replace(from, to, words())
      break
    case 'split':
      splitAt(transform, from, edit.choice, seen)
      break
    case 'several': {
      // From the last to the first, as "replace all" does; with what one transaction may undo of itself.
      replace(from, to, words())
      const inserted = pick(WORDS, edit.choice)
      const first = String.fromCodePoint(inserted.codePointAt(0) ?? 0)
      if (edit.choice % 3 === 0) replace(from, from + first.length, Slice.empty)
      if (edit.choice % 4 === 0) splitAt(transform, from, edit.choice, seen)
      replace(place.earlier, place.earlier, words())
      break
    }
    case 'join': {
      const owner = ownerIndex(container, first)
      const end = startOf(here, owner + 1) - 1
      if (container.maybeChild(owner + 1)?.isTextblock === true) replace(end, end + 2, Slice.empty)
      break
    }
    case 'format':
      if (edit.choice % 2) transform.addMark(from, to, formatMark(edit.choice))
      else transform.removeMark(from, to, formatMark(edit.choice))
      break
    case 'style': {
      const name = pick(['style', 'list', 'align'] as const, edit.choice)
      const values = {
        style: pick(PARAGRAPH_STYLES, edit.choice),
        list: pick([null, { kind: 'bullet', level: 1 }, { kind: 'ordered', level: 0 }] as const, edit.choice),
        align: pick(['start', 'center'] as const, edit.choice),
      }
      for (const index of ownersIn(doc, place)) {
        transform.setNodeAttribute(startOf(here, index), name, values[name])
      }
      break
    }
    case 'paste':
      replace(from, to, pastedSlice(edit.choice, dirty))
      break
    case 'removeParagraph':
      replace(startOf(here, first), startOf(here, first + 1), Slice.empty)
      break
    case 'addParagraph': {
      const content = pastedSlice(edit.choice, dirty).content
      const at = startOf(here, edit.choice % 2 ? first : first + 1)
      replace(at, at, new Slice(content, 0, 0))
      break
    }
    default:
      applyStructure(transform, { kind: edit.kind, choice: edit.choice }, place, dirty)
  }
}
