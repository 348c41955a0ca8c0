import type { Node } from 'prosemirror-model'
import type { ChangeRef } from '../../../shared/document/attributes.ts'
import type { ImportedChange } from '../../../shared/model/interchange.ts'
import { CHANGES } from '../../opc/limits.ts'
import { tooLarge } from '../../opc/refusal.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { ImportTools } from '../draft.ts'
import type { Authors, Authorship } from './authors.ts'
import { changeKinds } from './change-kinds.ts'
import type { Moves } from './moves.ts'

/** The elements of a file under which a piece of text, a ¶, a row or a cell stands. */
export type Tracking = {
  readonly insertion?: XmlElement | undefined
  readonly deletion?: XmlElement | undefined
  readonly format?: XmlElement | undefined
}
export type TrackingRefs = {
  readonly insertion?: ChangeRef
  readonly deletion?: ChangeRef
  readonly format?: ChangeRef
}

type Side = keyof Tracking
type Kept = { readonly key: string; readonly ref: ChangeRef }
/** The changes of the piece before the one that is read next. */
export type Before = { readonly [side in Side]?: Kept }

/**
 * Turns Word's change elements into changes. Word cuts one act into many elements, one for each run; pieces
 * that touch and have the same side, author and date are one change here.
 */
export type ChangeLog = {
  /**
   * The changes of the next piece in text order. Must be called for every piece, tracked or not. `shared`: pieces
   * that are one change though they do not touch, as the cells of a column are.
   */
  next(tracking: Tracking, shared?: Map<string, ChangeRef>): TrackingRefs
  /** A w:pPrChange. It belongs to the change of the ¶ right before it when one act made both. */
  ofParagraph(element: XmlElement): ChangeRef
  /** The w:rPrChange of a ¶. It belongs to the change of format right before it when one act made both. */
  ofMark(element: XmlElement): ChangeRef
  /** A change of layout. `shared`: those of one act in one table are one change. */
  ofLayout(element: XmlElement, shared: Map<string, ChangeRef>): ChangeRef
  /** What the next piece may go on with; to go on in the same way after a cell or a note. */
  state(): Before
  resume(before: Before): void
  /** Changes that have a place in the document, in the order of the file. */
  list(doc: Node): readonly ImportedChange[]
}

function keyOf(by: Authorship, move: string | null = null): string {
  return [by.authorId, by.dateRaw, move ?? ''].join(' ')
}

const SIDES: readonly Side[] = ['insertion', 'deletion', 'format']

export function createChangeLog(authors: Authors, moves: Moves, tools: ImportTools): ChangeLog {
  const made = new Map<string, Authorship>()
  let last: Before = {}
  const create = (by: Authorship, move: string | null): ChangeRef => {
    if (made.size >= CHANGES) throw tooLarge('The file holds too many tracked changes.')
    const id = tools.newId()
    made.set(id, by)
    return move === null ? { id, author: by.authorId } : { id, author: by.authorId, move }
  }
  /** The side of a move that stands open here; null where its author is another, for a change has one. */
  const moved = (side: Side, element: XmlElement, by: Authorship): ChangeRef | null => {
    const id = side === 'format' || !/^w:move(From|To)$/.test(element.name) ? null : moves.open(side)
    if (id === null || side === 'format') return null
    const known = made.get(id)
    if (known && known.authorId !== by.authorId) return null
    if (!known) made.set(id, by)
    moves.see(id, side)
    return { id, author: by.authorId, move: id }
  }
  const take = (side: Side, element: XmlElement, shared: Map<string, ChangeRef> | undefined): Kept => {
    const by = authors.of(element)
    const move = moved(side, element, by)
    if (move) return { key: `move ${move.id}`, ref: move }
    // What is inserted into moved text goes when the move is rejected.
    const into = side === 'insertion' ? moves.open('insertion') : null
    const key = keyOf(by, into)
    const before = shared?.get(`${side} ${key}`) ?? (last[side]?.key === key ? last[side].ref : null)
    const ref = before ?? create(by, into)
    shared?.set(`${side} ${key}`, ref)
    return { key, ref }
  }
  /** A change of properties, as a part of one of those when one act made both. */
  const along = (element: XmlElement, others: readonly (Kept | undefined)[]): ChangeRef => {
    const by = authors.of(element)
    const kept = others.find((one) => one?.key === keyOf(by))
    const { id, author } = kept?.ref ?? create(by, null)
    return { id, author }
  }
  return {
    next(tracking, shared) {
      const now: { [side in Side]?: Kept } = {}
      const refs: { [side in Side]?: ChangeRef } = {}
      for (const side of SIDES) {
        const element = tracking[side]
        if (!element) continue
        const kept = take(side, element, shared)
        now[side] = kept
        refs[side] = kept.ref
      }
      last = now
      return refs
    },
    ofParagraph: (element) => along(element, [last.deletion, last.insertion]),
    ofMark: (element) => along(element, [last.format]),
    ofLayout(element, shared) {
      const by = authors.of(element)
      const key = `layout ${keyOf(by)}`
      const ref = shared.get(key) ?? create(by, null)
      shared.set(key, ref)
      return ref
    },
    state: () => last,
    resume(before) {
      last = before
    },
    list(doc) {
      const kinds = changeKinds(doc)
      return [...made].flatMap(([id, by]) => {
        const kind = kinds.get(id)
        return kind ? [{ id, kind, ...by }] : []
      })
    },
  }
}
