import * as fc from 'fast-check'
import { expect } from 'vitest'
import { callOrThrow, RefusedError } from '../../src/main/cli/headless-editor.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { RISKS } from '../../src/shared/model/claim.ts'
import { LEVELS } from '../../src/shared/model/thread.ts'
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
  /** One of the packages that the other desk has sent so far; the last where the choice is below 0. */
  | { readonly kind: 'take'; readonly desk: number; readonly choice: number; readonly right: boolean }

const DAY = 0
const NIGHT = 1
const LAST = -1

/** Who sends what to whom at the end of a round. `half`: both do, and one package lies about. `late`: an old one comes. */
const SENDINGS = ['none', 'there', 'back', 'cross', 'cross', 'half', 'late'] as const

function sending(kind: (typeof SENDINGS)[number], choice: number, right: boolean): readonly Step[] {
  const pack = (desk: number): Step => ({ kind: 'pack', desk })
  const take = (desk: number, which: number): Step => ({ kind: 'take', desk, choice: which, right })
  switch (kind) {
    case 'none':
      return []
    case 'there':
      return [pack(DAY), take(NIGHT, LAST)]
    case 'back':
      return [pack(NIGHT), take(DAY, LAST)]
    case 'cross':
      return [pack(DAY), pack(NIGHT), take(NIGHT, LAST), take(DAY, LAST)]
    case 'half':
      return [pack(DAY), pack(NIGHT), take(choice % 2, LAST)]
    case 'late':
      return [take(NIGHT, choice), take(DAY, choice)]
  }
}

const actsAt = (desk: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ kind: fc.constant('act' as const), desk: fc.constant(desk), act: randomAct }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('details' as const),
          desk: fc.constant(desk),
          choice: fc.nat(1000),
        }),
      },
    ),
    { minLength: 1, maxLength: 4, size: 'max' },
  )

const randomRound: fc.Arbitrary<Step[]> = fc
  .record({
    day: actsAt(DAY),
    night: actsAt(NIGHT),
    kind: fc.constantFrom(...SENDINGS),
    choice: fc.nat(1000),
    right: fc.boolean(),
    reopened: fc.nat(9),
  })
  .map(({ day, night, kind, choice, right, reopened }) => [
    ...day,
    ...night,
    ...(reopened <= NIGHT ? [{ kind: 'reopen' as const, desk: reopened }] : []),
    ...sending(kind, choice, right),
  ])

/** Rounds in which both work and then send each other something, or nothing. */
export function randomSteps({ edits }: Amount): fc.Arbitrary<Step[]> {
  const maxLength = Math.max(2, Math.ceil(edits / 4))
  return fc.array(randomRound, { minLength: 2, maxLength, size: 'max' }).map((rounds) => rounds.flat())
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

/** What can be said in one way only, so that two desks come to say different things of it. */
async function setDetails({ worker: { call, articleId } }: Side, choice: number): Promise<void> {
  await sitDown({ call, newId }, 'desk')
  const { article, threads, claims } = await call('review.state', { articleId })
  const thread = threads[Math.floor(choice / 4) % Math.max(1, threads.length)]
  const claim = claims[Math.floor(choice / 4) % Math.max(1, claims.length)]
  switch (choice % 4) {
    case 0: {
      // Refused without the right.
      const { due, holderId, authorId } = article
      const slug = SLUGS[choice % SLUGS.length] ?? ''
      return void (await call('articles.update', { articleId, slug, desk: '', due, holderId, authorId }))
    }
    case 1: {
      const to = STATUSES[choice % STATUSES.length] ?? 'draft'
      return void (await call('workflow.move', { articleId, to, reason: 'To be read again.' }))
    }
    case 2: {
      if (!thread) return undefined
      const level = LEVELS[choice % LEVELS.length] ?? 'fyi'
      const said = { articleId, threadId: thread.id, level, assigneeId: null }
      return void (await call('threads.set', said))
    }
    default: {
      if (!claim) return undefined
      const { id: claimId, kind, paraphrase, details } = claim
      const risk = RISKS[choice % RISKS.length] ?? 'low'
      return void (await call('claims.update', { articleId, claimId, kind, risk, paraphrase, details }))
    }
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
  const bytes = from.sent.at(choice < 0 ? LAST : choice % Math.max(1, from.sent.length))
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
