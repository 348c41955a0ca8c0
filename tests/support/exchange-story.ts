import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import type { Desk, Package } from './exchange-desk.ts'
import { createDesk, emptyContent, receive, send } from './exchange-desk.ts'
import { ROW_ACTS, log } from './exchange-row-acts.ts'
import { decideSome, editText, lettersOf, retype, typeLetter } from './exchange-text-acts.ts'
import type { Amount } from './fuzz.ts'
import { edited } from './merge-properties.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import type { RandomParagraph } from './random-document.ts'
import { randomEdit } from './random-edits.ts'
import type { RandomEdit } from './random-edits.ts'

/** Two desks that work on one review, and send it to each other whenever they like. */

const TEXT_ACTS = {
  edit: (desk: Desk, _choice: number, where: RandomEdit) => editText(desk, where),
  letter: typeLetter,
  retype,
  decide: (desk: Desk, choice: number) => decideSome(desk, choice),
} as const

const ACTS = { ...TEXT_ACTS, ...ROW_ACTS } as const
type ActName = keyof typeof ACTS
type Act = { readonly act: ActName; readonly choice: number; readonly where: RandomEdit }

/** `which`: of the packages that the other desk has sent so far, old ones as well. */
export type Event =
  | ({ readonly kind: 'act'; readonly desk: 0 | 1 } & Act)
  | { readonly kind: 'send'; readonly desk: 0 | 1 }
  | { readonly kind: 'receive'; readonly desk: 0 | 1; readonly which: number }

export type Story = {
  readonly start: readonly RandomParagraph[]
  readonly before: readonly RandomEdit[]
  readonly events: readonly Event[]
  /** Whether both send their last package before either has read that of the other. */
  readonly isAtOnce: boolean
}

const desk = fc.constantFrom(0 as const, 1 as const)

function actOf(names: readonly ActName[]): fc.Arbitrary<Event> {
  const kind = fc.constant('act' as const)
  return fc.record({ kind, desk, act: fc.constantFrom(...names), choice: fc.nat(1023), where: randomEdit })
}

function storyOf(
  amount: Amount,
  names: { readonly text: readonly ActName[]; readonly rows: readonly ActName[] },
): fc.Arbitrary<Story> {
  const event: fc.Arbitrary<Event> = fc.oneof(
    { weight: 5, arbitrary: actOf(names.text) },
    ...(names.rows.length > 0 ? [{ weight: 5, arbitrary: actOf(names.rows) }] : []),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('send' as const), desk }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('receive' as const), desk, which: fc.nat(20) }) },
  )
  return fc.record({
    start: randomDocument,
    before: fc.array(randomEdit, { maxLength: 3 }),
    events: fc.array(event, { minLength: 2, maxLength: amount.edits * 2, size: 'max' }),
    isAtOnce: fc.boolean(),
  })
}

const TEXT = Object.keys(TEXT_ACTS) as (keyof typeof TEXT_ACTS)[]
const ROWS = Object.keys(ROW_ACTS) as (keyof typeof ROW_ACTS)[]

export const randomStory = (amount: Amount): fc.Arbitrary<Story> =>
  storyOf(amount, { text: TEXT, rows: ROWS })
/** Of texts alone, so that many more meet in one place. */
export const randomTextStory = (amount: Amount): fc.Arbitrary<Story> =>
  storyOf(amount, { text: TEXT, rows: [] })

/** What was said at either desk, and what of it was taken back there by an act. */
export type Ledger = {
  readonly letters: Set<string>
  readonly takenLetters: Set<string>
  /** Deleted and inserted anew at a desk: where an accent was put behind one, it is another character. */
  readonly doubledLetters: Set<string>
  /** Every row and every wording of a message, as words that name it. */
  readonly said: Set<string>
  readonly withdrawn: Set<string>
}

export function saidIn(content: ReviewContent): readonly string[] {
  const ids = (
    name: 'claims' | 'sources' | 'waivers' | 'replies' | 'consultations' | 'signOffs' | 'changeSets',
  ) => content[name].map((row) => `${name} ${row.id}`)
  return [
    ...ids('claims'),
    ...ids('sources'),
    ...ids('waivers'),
    ...ids('replies'),
    ...ids('consultations'),
    ...ids('signOffs'),
    ...content.waivers.flatMap(({ id, endedAt }) => (endedAt === null ? [] : [`end of ${id}`])),
    ...content.changes.map(({ id }) => `change ${id}`),
    ...content.changeDecisions.map(
      (row) => `decision ${row.origin} ${String(row.seq)} ${row.verdict} ${row.changeId}`,
    ),
    ...content.log.map(({ origin, seq }) => `log ${origin} ${String(seq)}`),
    ...content.conflicts.map(({ id }) => `conflict ${id}`),
    ...content.threads.flatMap(({ messages }) =>
      messages.flatMap(({ text, earlier }) =>
        [text, ...earlier.map((one) => one.text)].map((words) => `words ${words}`),
      ),
    ),
    ...content.replies.flatMap(({ id, claimIds }) => claimIds.map((claimId) => `reply ${id} on ${claimId}`)),
    ...content.claims.flatMap(({ id, details }) => details.parties.map((party) => `party ${party} of ${id}`)),
  ]
}

function note(ledger: Ledger, before: { doc: Node; work: ReviewContent }, { doc, work }: Desk): void {
  const letters = lettersOf(doc.textContent)
  const now = new Set(letters)
  for (const [at, letter] of letters.entries())
    if (letters.indexOf(letter) !== at) ledger.doubledLetters.add(letter)
  for (const letter of now) ledger.letters.add(letter)
  for (const letter of lettersOf(before.doc.textContent))
    if (!now.has(letter)) ledger.takenLetters.add(letter)
  const said = new Set(saidIn(work))
  for (const words of said) ledger.said.add(words)
  for (const words of saidIn(before.work)) if (!said.has(words)) ledger.withdrawn.add(words)
}

function playAct(one: Desk, { act, choice, where }: Act, ledger: Ledger): void {
  const before = { doc: one.doc, work: one.work }
  one.now += choice % 3
  ACTS[act](one, choice, where)
  log(one, act)
  note(ledger, before, one)
}

export type Played = {
  readonly desks: readonly [Desk, Desk]
  readonly ledger: Ledger
  /** Everything that either desk ever sent. */
  readonly parcels: readonly Package[]
}

export function playStory({ start, before, events, isAtOnce }: Story): Played {
  const doc = edited(buildDocument(start), before, (author) => `${author}9`, 'base')
  const content = emptyContent(doc)
  const desks = [createDesk('A', doc, content), createDesk('B', doc, content)] as const
  const sent: [Package[], Package[]] = [[], []]
  const ledger: Ledger = {
    letters: new Set(),
    takenLetters: new Set(),
    doubledLetters: new Set(),
    said: new Set(),
    withdrawn: new Set(),
  }
  for (const event of events) {
    const one = desks[event.desk]
    if (event.kind === 'act') playAct(one, event, ledger)
    else if (event.kind === 'send') sent[event.desk].push(send(one))
    else {
      const parcels = sent[event.desk === 0 ? 1 : 0]
      const parcel = parcels[event.which % Math.max(1, parcels.length)]
      if (parcel) receive(one, parcel)
    }
  }
  const [one, other] = desks
  if (isAtOnce) {
    const [left, right] = [send(one), send(other)]
    sent[0].push(left)
    sent[1].push(right)
    receive(one, right)
    receive(other, left)
  } else {
    const left = send(one)
    receive(other, left)
    const right = send(other)
    receive(one, right)
    sent[0].push(left)
    sent[1].push(right)
  }
  return { desks, ledger, parcels: sent.flat() }
}
