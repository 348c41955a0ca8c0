import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import { counter } from './document.ts'
import { buildArticle, randomArticle } from './random-articles.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import { applyEdit, placeOf, randomArticleEdit, randomEdit, settleKind } from './random-edits.ts'
import type { RandomEdit } from './random-edits.ts'
import type { Place } from './random-structure.ts'

/**
 * How many random documents a property is tried on, and with how many edits at most. With a seed they are the same
 * each time, and the first failure is told as it is, without a search for a smaller one.
 */
export type Amount = { readonly runs: number; readonly edits: number; readonly seed?: number }

function fromEnvironment(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise)
}

/** Small enough for every run of the tests; `npm run fuzz` asks for more. */
export const EVERY_RUN: Amount = {
  runs: fromEnvironment('FUZZ_RUNS', 300),
  edits: fromEnvironment('FUZZ_OPS', 20),
}

/** Milliseconds; ten times what the slowest property takes on a machine that does other things too. */
export function timeoutOf({ runs, edits }: Amount): number {
  return 20_000 + runs * edits * 10
}

/** FUZZ_SEED and FUZZ_PATH play the one case again that a failure has printed. */
export function parametersOf({ runs, seed: fixed }: Amount): fc.Parameters<unknown> {
  if (fixed !== undefined) return { numRuns: runs, seed: fixed, endOnFailure: true }
  const seed = process.env['FUZZ_SEED']
  const path = process.env['FUZZ_PATH']
  return {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  }
}

export function randomEdits({ edits }: Amount): fc.Arbitrary<RandomEdit[]> {
  return fc.array(randomEdit, { minLength: 1, maxLength: edits, size: 'max' })
}

/** Paragraphs alone, which shrink to less, or an article with everything. */
const randomStart = fc.oneof(fc.record({ paragraphs: randomDocument }), fc.record({ article: randomArticle }))

export function buildStart(
  start: typeof randomStart extends fc.Arbitrary<infer Start> ? Start : never,
): Node {
  return 'article' in start ? buildArticle(start.article) : buildDocument(start.paragraphs)
}

export function assertForEdits(
  amount: Amount,
  check: (doc: Node, edits: readonly RandomEdit[]) => void,
): void {
  const edits = fc.array(randomArticleEdit, { minLength: 1, maxLength: amount.edits, size: 'max' })
  fc.assert(
    fc.property(randomStart, edits, (start, list) => check(buildStart(start), list)),
    parametersOf(amount),
  )
}

type Played = {
  readonly edit: RandomEdit
  readonly place: Place
  readonly base: Node
  readonly edited: Node
  readonly tracked: ReturnType<typeof trackChanges>
}

/** Plays a sequence of edits by two authors, and hands each one over as it happens; returns the last redline. */
export function play(
  start: Node,
  edits: readonly RandomEdit[],
  visit: (played: Played) => void = () => undefined,
  dirty = true,
): Node {
  const newId = counter()
  let base = start
  for (const wanted of edits) {
    const edit = settleKind(base, wanted)
    const place = placeOf(base, edit)
    const local = new Transform(base)
    applyEdit(local, edit, place, dirty)
    const edited = { doc: local.doc, maps: local.mapping.maps }
    const isMove = edit.kind === 'move'
    const tracked = trackChanges(base, edited, { author: edit.author, newId, isMove })
    visit({ edit, place, base, edited: local.doc, tracked })
    base = tracked.transform.doc
  }
  return base
}

export function same(actual: Node, expected: Node): void {
  // Compared as JSON only when unlike, for a readable difference.
  if (!actual.eq(expected)) expect(actual.toJSON()).toEqual(expected.toJSON())
}
