import type { ParagraphStyle } from '../../src/shared/document/attributes.ts'
import type { AnchorEntry } from '../../src/shared/document/index/document-index.ts'
import { foldWords, standsIn } from '../../src/shared/fold-words.ts'
import type { Claim, ClaimDetails, ClaimSource } from '../../src/shared/model/claim.ts'
import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { Consultation } from '../../src/shared/model/consultation.ts'
import type { ConsultationId, PersonId, ReplyId, WaiverId } from '../../src/shared/model/ids.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { Reply } from '../../src/shared/model/reply.ts'
import type { Source } from '../../src/shared/model/source.ts'
import type { Waiver } from '../../src/shared/model/waiver.ts'
import type { Evidence } from '../../src/shared/rules/claim-case.ts'
import { gatherEvidence } from '../../src/shared/rules/gather-evidence.ts'
import { AT, claimLink, claimRow, sourceRow } from './rows.ts'

/** One claim in one small article, of which a test says only what it is about. */
export type Given = {
  readonly claim?: Partial<Omit<Claim, 'details'>>
  readonly details?: Partial<ClaimDetails>
  /** Sources attached to it, with what the link says. */
  readonly sources?: readonly GivenSource[]
  /** Its words, and the styles of the paragraphs in which they stand. */
  readonly words?: string
  readonly styles?: readonly ParagraphStyle[]
  /** The rest of the final text. */
  readonly text?: string
  readonly others?: readonly {
    readonly claim: Claim
    readonly words: string
    readonly style: ParagraphStyle
  }[]
  readonly waivers?: readonly Waiver[]
  readonly replies?: readonly Reply[]
  readonly consultations?: readonly Consultation[]
  readonly version?: number
}

export type GivenSource = Partial<Source> & { readonly link?: Partial<ClaimSource> }

export function entryOf(id: string, words: string, styles: readonly ParagraphStyle[]): AnchorEntry {
  return { id, places: 1, words, styles: words === '' ? [] : styles }
}

export function waiverRow(rules: readonly string[], grantedAs: Role, fields: Partial<Waiver> = {}): Waiver {
  return {
    id: `waiver-${grantedAs}` as WaiverId,
    claimId: 'c' as Waiver['claimId'],
    rules,
    category: 'public-interest',
    reason: 'The record is sealed until the trial.',
    askedBy: 'jonah' as PersonId,
    throughVersion: 1,
    grantedBy: 'ines' as PersonId,
    grantedAs,
    at: AT,
    endedBy: null,
    endedAt: null,
    ...fields,
  }
}

export function replyRow(party: string, fields: Partial<Reply> = {}): Reply {
  return {
    id: `reply-${party}` as ReplyId,
    party,
    claimIds: ['c' as Claim['id']],
    askedBy: 'jonah' as PersonId,
    askedAt: AT,
    channel: 'phone',
    put: 'That the yard belongs to the firm.',
    deadline: null,
    outcome: 'answered',
    answer: 'No.',
    answeredAt: AT,
    createdBy: 'jonah' as PersonId,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
}

export function consultationRow(as: Role, fields: Partial<Consultation> = {}): Consultation {
  return {
    id: `consultation-${as}` as ConsultationId,
    field: 'standards',
    claimIds: [],
    question: 'May the child be named?',
    advice: 'No.',
    audience: 'desk',
    by: 'dov' as PersonId,
    as,
    at: AT,
    ...fields,
  }
}

/** The claim is called `c`, its sources `s1`, `s2`, … */
export function settingOf(given: Given): { readonly claim: Claim; readonly evidence: Evidence } {
  const rows = (given.sources ?? []).map(({ link: _link, ...fields }, at) => sourceRow(`s${at + 1}`, fields))
  const links = rows.map((row, at) => ({ ...claimLink(row.id), ...given.sources?.[at]?.link }))
  const claim: Claim = {
    ...claimRow('c', given.claim),
    details: { ...NO_DETAILS, ...given.details },
    sources: links,
  }
  const { words = 'words', styles = ['body'], text = '', others = [] } = given
  const places = [
    entryOf('c', words, styles),
    ...others.map((other) => entryOf(other.claim.id, other.words, [other.style])),
  ]
  const whole = foldWords(`${text} ${places.map((place) => place.words).join(' ')}`)
  const evidence = gatherEvidence({
    article: { version: given.version ?? 1 },
    index: { claims: new Map(places.map((place) => [place.id, place])) },
    stands: (said) => standsIn(whole, foldWords(said)),
    claims: [claim, ...others.map((other) => other.claim)],
    sources: rows,
    waivers: given.waivers ?? [],
    replies: given.replies ?? [],
    consultations: given.consultations ?? [],
  })
  return { claim, evidence }
}
