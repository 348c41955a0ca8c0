import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import type { ChangeRef, Tracking } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import {
  isFormatting,
  paragraphAttrs,
  storeProperties,
  storeMarks,
} from '../../src/shared/document/tracking-state.ts'
import { keyOf } from './random-document.ts'

/**
 * Random tracking put onto an article directly, whatever an editor would make of it: any change on any stretch of
 * letters, atoms, ¶, rows and cells. Numbers choose places as a share of what there is.
 */
export type RandomTrack = {
  /** `inMove`: an insertion of its own into moved text. */
  readonly kind: 'insertion' | 'deletion' | 'format' | 'moveFrom' | 'moveTo' | 'inMove'
  readonly from: number
  readonly span: number
  readonly id: number
}

export const randomTracks: fc.Arbitrary<readonly RandomTrack[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('insertion', 'deletion', 'deletion', 'format', 'moveFrom', 'moveTo', 'inMove'),
    from: fc.nat(1000),
    span: fc.nat(9),
    id: fc.nat(4),
  }),
  { minLength: 1, maxLength: 10 },
)

type Found = { readonly tracking: Tracking; readonly format: ChangeRef | null }

/** An id is of one author. The other side of a move has the same. */
function refOf({ kind, id }: RandomTrack): ChangeRef {
  const author = id % 2 === 0 ? 'A' : 'B'
  const move = `m${String(id % 2)}`
  if (kind === 'moveFrom' || kind === 'moveTo') return { id: move, author: 'A', move }
  const own = { id: `${kind.slice(0, 1)}${String(id)}`, author }
  return kind === 'inMove' ? { ...own, move } : own
}

function foundAt(index: number, count: number, tracks: readonly RandomTrack[]): Found {
  let tracking: Tracking = {}
  let format: ChangeRef | null = null
  for (const track of tracks) {
    const first = track.from % count
    if (index < first || index > first + track.span) continue
    const ref = refOf(track)
    if (track.kind === 'format') format = ref
    else if (track.kind === 'deletion' || track.kind === 'moveFrom') tracking = { ...tracking, deletion: ref }
    else tracking = { ...tracking, insertion: ref }
  }
  return { tracking, format }
}

function orNull(tracking: Tracking): Tracking | null {
  return Object.keys(tracking).length > 0 ? tracking : null
}

function marksOf(node: Node, { tracking, format }: Found): readonly Mark[] {
  const { insertion, deletion } = tracking
  const before = storeMarks(node.marks.filter(isFormatting))
  let marks = node.marks
  if (format) {
    const { id, author } = format
    const own = schema.mark('formatChange', { id, author, before })
    const others = node.marks.filter((mark) => !isFormatting(mark))
    marks = own.addToSet(before.length > 0 ? others : schema.mark('strong').addToSet(others))
  }
  if (insertion) marks = schema.mark('insertion', insertion).addToSet(marks)
  if (deletion) marks = schema.mark('deletion', deletion).addToSet(marks)
  return marks
}

/** Letters, for each may have changes of its own. */
function lettersOf(inline: Node): readonly Node[] {
  return inline.isText
    ? Array.from(inline.text ?? '', (letter) => schema.text(letter, inline.marks))
    : [inline]
}

export function track(doc: Node, tracks: readonly RandomTrack[]): Node {
  let count = 0
  let next = 0
  let isCounting = true
  const found = (): Found => {
    if (isCounting) count += 1
    return isCounting ? { tracking: {}, format: null } : foundAt(next++, count, tracks)
  }
  const inline = (node: Node): Node => {
    const marks = marksOf(node, found())
    return node.isText || node.isLeaf ? node.mark(marks) : node.copy(children(node)).mark(marks)
  }
  const block = (node: Node): Node => {
    if (node.isTextblock) {
      const content = Fragment.fromArray(node.children.flatMap((one) => lettersOf(one)).map(inline))
      const { tracking, format } = found()
      const before = storeProperties({ ...paragraphAttrs(node), align: 'center' })
      const paragraphChange = format ? { ...format, before } : null
      const attrs = { ...node.attrs, paragraphMark: orNull(tracking), paragraphChange }
      return schema.nodes.para.create(attrs, content)
    }
    const content = children(node)
    const { tracking, format } = found()
    const layoutChange = format ? { ...format, before: keyOf(format.id.length) } : null
    const attrs = { ...node.attrs, layoutChange }
    if (node.type === schema.nodes.table) return schema.nodes.table.create(attrs, content)
    return node.type.create({ ...attrs, tracking: orNull(tracking) }, content)
  }
  const children = (node: Node): Fragment => Fragment.fromArray(node.children.map(block))
  children(doc)
  isCounting = false
  return doc.copy(children(doc))
}

/** The id of every open change, moves too, in text order. */
export function openIds(doc: Node): string[] {
  const ids = new Set<string>()
  const add = (ref: ChangeRef | null | undefined) => {
    if (ref) ids.add(ref.id)
  }
  doc.descendants((node) => {
    for (const { type, attrs } of node.marks) {
      if ('author' in attrs && type.name !== 'comment') ids.add(String(attrs['id']))
    }
    const attrs = node.attrs as {
      readonly tracking?: Tracking | null
      readonly paragraphMark?: Tracking | null
      readonly paragraphChange?: ChangeRef | null
      readonly layoutChange?: ChangeRef | null
    }
    for (const state of [attrs.tracking, attrs.paragraphMark]) {
      add(state?.insertion)
      add(state?.deletion)
    }
    add(attrs.paragraphChange)
    add(attrs.layoutChange)
  })
  return [...ids]
}
