import type { Node } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import type { Mappable } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Verdict } from '../../src/shared/document/decide/decide.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { DecideStep } from '../../src/shared/document/decide/decide-step.ts'
import { project } from '../../src/shared/document/projection.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { applyStoredSteps } from '../../src/shared/document/stored-steps.ts'
import { contentOf } from './decide-units.ts'
import type { Amount } from './fuzz.ts'
import { parametersOf, same } from './fuzz.ts'
import { bareText, plainReplacements } from './plain-steps.ts'
import { buildArticle, randomArticle } from './random-articles.ts'
import { openIds, randomTracks, track } from './random-tracking.ts'
import { spoil, spoilt } from './spoil.ts'
import { undoAround, write } from './undo-around.ts'

/** What decisions must hold to on articles with tables, pictures, notes and moves, tracked in any way at all. */

const verdict: fc.Arbitrary<Verdict> = fc.constantFrom('accept', 'reject')
const redline = fc.tuple(randomArticle, randomTracks).map(([article, tracks]) => ({ article, tracks }))

type Decided = {
  readonly doc: Node
  readonly ids: ReadonlySet<string> | 'all'
  readonly verdict: Verdict
  readonly decided: Node
  /** None where nothing is decided. */
  readonly step: DecideStep | null
  readonly choice: number
}

function idsOf(doc: Node, subset: number): ReadonlySet<string> {
  return new Set(openIds(doc).filter((_, index) => (subset >> (index % 16)) % 2 === 1))
}

function assertForRedlines(amount: Amount, check: (decided: Decided) => void): void {
  fc.assert(
    fc.property(redline, verdict, fc.nat(), fc.nat(), ({ article, tracks }, how, subset, choice) => {
      const doc = track(buildArticle(article), tracks)
      const ids = subset % 3 === 0 ? 'all' : idsOf(doc, subset)
      const transform = decide(doc, ids, how)
      expect(transform.steps.length).toBeLessThan(2)
      const [step] = transform.steps
      check({
        doc,
        ids,
        verdict: how,
        decided: transform.doc,
        step: step instanceof DecideStep ? step : null,
        choice,
      })
    }),
    parametersOf(amount),
  )
}

function samePositions(doc: Node, actual: Mappable, expected: Mappable): void {
  for (let position = 0; position <= doc.content.size; position++) {
    for (const side of [-1, 1]) {
      const is = actual.mapResult(position, side)
      const should = expected.mapResult(position, side)
      const told = { position, side, to: is.pos, deleted: is.deleted }
      if (is.pos !== should.pos || is.deleted !== should.deleted) {
        expect(told).toEqual({ position, side, to: should.pos, deleted: should.deleted })
      }
    }
  }
}

function fromJson(step: Step): Step {
  return Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())) as object)
}

/** Positions inside paragraphs, wherever these stand. */
function placesIn(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, start) => {
    if (!node.isTextblock) return
    node.forEach((child, offset) => {
      for (let at = 0; at < (child.isText ? child.nodeSize : 1); at++) places.push(start + 1 + offset + at)
    })
    places.push(start + 1 + node.content.size)
  })
  return places
}

export const ARTICLE_PROPERTIES = {
  'a decision comes to what is left of the units, and to a valid text': (amount) => {
    assertForRedlines(amount, ({ doc, ids, verdict: how, decided, step }) => {
      decided.check()
      const decides = (id: string) => ids === 'all' || ids.has(id)
      same(decided, doc.copy(contentOf(doc, { decides, verdict: how })))
      if (!step) same(decided, doc)
    })
  },
  'deciding some changes and then others is the same as deciding all of them at once': (amount) => {
    assertForRedlines(amount, ({ doc, verdict: how, choice }) => {
      const all = openIds(doc)
      const parts = [0, 1, 2].map(
        (part) => new Set(all.filter((_, index) => (choice + index * 7) % 3 === part)),
      )
      const inTurn = (order: readonly ReadonlySet<string>[]) =>
        order.reduce((now, ids) => decide(now, ids, how).doc, doc)
      const atOnce = decide(doc, 'all', how).doc
      same(inTurn(parts), atOnce)
      same(inTurn(parts.toReversed()), atOnce)
      expect(openIds(atOnce)).toEqual([])
    })
  },
  'accepting some and rejecting others comes to the same in any order': (amount) => {
    assertForRedlines(amount, ({ doc, choice }) => {
      // What was put into moved text stays where it has been accepted before the move is rejected.
      const all = openIds(doc).filter((id) => !id.startsWith('i') || !hasMove(doc))
      const accepted = new Set(all.filter((_, index) => (choice >> (index % 16)) % 2 === 1))
      const rejected = new Set(all.filter((id) => !accepted.has(id)))
      const one = decide(decide(doc, accepted, 'accept').doc, rejected, 'reject').doc
      const other = decide(decide(doc, rejected, 'reject').doc, accepted, 'accept').doc
      same(one, other)
    })
  },
  'what is not decided stays open, but for what has gone': (amount) => {
    assertForRedlines(amount, ({ doc, verdict: how, choice }) => {
      // Of each change alone, one that removes nothing.
      const all = openIds(doc)
      const id = all[choice % Math.max(1, all.length)]
      if (id === undefined) return
      const after = decide(doc, new Set([id]), how).doc
      if (JSON.stringify(bareText(after)) !== JSON.stringify(bareText(doc))) return
      expect(new Set(openIds(after))).toEqual(new Set(all.filter((other) => other !== id)))
    })
  },
  'the original and the final text are those of deciding everything': (amount) => {
    assertForRedlines(amount, ({ doc }) => {
      same(project(doc, 'original'), decide(doc, 'all', 'reject').doc)
      same(project(doc, 'final'), decide(doc, 'all', 'accept').doc)
    })
  },
  'every position goes where plain steps take it, from both sides, there and back': (amount) => {
    assertForRedlines(amount, ({ doc, decided, step }) => {
      if (!step) return
      const plain = plainReplacements(doc, step)
      expect(bareText(plain.doc)).toEqual(bareText(decided))
      samePositions(doc, step.getMap(), plain.mapping)
      samePositions(decided, step.getMap().invert(), plain.mapping.invert())
      samePositions(decided, step.invert(doc).getMap(), step.getMap().invert())
    })
  },
  'the inverse gives the redline back, and its inverse the decision': (amount) => {
    assertForRedlines(amount, ({ doc, decided, step }) => {
      if (!step) return
      const inverse = fromJson(step).invert(doc)
      same(inverse.apply(decided).doc ?? decided, doc)
      same(inverse.invert(decided).apply(doc).doc ?? doc, decided)
      expect(step.invert(doc).apply(decided).doc).toBe(doc)
    })
  },
  'a decision on tables and notes is the same when it is stored and read': (amount) => {
    assertForRedlines(amount, ({ doc, decided, step }) => {
      if (!step) return
      expect(fromJson(step).toJSON()).toEqual(step.toJSON())
      const stored = [step, step.invert(doc)].map((one) => one.toJSON() as unknown)
      const once = applyStoredSteps(doc, stored.slice(0, 1))
      const undone = applyStoredSteps(doc, stored)
      if (!once.ok || !undone.ok) throw new Error('A stored decision was refused')
      same(once.doc, decided)
      same(undone.doc, doc)
    })
  },
  'a decision is undone and redone around what was written since, and the text stays valid': (amount) => {
    assertForRedlines(amount, ({ doc, decided, step, choice }) => {
      if (!step) return
      const known = new Set(openIds(doc))
      const places = placesIn(decided)
      const since = (['typed', 'commented', 'deleted', 'split'] as const)[choice % 4] ?? 'typed'
      const place = places[choice % places.length] ?? 1
      const { undone, redone } = undoAround(doc, [step], since, place)
      undone.check()
      redone.check()
      expect(openIds(undone).filter((id) => !known.has(id))).toEqual([])
      if (since === 'typed') expect(undone.textBetween(0, undone.content.size)).toContain('zz')
    })
  },
  'a decision that is carried past what was written since can still be stored': (amount) => {
    assertForRedlines(amount, ({ doc, decided, step, choice }) => {
      if (!step) return
      for (const [start, one] of [
        [doc, step],
        [decided, step.invert(doc)],
      ] as const) {
        const places = placesIn(start)
        const placeAt = (share: number) => places[share % places.length] ?? 1
        const since = new Transform(start)
        write(since, 'deleted', placeAt(choice))
        write(since, choice % 2 === 0 ? 'deleted' : 'split', since.mapping.map(placeAt(choice >> 3)))
        const carried = one.map(since.mapping)
        if (!carried) continue
        const stored = applyStoredSteps(since.doc, [carried.toJSON()])
        const now = carried.apply(since.doc)
        // One that does not fit is never stored.
        expect(stored.ok).toBe(now.doc !== null)
        if (stored.ok && now.doc) same(stored.doc, now.doc)
      }
    })
  },
  'a spoilt decision on tables and notes is refused in words, or leaves a valid text': (amount) => {
    fc.assert(
      fc.property(redline, verdict, spoilt, ({ article, tracks }, how, changes) => {
        const doc = track(buildArticle(article), tracks)
        const { steps, doc: decided } = decide(doc, 'all', how)
        const [step] = steps
        if (!step) return
        for (const one of [step, step.invert(doc)]) {
          const bad = changes.reduce((now, [path, value]) => spoil(now, path, value), one.toJSON() as unknown)
          const read = applyStoredSteps(one === step ? doc : decided, [bad])
          if (read.ok) read.doc.check()
          else expect(read.message).toMatch(/^The edit .{10,}/su)
        }
      }),
      parametersOf(amount),
    )
  },
} satisfies Record<string, (amount: Amount) => void>

function hasMove(doc: Node): boolean {
  return openIds(doc).some((id) => id.startsWith('m'))
}
