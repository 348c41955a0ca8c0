import * as fc from 'fast-check'
import { expect } from 'vitest'
import { callOrThrow, RefusedError } from '../../src/main/cli/headless-editor.ts'
import { newId } from '../../src/main/core/new-id.ts'
import type { ArticleId } from '../../src/shared/model/ids.ts'
import type { Amount } from './fuzz.ts'
import { openWindow } from './headless-window.ts'
import { sitDown } from './marked-draft/mark-up.ts'
import { perform, randomAct } from './random-acts.ts'
import type { Act, Desk } from './random-acts.ts'
import { expectKept, newLedger } from './said-ledger.ts'
import type { Ledger } from './said-ledger.ts'
import { openDesk, pack, reviewOf, take } from './two-desks.ts'
import type { RealDesk } from './two-desks.ts'

/** Two real cores that work on one review and send each other packages, in any order, late, and more than once. */

type Step =
  | { readonly kind: 'act'; readonly desk: number; readonly act: Act }
  | { readonly kind: 'details'; readonly desk: number; readonly choice: number }
  | { readonly kind: 'pack' | 'reopen'; readonly desk: number }
  | { readonly kind: 'take'; readonly desk: number; readonly choice: number; readonly right: boolean }

const desk = fc.nat(1)

const randomStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 18, arbitrary: fc.record({ kind: fc.constant('act' as const), desk, act: randomAct }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('details' as const), desk, choice: fc.nat(1000) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pack' as const), desk }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      desk,
      choice: fc.nat(1000),
      right: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), desk }) },
)

export function randomSteps({ edits }: Amount): fc.Arbitrary<Step[]> {
  return fc.array(randomStep, { minLength: 1, maxLength: edits * 2, size: 'max' })
}

const DRAFT =
  'Boats came\nBy Jonah Pell\nSix boats came in at night. Nobody saw them.\nThe harbour was dark. All knew of it.'

type Side = { readonly real: RealDesk; readonly sent: Uint8Array[]; worker: Desk }

async function workerAt(real: RealDesk, articleId: ArticleId, ledger: Ledger): Promise<Desk> {
  const call = callOrThrow(real.library().core)
  const author = await sitDown({ call, newId }, 'desk')
  const window = await openWindow(call, articleId, author, newId)
  return { call, newId, articleId, author, ledger, window }
}

const SLUGS = ['boats', 'harbour', 'night-boats']
const STATUSES = ['desk-edit', 'fact-check', 'copy', 'draft'] as const

/** What is said of the article itself; refused without the right, or where the workflow does not lead there. */
async function setDetails({ worker: { call, articleId } }: Side, choice: number): Promise<void> {
  await sitDown({ call, newId }, 'desk')
  const { article } = await call('review.state', { articleId })
  const slug = SLUGS[choice % SLUGS.length] ?? ''
  const { due, holderId, authorId } = article
  if (choice % 2) await call('articles.update', { articleId, slug, desk: '', due, holderId, authorId })
  else {
    const to = STATUSES[choice % STATUSES.length] ?? 'draft'
    await call('workflow.move', { articleId, to, reason: 'To be read again.' })
  }
}

/** A refusal is part of the journey; a bug is not. */
async function orRefused(act: Promise<unknown>): Promise<void> {
  try {
    await act
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    expect(error.message).not.toMatch(/^Something in Stet went wrong/)
  }
}

/** With what is private to legal: other packages leave it out, and two desks then differ by that. */
async function packAll(real: RealDesk, articleId: ArticleId): Promise<Uint8Array> {
  await sitDown({ call: callOrThrow(real.library().core), newId }, 'legal')
  return pack(real, articleId, 'marks', 'legal')
}

async function takeStep(side: Side, from: Side, choice: number, right: boolean): Promise<void> {
  const bytes = from.sent[choice % Math.max(1, from.sent.length)]
  if (!bytes) return
  await sitDown({ call: callOrThrow(side.real.library().core), newId }, 'desk')
  await take(side.real, bytes, right)
}

async function play(
  side: Side,
  other: Side,
  step: Step,
  articleId: ArticleId,
  ledger: Ledger,
): Promise<void> {
  switch (step.kind) {
    case 'act':
      await orRefused(perform(side.worker, step.act))
      break
    case 'details':
      await orRefused(setDetails(side, step.choice))
      break
    case 'pack':
      side.sent.push(await packAll(side.real, articleId))
      return
    case 'take':
      await takeStep(side, other, step.choice, step.right)
      break
    case 'reopen':
      await side.real.reopen()
  }
  side.worker = await workerAt(side.real, articleId, ledger)
}

/** Each tells the other what it has, until neither has anything new. */
async function bringTogether(one: Side, other: Side, articleId: ArticleId): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
    [one, other],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await packAll(from.real, articleId)
    from.sent.push(bytes)
    // oxlint-disable-next-line no-await-in-loop
    await sitDown({ call: callOrThrow(to.real.library().core), newId }, 'desk')
    // oxlint-disable-next-line no-await-in-loop
    await take(to.real, bytes)
  }
}

async function expectAllKept({ real }: Side, articleId: ArticleId, ledger: Ledger): Promise<void> {
  const library = real.library()
  await sitDown({ call: callOrThrow(library.core), newId }, 'legal')
  const state = await library.must('review.state', { articleId })
  const events = await library.must('review.log', { articleId })
  expectKept(
    ledger,
    state,
    events.map(({ kind }) => kind),
  )
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
}

/** Whatever was sent, sent again. */
async function expectNothingNew(side: Side, from: Side): Promise<void> {
  await sitDown({ call: callOrThrow(side.real.library().core), newId }, 'desk')
  const before = await side.real.dump()
  for (const bytes of from.sent) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await take(side.real, bytes)).relation).toBe('nothing-new')
  }
  expect(await side.real.dump()).toBe(before)
}

export async function journey(steps: readonly Step[]): Promise<void> {
  const [day, night] = [await openDesk('Day desk'), await openDesk('Night desk')]
  const ledger = newLedger()
  try {
    const bytes = new TextEncoder().encode(DRAFT)
    const { articleId } = await day.library().must('articles.import', { name: 'boats.txt', bytes })
    const first = await packAll(day, articleId)
    await take(night, first)
    const sides: readonly [Side, Side] = [
      { real: day, sent: [first], worker: await workerAt(day, articleId, ledger) },
      { real: night, sent: [], worker: await workerAt(night, articleId, ledger) },
    ]
    for (const step of steps) {
      const [side, other] = step.desk === 0 ? sides : sides.toReversed()
      // oxlint-disable-next-line no-await-in-loop
      if (side && other) await play(side, other, step, articleId, ledger)
    }
    await bringTogether(...sides, articleId)
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
    for (const side of sides) {
      // oxlint-disable-next-line no-await-in-loop
      await expectAllKept(side, articleId, ledger)
    }
    await expectNothingNew(...sides)
    await expectNothingNew(sides[1], sides[0])
  } finally {
    await day.close()
    await night.close()
  }
}
