import * as fc from 'fast-check'
import { expect } from 'vitest'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { mergeReview } from '../../src/shared/exchange/merge-review.ts'
import { readDocument } from '../../src/shared/exchange/merge-document.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import type { SeenMerge } from './exchange-desk.ts'
import { receive, sha256 } from './exchange-desk.ts'
import { fieldsOf } from './exchange-fields.ts'
import { playStory, randomStory, randomTextStory, saidIn } from './exchange-story.ts'
import type { Played, Story } from './exchange-story.ts'
import { lettersOf } from './exchange-text-acts.ts'
import type { Amount } from './fuzz.ts'
import { parametersOf } from './fuzz.ts'

/** What an exchange of one review between two desks must hold to, whatever they do and in whichever order they send it. */

function assertForStories(
  stories: fc.Arbitrary<Story>,
  amount: Amount,
  check: (played: Played) => void,
): void {
  fc.assert(
    fc.property(stories, (story) => {
      check(playStory(story))
    }),
    parametersOf(amount),
  )
}

function same(one: ReviewContent, other: ReviewContent): void {
  // Compared as objects only when unlike, for a readable difference.
  if (canonicalJson(one) !== canonicalJson(other)) expect(one).toEqual(other)
}

function endTheSame({ desks: [one, other] }: Played): void {
  same(one.work, other.work)
  one.doc.check()
}

function nothingNew({ desks, parcels }: Played): void {
  for (const desk of desks) {
    const before = desk.work
    for (const parcel of parcels) expect(receive(desk, parcel)).toBe(false)
    same(desk.work, before)
  }
}

function nothingMissing({ desks: [{ work }], ledger }: Played): void {
  const there = new Set(saidIn(work))
  const missing = [...ledger.said].filter((words) => !there.has(words) && !ledger.withdrawn.has(words))
  expect(missing).toEqual([])
}

/** Every letter that nobody took back stands once, and none stands twice. */
function lettersStand({ desks: [{ doc }], ledger }: Played): void {
  const letters = lettersOf(doc.textContent)
  const twice = letters.filter((letter, at) => letters.indexOf(letter) !== at)
  expect(twice.filter((letter) => !ledger.doubledLetters.has(letter))).toEqual([])
  const there = new Set(letters)
  expect(
    [...ledger.letters].filter((letter) => !there.has(letter) && !ledger.takenLetters.has(letter)),
  ).toEqual([])
}

/** A field that a side changed stands in the merged row or in a conflict. */
function fieldsStand({ one, other, before, merged }: SeenMerge): void {
  const known = before.map(fieldsOf)
  const now = fieldsOf(merged.content)
  const kept = new Set(
    merged.content.conflicts.flatMap(({ what, one: left, other: right }) =>
      [left, right].map(({ value }) => canonicalJson([what.table, what.id, what.field, value])),
    ),
  )
  for (const side of [one, other]) {
    for (const [key, value] of fieldsOf(side)) {
      const isOld = known.some((fields) => fields.get(key) === value)
      if (isOld || now.get(key) === value || kept.has(value)) continue
      expect({ key, now: now.get(key) }).toEqual({ key, now: value })
    }
  }
}

/** Words of an insertion that only one side has worked on are as they were there: none are lost, none doubled. */
function insertionsStand({ one, other, before, merged }: SeenMerge): void {
  const read = (content: ReviewContent) =>
    new Map(indexDocument(readDocument(content.document)).changes.map(({ id, inserted }) => [id, inserted]))
  const rowsOf = (content: ReviewContent) => new Set<string>(content.changes.map(({ id }) => id))
  const now = read(merged.content)
  const known = before.map(read)
  for (const [side, opposite] of [
    [one, other],
    [other, one],
  ] as const) {
    const [theirs, rows] = [read(opposite), rowsOf(opposite)]
    for (const [id, inserted] of read(side)) {
      const isUntouched = theirs.has(id) && known.some((texts) => texts.get(id) === theirs.get(id))
      const isAlone = !rows.has(id) || (before.length === 1 && isUntouched)
      if (isAlone) expect({ id, inserted: now.get(id) ?? '' }).toEqual({ id, inserted })
    }
  }
}

function mergesAlike({ one, other, before, merged }: SeenMerge): void {
  const [base] = before
  if (before.length !== 1 || !base) return
  const side = { origin: null, at: null }
  const mergeId = 'm' as Parameters<typeof mergeReview>[3]['mergeId']
  const context = { mergeId, one: side, other: side, sha256 }
  const [left, right] = [mergeReview(base, one, other, context), mergeReview(base, other, one, context)]
  same(left.content, right.content)
  expect(left.conflicts.map(({ id }) => id).toSorted()).toEqual(
    merged.conflicts.map(({ id }) => id).toSorted(),
  )
}

function forMerges(check: (merge: SeenMerge) => void): (played: Played) => void {
  return ({ desks }) => {
    for (const { merges } of desks) for (const merge of merges) check(merge)
  }
}

type Check = (played: Played) => void

/** Of stories in which everything of a review is worked on, and of some in which all that happens is in the text. */
function holdFor(
  stories: (amount: Amount) => fc.Arbitrary<Story>,
  checks: readonly Check[],
): (amount: Amount) => void {
  return (amount) => {
    assertForStories(stories(amount), amount, (played) => {
      for (const check of checks) check(played)
    })
  }
}

export const EXCHANGE_PROPERTIES = {
  'both end with the same review, whoever merges, and importing anything again changes nothing': holdFor(
    randomStory,
    [endTheSame, nothingNew, forMerges(mergesAlike)],
  ),
  'nothing that was said is missing, and a field that was changed stands in the row or in a conflict':
    holdFor(randomStory, [nothingMissing, forMerges(fieldsStand)]),
  'each letter that nobody took back stands once; words typed anew are neither lost nor doubled': holdFor(
    randomTextStory,
    [endTheSame, lettersStand, forMerges(insertionsStand)],
  ),
} satisfies Record<string, (amount: Amount) => void>
