import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { groupsOf, openRow } from '../../src/main/core/change-rows.ts'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { deletionOf, insertionOf } from '../../src/shared/document/tracking-state.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import type { ChangeDecision, ChangeRecord } from '../../src/shared/model/change.ts'
import type { ChangeId, PersonId } from '../../src/shared/model/ids.ts'
import type { Desk } from './exchange-desk.ts'
import { applyEdit, placeOf, settleKind } from './random-edits.ts'
import type { RandomEdit } from './random-edits.ts'

/** What a random pass does to the text of a desk, and the rows that main would keep of it. */

export function newId(desk: Desk, kind: string): string {
  desk.count += 1
  return `${desk.name}-${kind}${String(desk.count)}`
}

/** Of two people at this desk. */
export function personOf(desk: Desk, choice: number): PersonId {
  return `${desk.name}${String(choice % 2)}` as PersonId
}

type Verdict = 'accepted' | 'rejected'

function rowsAfter(
  desk: Desk,
  doc: Node,
  verdicts: ReadonlyMap<string, Verdict>,
  by: PersonId,
): ChangeRecord[] {
  const { changes } = indexDocument(doc)
  const groupOf = groupsOf(changes)
  const entries = new Map(changes.map((entry) => [entry.id, entry]))
  const rows = new Map(desk.work.changes.map((row) => [row.id as string, row]))
  const nobody = { decidedBy: null, decidedAt: null, reason: null }
  for (const entry of changes) {
    const { createdAt, dateRaw } = rows.get(entry.id) ?? { createdAt: desk.now, dateRaw: null }
    rows.set(entry.id, openRow(entry, { createdAt, dateRaw, groupId: groupOf(entry) }))
  }
  for (const row of rows.values()) {
    if (entries.has(row.id) || row.state !== 'open') continue
    const verdict = verdicts.get(row.id)
    const decided = { state: verdict, decidedBy: by, decidedAt: desk.now, reason: null } as const
    rows.set(
      row.id,
      verdict ? { ...row, ...decided, state: verdict } : { ...row, state: 'withdrawn', ...nobody },
    )
  }
  return [...rows.values()]
}

export function setDoc(desk: Desk, doc: Node, verdicts: ReadonlyMap<string, Verdict>, by: PersonId): void {
  desk.work = { ...desk.work, changes: rowsAfter(desk, doc, verdicts, by) }
  desk.doc = doc
}

function track(desk: Desk, author: PersonId, change: (local: Transform) => void): void {
  const local = new Transform(desk.doc)
  change(local)
  const edited = { doc: local.doc, maps: local.mapping.maps }
  const tracked = trackChanges(desk.doc, edited, { author, newId: () => newId(desk, 'c') })
  setDoc(desk, tracked.transform.doc, new Map(), author)
}

export function editText(desk: Desk, wanted: RandomEdit): void {
  const edit = settleKind(desk.doc, wanted)
  track(desk, personOf(desk, wanted.author === 'A' ? 0 : 1), (local) =>
    applyEdit(local, edit, placeOf(desk.doc, edit), true),
  )
}

/** The first of the letters that each stand in one place of the world, so that one can be followed wherever it goes. */
const FIRST_LETTER = 0x4e00
const LETTERS_OF_A_DESK = 1000

export function lettersOf(text: string): readonly string[] {
  return Array.from(text).filter(
    (letter) => (letter.codePointAt(0) ?? 0) >= FIRST_LETTER && /\p{sc=Han}/u.test(letter),
  )
}

/** Types one letter that stands nowhere else. */
export function typeLetter(desk: Desk, choice: number, where: RandomEdit): void {
  const { from } = placeOf(desk.doc, { ...where, kind: 'type' })
  desk.count += 1
  const own = desk.name === 'A' ? 0 : LETTERS_OF_A_DESK
  const letter = String.fromCodePoint(FIRST_LETTER + own + desk.count)
  track(desk, personOf(desk, choice), (local) => local.insert(from, schema.text(letter)))
}

/** Where that person has typed "ab", and it still stands. */
function ownWords(desk: Desk, author: PersonId): number | null {
  let found: number | null = null
  desk.doc.descendants((node, position) => {
    const isOwn = insertionOf(node.marks)?.author === author && deletionOf(node.marks) === null
    const at = isOwn ? (node.text ?? '').indexOf('ab') : -1
    if (at >= 0) found ??= position + at
  })
  return found
}

/** Types two letters, takes one of them back and types it anew: what no text alone can tell from one typing. */
export function retype(desk: Desk, choice: number, where: RandomEdit): void {
  const { from } = placeOf(desk.doc, { ...where, kind: 'type' })
  const author = personOf(desk, choice)
  if (choice % 3 > 0) track(desk, author, (local) => local.insert(from, schema.text('ab')))
  const at = ownWords(desk, author)
  if (at === null) return
  track(desk, author, (local) => local.delete(at + 1, at + 2))
  track(desk, author, (local) => local.insert(at + ((choice >> 1) % 2), schema.text('b')))
}

export function decideSome(desk: Desk, choice: number): void {
  const by = personOf(desk, choice)
  const verdict: Verdict = choice % 3 === 0 ? 'rejected' : 'accepted'
  const open = indexDocument(desk.doc).changes.map((change) => change.id)
  const ids = open.filter((_, place) => (choice >> (place % 10)) % 2 === 1)
  if (ids.length === 0) return
  const { doc } = decide(desk.doc, new Set(ids), verdict === 'rejected' ? 'reject' : 'accept')
  setDoc(desk, doc, new Map(ids.map((id) => [id, verdict])), by)
  const seq = desk.work.changeDecisions.filter(({ origin }) => origin === desk.name).length
  const decisions = ids.map((id, place): ChangeDecision & { origin: string } => ({
    seq: seq + place + 1,
    changeId: id as ChangeId,
    verdict,
    personId: by,
    at: desk.now,
    reason: null,
    origin: desk.name,
  }))
  desk.work = { ...desk.work, changeDecisions: [...desk.work.changeDecisions, ...decisions] }
}

/** Puts an anchor somewhere; false where there are no words. */
export function anchor(desk: Desk, mark: 'comment' | 'claim', id: string, where: RandomEdit): boolean {
  const { from, to } = placeOf(desk.doc, { ...where, kind: 'type', to: 1 + (where.to % 90) })
  const { doc, steps } = addAnchor(desk.doc, mark, id, [{ from, to }])
  if (steps.length === 0) return false
  setDoc(desk, doc, new Map(), personOf(desk, 0))
  return true
}
