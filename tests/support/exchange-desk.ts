import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { groupsOf, openRow } from '../../src/main/core/change-rows.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { storedForm } from '../../src/shared/document/stored-form.ts'
import { mergeVersions } from '../../src/shared/exchange/merge-base.ts'
import { mergeReview } from '../../src/shared/exchange/merge-review.ts'
import type { MergedReview } from '../../src/shared/exchange/merge-review.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import { sortContent } from '../../src/shared/exchange/sort-content.ts'
import { relationOf } from '../../src/shared/exchange/version-graph.ts'
import type { ArticleId, LibraryId, VersionId } from '../../src/shared/model/ids.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import { AT, articleRow } from './rows.ts'

/** Desks as a package sees them: what is said of one article, and its saved versions. No database, no files. */

export type Package = {
  readonly head: string
  readonly graph: ReadonlyMap<string, readonly string[]>
  readonly contents: ReadonlyMap<string, ReviewContent>
  readonly origins: ReadonlyMap<string, Origin>
}

type Origin = { readonly origin: LibraryId | null; readonly at: number | null }

/** A merge that a desk has made, for properties to look at. */
export type SeenMerge = {
  readonly one: ReviewContent
  readonly other: ReviewContent
  /** Contents of all versions that both sides came from. */
  readonly before: readonly ReviewContent[]
  readonly merged: MergedReview
}

export type Desk = {
  readonly name: LibraryId
  work: ReviewContent
  doc: Node
  head: string
  graph: ReadonlyMap<string, readonly string[]>
  contents: ReadonlyMap<string, ReviewContent>
  origins: ReadonlyMap<string, Origin>
  /** Numbers of ids made here. */
  count: number
  now: number
  readonly merges: SeenMerge[]
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A review of which nothing was said yet, but for the changes that stand in its text. */
export function emptyContent(doc: Node): ReviewContent {
  const {
    headSeq: _,
    headline: _h,
    editRight: _e,
    rightWith: _w,
    readOnly: _r,
    ...article
  } = articleRow({
    id: 'article' as ArticleId,
  })
  const { changes } = indexDocument(doc)
  const groupOf = groupsOf(changes)
  return {
    article,
    document: storedForm(doc),
    changes: changes.map((entry) =>
      openRow(entry, { createdAt: AT, dateRaw: null, groupId: groupOf(entry) }),
    ),
    changeSets: [],
    changeDecisions: [],
    anchors: [],
    threads: [],
    claims: [],
    sources: [],
    waivers: [],
    replies: [],
    consultations: [],
    dismissals: [],
    signOffs: [],
    log: [],
    conflicts: [],
    custody: [],
  }
}

export function createDesk(name: string, doc: Node, content: ReviewContent): Desk {
  const start = sortContent(content)
  return {
    name: name as LibraryId,
    work: start,
    doc,
    head: 'v0',
    graph: new Map([['v0', []]]),
    contents: new Map([['v0', start]]),
    origins: new Map([['v0', { origin: null, at: null }]]),
    count: 0,
    now: AT,
    merges: [],
  }
}

function keep(
  desk: Desk,
  id: string,
  parents: readonly string[],
  content: ReviewContent,
  origin: Origin,
): void {
  desk.graph = new Map(desk.graph).set(id, parents)
  desk.contents = new Map(desk.contents).set(id, content)
  desk.origins = new Map(desk.origins).set(id, origin)
  desk.head = id
}

function freeze(desk: Desk): void {
  const content = sortContent({ ...desk.work, document: storedForm(desk.doc) })
  desk.work = content
  if (canonicalJson(content) === canonicalJson(desk.contents.get(desk.head))) return
  desk.count += 1
  const origin = { origin: desk.name, at: desk.now }
  keep(desk, `${desk.name}-v${String(desk.count)}`, [desk.head], content, origin)
}

export function send(desk: Desk): Package {
  freeze(desk)
  const { head, graph, contents, origins } = desk
  return { head, graph, contents, origins }
}

function show(desk: Desk, content: ReviewContent): void {
  desk.work = content
  desk.doc = schema.nodeFromJSON(content.document)
}

const NOBODY: Origin = { origin: null, at: null }

function noteMerge(desk: Desk, theirs: string, merged: MergedReview): void {
  const contentOf = (id: string) => desk.contents.get(id) as ReviewContent
  const before = [...desk.graph.keys()].filter((id) =>
    [desk.head, theirs].every((head) => ['same', 'ahead'].includes(relationOf(desk.graph, head, id))),
  )
  const sides = { one: contentOf(desk.head), other: contentOf(theirs) }
  desk.merges.push({ ...sides, before: before.map(contentOf), merged })
}

/** Takes a package in; false where it holds nothing new. */
export function receive(desk: Desk, parcel: Package): boolean {
  freeze(desk)
  desk.graph = new Map([...parcel.graph, ...desk.graph])
  desk.contents = new Map([...parcel.contents, ...desk.contents])
  desk.origins = new Map([...parcel.origins, ...desk.origins])
  const relation = relationOf(desk.graph, desk.head, parcel.head)
  if (relation === 'same' || relation === 'ahead') return false
  if (relation === 'behind') {
    desk.head = parcel.head
    const context = { mergeId: parcel.head as VersionId, one: NOBODY, other: NOBODY, sha256 }
    // As main does it, so that what the sender was not told of stays here; for all that is told it changes nothing.
    const theirs = desk.contents.get(parcel.head) as ReviewContent
    show(desk, mergeReview(desk.work, desk.work, theirs, context).content)
    return true
  }
  const { graph, contents, origins } = desk
  const history = {
    graph,
    contentOf: (id: string) => contents.get(id) ?? null,
    originOf: (id: string) => origins.get(id) ?? NOBODY,
    sha256,
  }
  const outcome = mergeVersions(desk.head, parcel.head, history)
  if (outcome.kind === 'missing') throw new Error(`No content of ${outcome.versionId}`)
  noteMerge(desk, parcel.head, outcome.merged)
  const { content } = outcome.merged
  keep(desk, outcome.id, [desk.head, parcel.head].toSorted(), content, NOBODY)
  show(desk, content)
  return true
}
