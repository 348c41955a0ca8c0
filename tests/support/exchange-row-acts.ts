import { removeAnchor } from '../../src/shared/document/anchors.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import { settleConflict } from '../../src/shared/exchange/settle-conflict.ts'
import type { SignOff } from '../../src/shared/model/approval.ts'
import type { Claim } from '../../src/shared/model/claim.ts'
import { statusBySources } from '../../src/shared/model/claim-status.ts'
import type { ClaimId, MessageId, ThreadId, WaiverId } from '../../src/shared/model/ids.ts'
import type { Message, Thread } from '../../src/shared/model/thread.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import { consultationRow, replyRow, waiverRow } from './evidence.ts'
import type { Desk } from './exchange-desk.ts'
import { sha256 } from './exchange-desk.ts'
import { anchor, newId, personOf, setDoc } from './exchange-text-acts.ts'
import { pick } from './random-document.ts'
import type { RandomEdit } from './random-edits.ts'
import { claimLink, claimRow, sourceRow } from './rows.ts'

/** What a random pass says of an article beside its text. Each takes a number that chooses. */

type Rows = 'threads' | 'claims' | 'sources' | 'waivers' | 'replies'
type RowOf<Name extends Rows> = ReviewContent[Name][number]

function set(desk: Desk, fields: Partial<ReviewContent>): void {
  desk.work = { ...desk.work, ...fields }
}

/** Changes one row of a table, where there is any. */
function change<Name extends Rows>(
  desk: Desk,
  name: Name,
  choice: number,
  to: (row: RowOf<Name>) => RowOf<Name>,
): void {
  const rows = desk.work[name] as readonly RowOf<Name>[]
  if (rows.length === 0) return
  const chosen = pick(rows, choice)
  set(desk, { [name]: rows.map((row) => (row === chosen ? to(row) : row)) })
}

function message(desk: Desk, choice: number): Message {
  const id = newId(desk, 'm')
  const said = { authorId: personOf(desk, choice), at: desk.now, dateRaw: null, text: `Said ${id}` }
  return { id: id as MessageId, ...said, editedAt: null, earlier: [] }
}

function comment(desk: Desk, choice: number, where: RandomEdit): void {
  const id = newId(desk, 'k')
  const hasPlace = choice % 3 > 0 && anchor(desk, 'comment', id, where)
  const claim = choice % 5 === 0 ? desk.work.claims[0] : undefined
  const target: Thread['target'] = hasPlace
    ? { kind: 'range' }
    : claim
      ? { kind: 'claim', claimId: claim.id }
      : { kind: 'article' }
  const thread: Thread = {
    id: id as ThreadId,
    target,
    level: 'should',
    audience: 'desk',
    assigneeId: null,
    quote: '',
    resolvedBy: null,
    resolvedAt: null,
    messages: [message(desk, choice)],
  }
  set(desk, { threads: [...desk.work.threads, thread] })
}

function answer(desk: Desk, choice: number): void {
  change(desk, 'threads', choice, (row) => ({ ...row, messages: [...row.messages, message(desk, choice)] }))
}

function reword(desk: Desk, choice: number): void {
  change(desk, 'threads', choice, (row) => ({
    ...row,
    messages: row.messages.map((said, place) => {
      if (place !== choice % row.messages.length) return said
      const text = `Reworded ${newId(desk, 'w')}`
      const earlier = [...said.earlier, { text: said.text, until: desk.now }]
      return { ...said, text, editedAt: desk.now, earlier }
    }),
  }))
}

function setThread(desk: Desk, choice: number): void {
  change(desk, 'threads', choice >> 3, (row) => {
    const resolved =
      row.resolvedAt === null
        ? { resolvedBy: personOf(desk, choice), resolvedAt: desk.now }
        : { resolvedBy: null, resolvedAt: null }
    const fields = [
      { level: pick(['must', 'should', 'fyi'] as const, choice >> 1) },
      { assigneeId: personOf(desk, choice) },
      resolved,
    ]
    return { ...row, ...pick(fields, choice) }
  })
}

function claim(desk: Desk, choice: number, where: RandomEdit): void {
  const id = newId(desk, 'l')
  anchor(desk, 'claim', id, where)
  const made = { createdBy: personOf(desk, choice), createdAt: desk.now, updatedAt: desk.now, quote: 'words' }
  set(desk, { claims: [...desk.work.claims, claimRow(id, made)] })
}

function setClaim(desk: Desk, choice: number): void {
  change(desk, 'claims', choice >> 3, (row) => {
    const verified = {
      status: 'verified',
      verifiedQuote: 'words',
      verifiedBy: personOf(desk, choice),
      verifiedAt: desk.now,
    } as const
    const unverified = { verifiedQuote: null, verifiedBy: null, verifiedAt: null } as const
    const fields: readonly Partial<Claim>[] = [
      { kind: pick(['number', 'event', 'background'] as const, choice >> 2) },
      { risk: pick(['low', 'medium', 'high'] as const, choice >> 2) },
      { paraphrase: `In other words ${String(choice % 4)}` },
      { details: { ...row.details, note: `Note ${String(choice % 4)}`, wordForWord: choice % 2 === 0 } },
      { details: { ...row.details, parties: [...row.details.parties, newId(desk, 'party')] } },
      verified,
      { ...unverified, status: pick(['checking', 'disputed', 'found'] as const, choice >> 2) },
      { commonKnowledge: { by: personOf(desk, choice), at: desk.now } },
    ]
    return { ...row, ...pick(fields, choice), updatedAt: desk.now }
  })
}

function link(desk: Desk, choice: number): void {
  const source = desk.work.sources.length > 0 ? pick(desk.work.sources, choice) : undefined
  if (!source) return
  change(desk, 'claims', choice >> 2, (row) => {
    const known = row.sources.find((one) => one.sourceId === source.id)
    const others = row.sources.filter((one) => one.sourceId !== source.id)
    const withLinks = (sources: Claim['sources']) => {
      const next = { ...row, sources, updatedAt: desk.now }
      return { ...next, status: statusBySources(next) }
    }
    if (known && choice % 3 === 0) return withLinks(others)
    const next = { ...(known ?? claimLink(source.id)), note: `Page ${String(choice % 5)}` }
    return withLinks([...others, next])
  })
}

/** Takes back a claim that nobody has said anything of, as main allows. */
function withdraw(desk: Desk, choice: number): void {
  const { claims, threads, waivers, replies, consultations } = desk.work
  const isFree = ({ id, status, sources, details, commonKnowledge }: Claim) =>
    status === 'found' &&
    sources.length === 0 &&
    commonKnowledge === null &&
    canonicalJson(details) === canonicalJson(claimRow('x').details) &&
    !threads.some(({ target }) => target.kind === 'claim' && target.claimId === id) &&
    !waivers.some((waiver) => waiver.claimId === id) &&
    ![...replies, ...consultations].some((row) => row.claimIds.includes(id))
  const free = claims.filter(isFree)
  if (free.length === 0) return
  const gone = pick(free, choice)
  set(desk, { claims: claims.filter((row) => row !== gone) })
  setDoc(desk, removeAnchor(desk.doc, 'claim', gone.id).doc, new Map(), personOf(desk, choice))
}

function source(desk: Desk, choice: number): void {
  const id = newId(desk, 's')
  set(desk, {
    sources: [
      ...desk.work.sources,
      sourceRow(id, { createdBy: personOf(desk, choice), createdAt: desk.now, updatedAt: desk.now }),
    ],
  })
}

function setSource(desk: Desk, choice: number): void {
  change(desk, 'sources', choice >> 3, (row) => {
    const fields = [
      { title: `Title ${String(choice % 5)}` },
      { grade: pick(['A', 'B', 'C'] as const, choice >> 2), gradeReason: `Reason ${String(choice % 4)}` },
      { locator: `Page ${String(choice % 5)}` },
      { onRecord: pick(['on-record', 'background'] as const, choice >> 2) },
      { attestation: { by: personOf(desk, choice), at: desk.now, reason: 'Met them.' } },
    ]
    return { ...row, ...pick(fields, choice), updatedAt: desk.now }
  })
}

function waiver(desk: Desk, choice: number): void {
  const claimId = desk.work.claims[0]?.id
  if (!claimId) return
  const id = newId(desk, 'w') as WaiverId
  const row = waiverRow(['R1'], 'desk', { id, claimId, at: desk.now, grantedBy: personOf(desk, choice) })
  set(desk, { waivers: [...desk.work.waivers, row] })
}

function endWaiver(desk: Desk, choice: number): void {
  change(desk, 'waivers', choice, (row) =>
    row.endedAt === null ? { ...row, endedBy: personOf(desk, choice), endedAt: desk.now } : row,
  )
}

function reply(desk: Desk, choice: number): void {
  const id = newId(desk, 'r')
  const claimIds = desk.work.claims.slice(0, choice % 2).map((row) => row.id)
  const made = {
    id: id as ReturnType<typeof replyRow>['id'],
    claimIds,
    createdAt: desk.now,
    updatedAt: desk.now,
  }
  set(desk, { replies: [...desk.work.replies, replyRow('The firm', made)] })
}

function setReply(desk: Desk, choice: number): void {
  change(desk, 'replies', choice >> 2, (row) => {
    const claimIds = [
      ...new Set<ClaimId>([...row.claimIds, ...desk.work.claims.slice(0, 1).map(({ id }) => id)]),
    ]
    const fields = [
      { answer: `Answer ${String(choice % 4)}`, answeredAt: desk.now },
      { put: `Put ${String(choice % 4)}` },
      { claimIds },
    ]
    return { ...row, ...pick(fields, choice), updatedAt: desk.now }
  })
}

function consultation(desk: Desk): void {
  const id = newId(desk, 'o') as ReturnType<typeof consultationRow>['id']
  set(desk, { consultations: [...desk.work.consultations, consultationRow('legal', { id, at: desk.now })] })
}

function dismissal(desk: Desk, choice: number): void {
  const key = `style-${String(choice % 3)}`
  const known = desk.work.dismissals.some((row) => row.key === key)
  const row = { key, words: 'very', rule: 'style', by: personOf(desk, choice), at: desk.now }
  const rows = desk.work.dismissals.filter((one) => one.key !== key)
  set(desk, { dismissals: known ? rows : [...rows, row] })
}

function signOff(desk: Desk, choice: number): void {
  const seq = desk.work.signOffs.filter(({ origin }) => origin === desk.name).length + 1
  const id = newId(desk, 'f')
  const row: SignOff = {
    id: id as SignOff['id'],
    origin: desk.name,
    seq,
    articleId: desk.work.article.id,
    version: 1,
    slot: 'desk',
    decision: 'approve',
    statement: 'I have read it.',
    conditions: '',
    personId: personOf(desk, choice),
    typedName: 'Ines Calloway',
    role: 'desk',
    at: desk.now,
    utcOffset: 0,
    textHash: sha256('text'),
    evidenceHash: sha256('evidence'),
    versionId: null,
    scope: null,
    waivers: [],
    until: null,
    returnTo: null,
    previous: sha256(''),
    hash: sha256(id),
  }
  set(desk, { signOffs: [...desk.work.signOffs, row] })
}

function details(desk: Desk, choice: number): void {
  const fields = [
    { slug: `slug-${String(choice % 4)}` },
    { due: choice },
    { holderId: personOf(desk, choice) },
  ]
  set(desk, { article: { ...desk.work.article, ...pick(fields, choice), updatedAt: desk.now } })
}

function settle(desk: Desk, choice: number): void {
  const open = desk.work.conflicts.filter(({ kind, settledAt }) => kind === 'field' && settledAt === null)
  if (open.length === 0) return
  const hand = { personId: personOf(desk, choice), at: desk.now }
  desk.work = settleConflict(desk.work, pick(open, choice >> 1), choice % 2 ? 'one' : 'other', hand)
}

/** One event for each act, whatever it was. */
export function log(desk: Desk, kind: string): void {
  const seq = desk.work.log.filter(({ origin }) => origin === desk.name).length + 1
  const said = {
    origin: desk.name,
    seq,
    at: desk.now,
    personId: null,
    kind,
    summary: kind,
    root: null,
    previous: sha256(''),
  }
  set(desk, { log: [...desk.work.log, { ...said, hash: sha256(`${desk.name} ${String(seq)}`) }] })
}

export const ROW_ACTS = {
  comment,
  answer,
  reword,
  setThread,
  claim,
  setClaim,
  link,
  withdraw,
  source,
  setSource,
  waiver,
  endWaiver,
  reply,
  setReply,
  consultation,
  dismissal,
  signOff,
  details,
  settle,
} as const satisfies Record<string, (desk: Desk, choice: number, where: RandomEdit) => void>
