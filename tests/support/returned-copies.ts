import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import type { ChangeRef, Tracking } from '../../src/shared/document/attributes.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { isAnchor } from '../../src/shared/document/tracking-state.ts'
import { weave } from '../../src/shared/document/returned/weave.ts'
import type { Woven } from '../../src/shared/document/returned/weave.ts'
import { applyArticleEdit, articleEdit, editArticle } from './article-passes.ts'
import type { ArticleEdit } from './article-passes.ts'
import { counter } from './document.ts'
import { buildArticle, randomArticle } from './random-articles.ts'
import type { Article } from './random-articles.ts'

/** Random texts that are sent out, and what somebody elsewhere makes of them: without our ids, claims and comments. */

export const READER = 'reader'

export type Journey = {
  readonly start: Article
  readonly before: readonly ArticleEdit[]
  readonly tracked: readonly ArticleEdit[]
  readonly untracked: readonly ArticleEdit[]
  /** Which changes of the base are decided; null for none. */
  readonly decided: number | null
  /** Two blocks that stand in each other's place in the copy, without tracking; null for none. */
  readonly swapped: readonly [number, number] | null
}

const some = (most: number) => fc.array(articleEdit, { maxLength: most, size: 'max' })

export const randomJourney: fc.Arbitrary<Journey> = fc.record({
  start: randomArticle,
  before: some(6),
  tracked: some(5),
  untracked: some(4),
  decided: fc.option(fc.nat(1023)),
  swapped: fc.option(fc.tuple(fc.nat(31), fc.nat(31)), { freq: 2 }),
})

function mapNode(
  node: Node,
  mapMark: (mark: Mark) => readonly Mark[],
  mapRef: (ref: ChangeRef) => ChangeRef,
): Node {
  const marks = node.marks.flatMap(mapMark)
  if (node.isText) return node.mark(marks)
  const attrs = { ...node.attrs }
  for (const name of ['paragraphMark', 'tracking']) {
    const tracking = attrs[name] as Tracking | null | undefined
    if (!tracking) continue
    const refs = Object.entries(tracking).map(([side, ref]) => [side, mapRef(ref)])
    attrs[name] = Object.fromEntries(refs) as Tracking
  }
  for (const name of ['paragraphChange', 'layoutChange']) {
    const change = attrs[name] as (ChangeRef & object) | null | undefined
    if (change) attrs[name] = { ...change, ...mapRef(change) }
  }
  const content = node.children.map((child) => mapNode(child, mapMark, mapRef))
  return node.type.create(attrs, Fragment.fromArray(content), marks)
}

/** As another program gives it back: changes under new ids, and without what is not for it. */
function asForeign(doc: Node, known: ReadonlySet<string>): Node {
  const rename = (id: string) => (known.has(id) ? `w-${id}` : id)
  const mapMark = (mark: Mark): readonly Mark[] => {
    if (isAnchor(mark)) return []
    const { id, move } = mark.attrs as { id?: string; move?: string | null }
    if (id === undefined) return [mark]
    const moved = move === null || move === undefined ? {} : { move: rename(move) }
    return [mark.type.create({ ...mark.attrs, id: rename(id), ...moved })]
  }
  return mapNode(doc, mapMark, (ref) => ({
    ...ref,
    id: rename(ref.id),
    ...(ref.move === undefined ? {} : { move: rename(ref.move) }),
  }))
}

export type Returned = {
  readonly base: Node
  readonly copy: Node
  readonly woven: Woven
  readonly known: ReadonlySet<string>
}

function withoutTracking(start: Node, edits: readonly ArticleEdit[]): Node {
  return edits.reduce((doc, edit) => {
    const transform = new Transform(doc)
    applyArticleEdit(transform, edit)
    return transform.doc
  }, start)
}

/** The last paragraph stays the last. */
function swap(doc: Node, places: Journey['swapped']): Node {
  const last = doc.childCount - 1
  if (places === null || last < 2) return doc
  const [one, other] = places.map((place) => place % last)
  const from = (place: number) => (place === one ? other : place === other ? one : place) ?? place
  return doc.copy(Fragment.fromArray(doc.children.map((_, place) => doc.child(from(place)))))
}

/** Changes of one person are told apart by nothing, as those of one minute are. */
export function nameOf({ author }: ChangeRef): string {
  return author
}

export function playJourney(journey: Journey): Returned {
  const { start, before, tracked, untracked, decided, swapped } = journey
  const half = Math.ceil(before.length / 2)
  const first = editArticle(buildArticle(start), before.slice(0, half), 'desk')
  const base = editArticle(first, before.slice(half), 'legal')
  const known = new Set(indexDocument(base).changes.map(({ id }) => id))
  const ids = [...known].filter((_, index) => decided !== null && ((decided >> (index % 10)) & 1) === 1)
  const settled =
    ids.length > 0 ? decide(base, new Set(ids), (decided ?? 0) % 3 === 0 ? 'reject' : 'accept').doc : base
  const edited = withoutTracking(editArticle(settled, tracked, READER), untracked)
  const copy = asForeign(swap(edited, swapped), known)
  const woven = weave(base, copy, {
    nameOfBase: nameOf,
    nameOfCopy: nameOf,
    isClean: false,
    author: 'them',
    newId: counter('n'),
    newComments: new Set(),
    ignoresFormats: false,
    isLossy: false,
  })
  return { base, copy, woven, known }
}
