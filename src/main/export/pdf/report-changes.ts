import type { Node } from 'prosemirror-model'
import { indexDocument } from '../../../shared/document/document-index.ts'
import type { ChangeEntry } from '../../../shared/document/document-index.ts'
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

function wordsOf(change: ChangeEntry | ChangeRecord): { inserted: string; deleted: string } {
  return {
    inserted: change.kind === 'split' ? PILCROW : change.inserted,
    deleted: change.kind === 'join' ? PILCROW : change.deleted,
  }
}

/** Open changes from 1 in the order of the text. */
export function numberChanges(doc: Node): ReadonlyMap<string, number> {
  return new Map(indexDocument(doc).changes.map((change, index) => [change.id, index + 1]))
}

/** Of an open change the redline shows every word; a decided one is told whole. */
const SHOWN_LETTERS = 400

type Context = { readonly voice: Voice; readonly offset: number }

function openChange(
  entry: ChangeEntry,
  number: number,
  record: ChangeRecord | undefined,
  { voice, offset }: Context,
): ReportChange {
  const words = wordsOf(entry)
  return {
    number: String(number),
    kind: CHANGE_KIND_NAMES[entry.kind],
    name: voice.name(entry.author),
    hue: voice.hue(entry.author),
    when: record ? moment(record.createdAt, offset) : '',
    inserted: shortened(words.inserted, SHOWN_LETTERS),
    deleted: shortened(words.deleted, SHOWN_LETTERS),
    description: entry.description,
    state: 'open',
  }
}

function decidedChange(record: ChangeRecord, { voice, offset }: Context): ReportChange {
  const by = record.decidedBy === null ? '' : ` by ${voice.name(record.decidedBy)}`
  const when = record.decidedAt === null ? '' : `, ${moment(record.decidedAt, offset)}`
  const why = record.reason ? `: ${voice.free(record.reason)}` : ''
  return {
    number: '',
    kind: CHANGE_KIND_NAMES[record.kind],
    name: voice.name(record.authorId),
    hue: voice.hue(record.authorId),
    when: moment(record.createdAt, offset),
    ...wordsOf(record),
    description: '',
    state: `${record.state}${by}${when}${why}`,
  }
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
  const open = indexDocument(doc).changes.map((entry, index) =>
    openChange(entry, index + 1, records.get(entry.id), context),
  )
  const decided = state.changes
    .filter((change) => change.state === 'accepted' || change.state === 'rejected')
    .toSorted((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0))
  return [...open, ...decided.map((record) => decidedChange(record, context))]
}
