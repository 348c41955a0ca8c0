import { Fragment, Mark, Slice } from 'prosemirror-model'
import { checkTracking } from '../attributes.ts'
import type { ParagraphAttrs } from '../attributes.ts'
import type { NodeState, Piece } from './decide-pieces.ts'
import { isFlatSlice } from './flat-text.ts'
import { schema } from '../schema.ts'
import { isAnchor } from '../tracking-state.ts'
import { checkLayoutChange, checkLook } from '../word-attributes.ts'

/** The pieces of a DecideStep as they are stored, and the check of what comes back. */

const ATTRIBUTES: readonly string[] = [
  'style',
  'list',
  'align',
  'paragraphMark',
  'paragraphChange',
  'look',
] satisfies (keyof ParagraphAttrs)[]

function pieceToJson(piece: Piece): Record<string, unknown> {
  const { kind, from, to } = piece
  if (kind === 'paragraph' || kind === 'node') return { kind, from, to, attrs: piece.attrs }
  if (kind === 'nodes') return { kind, from, to, content: piece.content.toJSON() as unknown }
  if (kind === 'replace') return { kind, from, to, slice: piece.slice.toJSON() as unknown }
  const toJson = (marks: readonly Mark[]) => marks.map((mark) => mark.toJSON() as unknown)
  return { kind, from, to, removed: toJson(piece.removed), added: toJson(piece.added) }
}

export function piecesToJson(pieces: readonly Piece[]): unknown[] {
  return pieces.map(pieceToJson)
}

function refuse(what: string): never {
  throw new RangeError(`a decision has ${what}`)
}

function readRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('a piece of no known kind')
  return value as Record<string, unknown>
}

function readPosition(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) refuse('no place in the text')
  return value
}

/** No anchors: they are several of a kind, and their order would not come back when a decision is undone. */
function readMarks(value: unknown): readonly Mark[] {
  if (!Array.isArray(value)) refuse('marks that are none')
  const marks = (value as unknown[]).map((json) => Mark.fromJSON(schema, json))
  if (marks.some(isAnchor)) refuse('a comment or a claim among its marks')
  return marks
}

function readSlice(value: unknown): Slice {
  const slice = Slice.fromJSON(schema, value)
  if (!isFlatSlice(slice)) refuse('text that does not go into a paragraph')
  slice.content.forEach((node) => node.check())
  return slice
}

function readAttributes(value: unknown): Partial<ParagraphAttrs> {
  const attrs = readRecord(value)
  const isKnown = Object.keys(attrs).every((name) => ATTRIBUTES.includes(name))
  if (!isKnown || Object.keys(attrs).length === 0) refuse('attributes that no paragraph has')
  schema.nodes.para.create(attrs).check()
  return attrs
}

/** Whether they may stand beside each other is asked where they are put. */
function readNodes(value: unknown): Fragment {
  const content = Fragment.fromJSON(schema, value)
  const { para, table, row, cell } = schema.nodes
  const isKnown = content.content.every(({ type }) => [para, table, row, cell].some((one) => one === type))
  if (!isKnown) refuse('content of no known kind')
  content.forEach((node) => node.check())
  return content
}

const NODE_CHECKS: Readonly<Record<string, (value: unknown) => void>> = {
  tracking: checkTracking,
  look: checkLook,
  layoutChange: checkLayoutChange,
} satisfies Record<keyof NodeState, unknown>

function readNodeState(value: unknown): NodeState {
  const attrs = Object.entries(readRecord(value))
  if (attrs.length === 0) refuse('attributes that no table, no row and no cell has')
  for (const [name, one] of attrs) {
    const check = NODE_CHECKS[name] ?? refuse('attributes that no table, no row and no cell has')
    check(one)
  }
  return Object.fromEntries(attrs)
}

function readPiece(json: unknown): Piece {
  const value = readRecord(json)
  const from = readPosition(value['from'])
  const to = readPosition(value['to'])
  switch (value['kind']) {
    case 'replace': {
      const slice = readSlice(value['slice'])
      if (to < from || (to === from && slice.size === 0)) refuse('a replacement of nothing')
      return { kind: 'replace', from, to, slice }
    }
    case 'marks':
      if (to <= from) refuse('marks on nothing')
      return {
        kind: 'marks',
        from,
        to,
        removed: readMarks(value['removed']),
        added: readMarks(value['added']),
      }
    case 'nodes': {
      const content = readNodes(value['content'])
      if (to < from || (to === from && content.size === 0)) refuse('a replacement of nothing')
      return { kind: 'nodes', from, to, content }
    }
    case 'node':
      if (to !== from + 1) refuse('attributes of more than one table, row or cell')
      return { kind: 'node', from, to, attrs: readNodeState(value['attrs']) }
    case 'paragraph':
      if (to !== from + 1) refuse('attributes of more than one paragraph')
      return { kind: 'paragraph', from, to, attrs: readAttributes(value['attrs']) }
    default:
      return refuse('a piece of no known kind')
  }
}

/** Reads what was stored; throws a RangeError, in words, as every Step.fromJSON does. */
export function piecesFromJson(json: unknown): Piece[] {
  if (!Array.isArray(json)) refuse('no pieces')
  let end = 0
  let replacedTo = -1
  return (json as unknown[]).map((value) => {
    const piece = readPiece(value)
    const replaces = piece.kind === 'replace' || piece.kind === 'nodes'
    if (piece.from < end || (replaces && piece.from === replacedTo)) refuse('pieces that overlap')
    end = piece.to
    if (replaces) replacedTo = piece.to
    return piece
  })
}
