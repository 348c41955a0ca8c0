import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { merge } from '../../src/shared/document/merge/merge.ts'
import { project } from '../../src/shared/document/projection.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import { articleEdit, editArticle } from './article-passes.ts'
import { counter } from './document.ts'
import type { Amount } from './fuzz.ts'
import { parametersOf, randomEdits, same } from './fuzz.ts'
import { buildArticle, randomArticle } from './random-articles.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import { applyEdit, placeOf, settleKind } from './random-edits.ts'
import type { RandomParagraph } from './random-document.ts'
import type { RandomEdit } from './random-edits.ts'

/** What merging two passes must hold to, for random passes over random documents that may be tracked themselves. */

export function edited(
  start: Node,
  edits: readonly RandomEdit[],
  authorOf: (author: RandomEdit['author']) => string,
  prefix: string,
): Node {
  const newId = counter(prefix)
  let doc = start
  for (const wanted of edits) {
    const edit = settleKind(doc, wanted)
    const local = new Transform(doc)
    applyEdit(local, edit, placeOf(doc, edit), true)
    const change = { doc: local.doc, maps: local.mapping.maps }
    doc = trackChanges(doc, change, { author: authorOf(edit.author), newId }).transform.doc
  }
  return doc
}

/** Decides some of what is open, now and then, and puts a comment somewhere. */
function decideSome(doc: Node, choice: number, comment: string): Node {
  const ids = indexDocument(doc).changes.map((change) => change.id)
  const some = new Set(ids.filter((_, index) => (choice >> (index % 10)) % 2 === 1))
  const decided = some.size > 0 ? decide(doc, some, choice % 3 === 0 ? 'reject' : 'accept').doc : doc
  const { from, to } = placeOf(decided, { kind: 'type', author: 'A', from: choice, to: choice % 90, choice })
  return addAnchor(decided, 'comment', comment, [{ from, to }]).doc
}

export type Passes = { readonly base: Node; readonly one: Node; readonly other: Node }

/** `tracked`: with open changes by the two who make the passes. `others`: with open changes by two others. */
type BaseKind = 'clean' | 'tracked' | 'others'

type Plan = {
  readonly start: readonly RandomParagraph[]
  readonly base: BaseKind
  readonly before: readonly RandomEdit[]
  readonly one: readonly RandomEdit[]
  readonly other: readonly RandomEdit[]
  /** Numbers that choose what is decided in the base, and in each pass; null for nothing. */
  readonly decided: readonly [number, number] | null
}

function randomPlan(amount: Amount, base: BaseKind, passes: 'edited' | 'decided'): fc.Arbitrary<Plan> {
  const some = randomEdits({ ...amount, edits: Math.ceil(amount.edits / 3) })
  return fc.record({
    start: randomDocument,
    base: fc.constant(base),
    before: base === 'clean' ? fc.constant([]) : some,
    one: some,
    other: some,
    decided: passes === 'edited' ? fc.constant(null) : fc.tuple(fc.nat(1023), fc.nat(1023)),
  })
}

export function playPasses({ start, base: kind, before, one, other, decided }: Plan): Passes {
  const base = edited(
    buildDocument(start),
    before,
    (author) => (kind === 'others' ? `${author}2` : author),
    'base',
  )
  const pass = (edits: readonly RandomEdit[], author: 'A' | 'B', choice: number | undefined) => {
    if (choice === undefined) return edited(base, edits, () => author, author)
    const half = Math.floor(edits.length / 2)
    const first = edited(base, edits.slice(0, half), () => author, author)
    return edited(decideSome(first, choice, `k-${author}`), edits.slice(half), () => author, `${author}-`)
  }
  return { base, one: pass(one, 'A', decided?.[0]), other: pass(other, 'B', decided?.[1]) }
}

type Check = (passes: Passes) => void

function assertForPasses(
  amount: Amount,
  check: Check,
  kinds: { base?: BaseKind; passes?: 'edited' | 'decided' } = {},
): void {
  const plan = randomPlan(amount, kinds.base ?? 'tracked', kinds.passes ?? 'decided')
  fc.assert(
    fc.property(plan, (one) => {
      check(playPasses(one))
    }),
    parametersOf(amount),
  )
}

/** The ids of changes by that author which the base does not have. */
function newIds(base: Node, doc: Node, author: string): Set<string> {
  const known = new Set(indexDocument(base).changes.map((change) => change.id))
  const own = indexDocument(doc).changes.filter((change) => change.author === author && !known.has(change.id))
  return new Set(own.map((change) => change.id))
}

function authors(doc: Node): Map<string, string> {
  return new Map(indexDocument(doc).changes.map(({ id, author }) => [id, author]))
}

export const MERGE_PROPERTIES = {
  'a merge is a valid document': (amount) => {
    assertForPasses(amount, ({ base, one, other }) => {
      const { doc } = merge(base, one, other)
      doc.check()
      doc.descendants((node) => {
        if (node.isText && !(node.text ?? '').isWellFormed()) expect(node.text).toBe('whole characters')
      })
    })
  },
  'rejecting everything in a merge gives what rejecting everything in the base does': (amount) => {
    assertForPasses(
      amount,
      ({ base, one, other }) => {
        same(project(merge(base, one, other).doc, 'original'), project(base, 'original'))
      },
      { passes: 'edited' },
    )
  },
  'rejecting the changes of one pass leaves the other, where the two do not meet': (amount) => {
    let compared = 0
    assertForPasses(
      amount,
      ({ base, one, other }) => {
        const { doc, conflicts } = merge(base, one, other)
        if (conflicts.length > 0) return
        compared += 1
        same(
          decide(doc, newIds(base, one, 'A'), 'reject').doc,
          decide(other, newIds(base, one, 'A'), 'reject').doc,
        )
        same(
          decide(doc, newIds(base, other, 'B'), 'reject').doc,
          decide(one, newIds(base, other, 'B'), 'reject').doc,
        )
      },
      { base: 'clean', passes: 'edited' },
    )
    expect(compared).toBeGreaterThan(amount.runs / 10)
  },
  'merging with the base changes nothing': (amount) => {
    assertForPasses(amount, ({ base, one }) => {
      same(merge(base, one, base).doc, one)
      same(merge(base, base, one).doc, one)
      expect(merge(base, one, base).conflicts).toEqual([])
    })
  },
  'merging a pass with itself gives that pass': (amount) => {
    assertForPasses(amount, ({ base, one }) => {
      same(merge(base, one, one).doc, one)
      expect(merge(base, one, one).conflicts).toEqual([])
    })
  },
  'it does not matter which pass is called the first': (amount) => {
    assertForPasses(amount, ({ base, one, other }) => {
      const [left, right] = [merge(base, one, other), merge(base, other, one)]
      same(left.doc, right.doc)
      const sorted = (list: readonly unknown[]) => list.map((entry) => JSON.stringify(entry)).toSorted()
      expect(sorted(left.conflicts)).toEqual(sorted(right.conflicts))
    })
  },
  // Where one types anew, elsewhere, the letters that one has just taken back in the same insertion, only the steps
  // could tell the new from the old: so the base is of others here.
  'merging a pass again changes nothing': (amount) => {
    assertForPasses(
      amount,
      ({ base, one, other }) => {
        const { doc } = merge(base, one, other)
        same(merge(base, doc, other).doc, doc)
        same(merge(base, one, doc).doc, doc)
      },
      { base: 'others', passes: 'edited' },
    )
  },
  'every change keeps its author, and none comes from nowhere': (amount) => {
    assertForPasses(amount, ({ base, one, other }) => {
      const known = new Map([...authors(base), ...authors(one), ...authors(other)])
      for (const [id, author] of authors(merge(base, one, other).doc)) {
        expect({ id, author }).toEqual({ id, author: known.get(id) })
      }
    })
  },
  'no inserted word of either pass is dropped': (amount) => {
    assertForPasses(
      amount,
      ({ base, one, other }) => {
        const merged = indexDocument(merge(base, one, other).doc)
        for (const pass of [one, other]) {
          const known = new Set(indexDocument(base).changes.map((change) => change.id))
          for (const { id, inserted } of indexDocument(pass).changes) {
            if (known.has(id)) continue
            expect(merged.changes.find((change) => change.id === id)?.inserted ?? '').toBe(inserted)
          }
        }
      },
      { passes: 'edited' },
    )
  },
  'two passes that go on from what they last exchanged end the same': (amount) => {
    const more = randomEdits({ ...amount, edits: Math.ceil(amount.edits / 4) })
    fc.assert(
      fc.property(randomPlan(amount, 'tracked', 'edited'), more, more, (plan, nextOne, nextOther) => {
        const { base, one, other } = playPasses(plan)
        // Both send what they have, and go on before they have read what the other sent.
        const laterOne = edited(one, nextOne, () => 'A', 'A2-')
        const laterOther = edited(other, nextOther, () => 'B', 'B2-')
        const readByOne = merge(base, laterOne, other).doc
        const readByOther = merge(base, laterOther, one).doc
        const exchanged = merge(base, one, other).doc
        const [left, right] = [
          merge(exchanged, readByOne, readByOther).doc,
          merge(exchanged, readByOther, readByOne).doc,
        ]
        same(left, right)
        same(project(left, 'original'), project(base, 'original'))
      }),
      parametersOf(amount),
    )
  },
  'articles with tables, pictures and notes are merged as texts are': (amount) => {
    const some = fc.array(articleEdit, { minLength: 1, maxLength: Math.ceil(amount.edits / 4) })
    fc.assert(
      fc.property(randomArticle, some, some, some, (article, before, first, second) => {
        const base = editArticle(buildArticle(article), before, 'C')
        const [one, other] = [editArticle(base, first, 'A'), editArticle(base, second, 'B')]
        const { doc } = merge(base, one, other)
        doc.check()
        same(merge(base, other, one).doc, doc)
        same(merge(base, one, base).doc, one)
        same(merge(base, doc, other).doc, doc)
        same(project(doc, 'original'), project(base, 'original'))
      }),
      parametersOf(amount),
    )
  },
} satisfies Record<string, (amount: Amount) => void>
