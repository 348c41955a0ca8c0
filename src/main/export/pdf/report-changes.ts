import type { Node } from 'prosemirror-model'
import { groupChanges, groupKind } from '../../../shared/document/index/change-groups.ts'
import type { ChangeGroup } from '../../../shared/document/index/change-groups.ts'
import { indexDocument } from '../../../shared/document/index/document-index.ts'
import type { ChangeEntry } from '../../../shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../../shared/model/change.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { CHANGE_KIND_NAMES } from '../../../shared/names.ts'
import { shortened } from './labels.ts'
import { moment } from './moment.ts'
import type { Voice } from './voice.ts'

export type ReportChange = {
  /** As in the margin of the redline; empty for a decided change, which stands there no more. */
  readonly number: string
  readonly kind: string
  readonly name: string
  readonly hue: number
  readonly when: string
  readonly inserted: string
  readonly deleted: string
  /** What a change of format or paragraph changed, in words. */
  readonly description: string
  /** "open", or "accepted by …, when: reason". */
  readonly state: string
}

/** A changed paragraph mark has no words of its own. */
const PILCROW = '¶'

type Changes = readonly (ChangeEntry | ChangeRecord)[]

/** Without the empty lines that a row of empty cells leaves. */
function onLines(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n').replace(/^\n|\n$/g, '')
}

function wordsOf(members: Changes): { inserted: string; deleted: string } {
  return {
    inserted: onLines(members.map((one) => (one.kind === 'split' ? PILCROW : one.inserted)).join('')),
    deleted: onLines(members.map((one) => (one.kind === 'join' ? PILCROW : one.deleted)).join('')),
  }
}

function kindOf(members: Changes): string {
  const kind = groupKind(members)
  return kind === 'replacement' ? 'replaced' : CHANGE_KIND_NAMES[kind]
}

/** Open changes from 1 in the order of the text; both halves of a replacement have one number, as they are one. */
export function numberChanges(doc: Node): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  return new Map(
    indexDocument(doc).changes.map(({ id, groupId }) => {
      const number = numbers.get(groupId) ?? numbers.size + 1
      numbers.set(groupId, number)
      return [id, number]
    }),
  )
}

/** Of an open change the redline shows every word; a decided one is told whole. */
const SHOWN_LETTERS = 400

type Context = { readonly voice: Voice; readonly offset: number }

function openChange(
  { members }: ChangeGroup,
  place: number,
  records: ReadonlyMap<string, ChangeRecord>,
  { voice, offset }: Context,
): readonly ReportChange[] {
  const [first] = members
  if (first === undefined) return []
  const words = wordsOf(members)
  const record = records.get(first.id)
  return [
    {
      number: String(place + 1),
      kind: kindOf(members),
      name: voice.name(first.author),
      hue: voice.hue(first.author),
      when: record ? moment(record.createdAt, offset) : '',
      inserted: shortened(words.inserted, SHOWN_LETTERS),
      deleted: shortened(words.deleted, SHOWN_LETTERS),
      description: first.description,
      state: 'open',
    },
  ]
}

function decidedChange(
  members: readonly ChangeRecord[],
  { voice, offset }: Context,
): readonly ReportChange[] {
  const [first] = members
  if (first === undefined) return []
  const by = first.decidedBy === null ? '' : ` by ${voice.name(first.decidedBy)}`
  const when = first.decidedAt === null ? '' : `, ${moment(first.decidedAt, offset)}`
  const why = first.reason ? `: ${voice.free(first.reason)}` : ''
  return [
    {
      number: '',
      kind: kindOf(members),
      name: voice.name(first.authorId),
      hue: voice.hue(first.authorId),
      when: moment(first.createdAt, offset),
      ...wordsOf(members),
      description: '',
      state: `${first.state}${by}${when}${why}`,
    },
  ]
}

/** Open changes in the order of the text, then the decided ones in the order of their decision. */
export function reportChanges(
  doc: Node,
  state: ReviewState,
  voice: Voice,
  offset: number,
): readonly ReportChange[] {
  const context = { voice, offset }
  const records = new Map<string, ChangeRecord>(state.changes.map((change) => [change.id, change]))
  const open = groupChanges(indexDocument(doc).changes).flatMap((group, place) =>
    openChange(group, place, records, context),
  )
  const decided = state.changes
    .filter((change) => change.state === 'accepted' || change.state === 'rejected')
    .toSorted((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0))
  const groups = Map.groupBy(decided, (change) => `${change.state} ${change.groupId ?? change.id}`)
  return [...open, ...[...groups.values()].flatMap((members) => decidedChange(members, context))]
}
