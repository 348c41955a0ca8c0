import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { Mappable, Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Verdict } from '../../src/shared/document/decide/decide.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { DecideStep } from '../../src/shared/document/decide/decide-step.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { applyStoredSteps } from '../../src/shared/document/stored-steps.ts'
import { decideStepWise } from './decide-step-wise.ts'
import type { Amount } from './fuzz.ts'
import { parametersOf, play, randomEdits, same } from './fuzz.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import { spoil, spoilt } from './spoil.ts'
import { undoAround } from './undo-around.ts'

/** What the one step of a decision must hold to, against the same decision in plain ProseMirror steps. */

type Decided = {
  readonly doc: Node
  readonly quick: Transform
  readonly slow: Transform
  readonly step: Step
  /** For choices of the property's own. */
  readonly choice: number
}

const verdict: fc.Arbitrary<Verdict> = fc.constantFrom('accept', 'reject')

/** Random decisions on random redlines; those that decide nothing are left out. */
function assertForDecisions(amount: Amount, check: (decided: Decided) => void): void {
  fc.assert(
    fc.property(
      randomDocument,
      randomEdits(amount),
      verdict,
      fc.nat(),
      fc.nat(),
      (start, edits, how, subset, choice) => {
        const doc = play(buildDocument(start), edits)
        const all = indexDocument(doc).changes.map((change) => change.id)
        const some = new Set(all.filter((_, index) => (subset >> (index % 16)) % 2 === 1))
        const ids = subset % 3 === 0 ? 'all' : some
        const quick = decide(doc, ids, how)
        const slow = decideStepWise(doc, ids, how)
        expect(quick.steps.length).toBe(slow.steps.length === 0 ? 0 : 1)
        const [step] = quick.steps
        if (step) check({ doc, quick, slow, step, choice })
      },
    ),
    parametersOf(amount),
  )
}

function samePositions(doc: Node, actual: Mappable, expected: Mappable): void {
  for (let position = 0; position <= doc.content.size; position++) {
    for (const side of [-1, 1]) {
      const is = actual.mapResult(position, side)
      const should = expected.mapResult(position, side)
      if (is.pos !== should.pos || is.deleted !== should.deleted) {
        expect({ position, side, to: is.pos, deleted: is.deleted }).toEqual({
          position,
          side,
          to: should.pos,
          deleted: should.deleted,
        })
      }
    }
  }
}

function fromJson(step: Step): Step {
  return Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())) as object)
}

/** Compared as such: they are made when they are asked for, and what a step keeps to itself no comparison sees. */
function piecesOf(step: Step): unknown {
  return step instanceof DecideStep ? step.pieces : null
}

/** Positions inside paragraphs. */
function placesIn(doc: Node): number[] {
  const places: number[] = []
  doc.forEach((paragraph, start) => {
    for (let at = 0; at <= paragraph.content.size; at++) places.push(start + 1 + at)
  })
  return places
}

/** A place in the decided text, but for borders of what is marked again on undo: there, either side is right. */
function placeAwayFromBorders({ doc, quick, step, choice }: Decided): number | null {
  const inverse = step.invert(doc)
  const borders = inverse instanceof DecideStep ? inverse.pieces.flatMap(({ from, to }) => [from, to]) : []
  const places = placesIn(quick.doc).filter((place) => !borders.includes(place))
  return places[choice % places.length] ?? null
}

export const DECIDE_PROPERTIES = {
  'one step of a decision comes to the same text as one step for each change': (amount) => {
    assertForDecisions(amount, ({ quick, slow }) => {
      quick.doc.check()
      same(quick.doc, slow.doc)
    })
  },
  'every position goes to the same place, from both sides, there and back': (amount) => {
    assertForDecisions(amount, ({ doc, quick, slow, step }) => {
      samePositions(doc, step.getMap(), slow.mapping)
      samePositions(quick.doc, step.getMap().invert(), slow.mapping.invert())
      samePositions(quick.doc, step.invert(doc).getMap(), step.getMap().invert())
    })
  },
  'the inverse of a decision gives the redline back, and its inverse the decision': (amount) => {
    assertForDecisions(amount, ({ doc, quick, step }) => {
      // Read anew, for a step remembers what it was applied to.
      const inverse = fromJson(step).invert(doc)
      same(inverse.apply(quick.doc).doc ?? quick.doc, doc)
      same(inverse.invert(quick.doc).apply(doc).doc ?? doc, quick.doc)
      const remembered = step.invert(doc)
      expect(remembered.apply(quick.doc).doc).toBe(doc)
      expect(remembered.invert(quick.doc)).toBe(step)
    })
  },
  'a decision and its inverse are the same when they are stored and read': (amount) => {
    assertForDecisions(amount, ({ doc, quick, step }) => {
      const inverse = step.invert(doc)
      for (const one of [step, inverse]) expect(piecesOf(fromJson(one))).toEqual(piecesOf(one))
      const stored = [step, inverse].map((one) => one.toJSON() as unknown)
      const decided = applyStoredSteps(doc, stored.slice(0, 1))
      const undone = applyStoredSteps(doc, stored)
      if (!decided.ok || !undone.ok) throw new Error('A stored decision was refused')
      same(decided.doc, quick.doc)
      same(undone.doc, doc)
      samePositions(quick.doc, fromJson(inverse).getMap(), inverse.getMap())
    })
  },
  'a decision is undone and redone around what was typed and commented since, as its single steps are': (
    amount,
  ) => {
    assertForDecisions(amount, (decided) => {
      const { doc, quick, slow, choice } = decided
      const since = choice % 2 === 0 ? 'typed' : 'commented'
      const place = placeAwayFromBorders(decided)
      if (place === null) return
      const one = undoAround(doc, quick.steps, since, place)
      const many = undoAround(doc, slow.steps, since, place)
      same(one.undone, many.undone)
      same(one.redone, many.redone)
    })
  },
  // Single steps are no measure here: they put the state of a ¶ on its neighbour.
  'a decision is undone and redone around what was deleted or split since, and the text stays valid': (
    amount,
  ) => {
    assertForDecisions(amount, ({ doc, quick, choice }) => {
      const known = new Set(indexDocument(doc).changes.map((change) => change.id))
      const places = placesIn(quick.doc)
      const place = places[choice % places.length] ?? 1
      const { undone, redone } = undoAround(doc, quick.steps, choice % 2 === 0 ? 'deleted' : 'split', place)
      undone.check()
      redone.check()
      expect(indexDocument(undone).changes.filter((change) => !known.has(change.id))).toEqual([])
      const open = new Set(indexDocument(quick.doc).changes.map((change) => change.id))
      expect(indexDocument(redone).changes.filter((change) => !open.has(change.id))).toEqual([])
    })
  },
  'a spoilt decision is refused in words, or leaves a valid text': (amount) => {
    fc.assert(
      fc.property(randomDocument, randomEdits(amount), verdict, spoilt, (start, edits, how, changes) => {
        const doc = play(buildDocument(start), edits)
        const [step] = decide(doc, 'all', how).steps
        if (!step) return
        for (const one of [step, step.invert(doc)]) {
          const json: unknown = one.toJSON()
          const bad = changes.reduce((now, [path, value]) => spoil(now, path, value), json)
          const read = applyStoredSteps(one === step ? doc : decide(doc, 'all', how).doc, [bad])
          if (read.ok) read.doc.check()
          else expect(read.message).toMatch(/^The edit .{10,}/su)
        }
      }),
      parametersOf(amount),
    )
  },
} satisfies Record<string, (amount: Amount) => void>
