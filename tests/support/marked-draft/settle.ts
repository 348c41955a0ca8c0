import type { Args } from '../../../src/shared/contract.ts'
import { BEARINGS, IDENTITY_PARTS, NO_DETAILS } from '../../../src/shared/model/claim.ts'
import type { ArticleId, ClaimId, SourceId } from '../../../src/shared/model/ids.ts'
import type { ClaimView } from '../../../src/shared/model/review.ts'
import type { MarkedDraft } from './list.ts'
import { sitDown } from './mark-up.ts'
import type { Marked, Tools } from './mark-up.ts'

/** Two of these are good enough for a claim of any kind, also where the text speaks of several people. */
const ORIGINS = ['Court registry', 'Registry of the province']

function recordFor({ kind, paraphrase }: ClaimView, origin: string): Args<'sources.create'>['fields'] {
  return {
    kind: kind === 'quotation' ? 'recording' : 'document',
    title: `${origin}: ${paraphrase}`,
    grade: 'A',
    origin,
    locator: 'p. 3, item 7',
    url: '',
    accessedAt: null,
    medium: 'paper copy, notes taken',
    period: 'November 2026, Osterlee',
    directKnowledge: true,
    onRecord: 'on-record',
    suppliedBy: null,
  }
}

const PARTY = 'Those who are accused'

/** Everything that a rule may ask of the claim itself. */
function detailsFor(claim: ClaimView, bodyClaimId: ClaimId | null): Args<'claims.update'>['details'] {
  return {
    ...NO_DETAILS,
    sum: '2 + 2 = 4',
    attributedTo: claim.words.slice(0, 300),
    stated: claim.words.slice(0, 300),
    identityChecked: [...IDENTITY_PARTS],
    identityCheckedOn: '20 November 2026',
    speaker: 'The speaker of the service',
    spokenOn: '19 November 2026',
    holder: 'The speaker of the service, in the record',
    basis: 'The record of the last three years',
    parties: claim.kind === 'allegation' ? [PARTY] : [],
    bodyClaimId,
  }
}

async function hear({ call, newId }: Tools, articleId: ArticleId, claimId: ClaimId): Promise<void> {
  const { actor } = await call('session.get', {})
  await call('replies.save', {
    articleId,
    id: newId(),
    party: PARTY,
    claimIds: [claimId],
    askedBy: actor.personId,
    askedAt: Date.UTC(2026, 10, 19),
    channel: 'letter',
    put: 'All of it, in our words.',
    deadline: Date.UTC(2026, 10, 20),
    outcome: 'declined',
    answer: '',
    answeredAt: Date.UTC(2026, 10, 20),
  })
}

export type Settling = { readonly articleId: ArticleId; readonly claimId: ClaimId; readonly body?: ClaimId }

async function findClaim({ call }: Tools, { articleId, claimId }: Settling): Promise<ClaimView> {
  const { claims } = await call('review.state', { articleId })
  const claim = claims.find(({ id }) => id === claimId)
  if (!claim) throw new Error(`There is no claim ${claimId}.`)
  return claim
}

/** Gives a claim all that any rule asks for; the desk does it, and nobody has checked it yet. */
export async function source(tools: Tools, settling: Settling): Promise<void> {
  const { call, newId } = tools
  const { articleId, claimId } = settling
  await sitDown(tools, 'desk')
  const claim = await findClaim(tools, settling)
  const { kind, risk, paraphrase } = claim
  const details = detailsFor(claim, settling.body ?? null)
  await call('claims.update', { articleId, claimId, kind, risk, paraphrase, details })
  if (kind === 'allegation') await hear(tools, articleId, claimId)
  for (const origin of ORIGINS) {
    const sourceId = newId() as SourceId
    // One act after another, each in its own transaction.
    // oxlint-disable-next-line no-await-in-loop
    await call('sources.create', { articleId, id: sourceId, fields: recordFor(claim, origin) })
    const link = { sourceId, locator: 'p. 3', note: '', bears: [...BEARINGS] }
    // oxlint-disable-next-line no-await-in-loop
    await call('claims.attach', { articleId, claimId, source: link })
  }
}

/** A forecast in words of certainty is met by no source: the desk runs it under a waiver. */
async function waive({ call, newId }: Tools, { articleId, claimId }: Settling, rules: readonly string[]) {
  const { actor } = await call('session.get', {})
  const { article } = await call('review.state', { articleId })
  await call('waivers.grant', {
    articleId,
    id: newId(),
    claimId,
    rules: [...rules],
    category: 'other',
    reason: 'The desk keeps the words of the reporter in this one place.',
    askedBy: actor.personId,
    // Also through corrections of it.
    throughVersion: article.version + 9,
  })
  await call('claims.setStatus', { articleId, claimId, status: 'waived' })
}

/** A checker compares it and verifies it, where its words allow that. */
export async function verify(tools: Tools, settling: Settling): Promise<void> {
  const { call } = tools
  const { articleId, claimId } = settling
  const { kind, risk, paraphrase, details, results } = await findClaim(tools, settling)
  const certain = results.filter(({ rule, state }) => rule === 'R11' && state === 'unmet')
  if (certain.length > 0) {
    await waive(tools, settling, ['R11'])
    return
  }
  await sitDown(tools, 'checker')
  if (kind === 'quotation') {
    const compared = { ...details, wordForWord: true }
    await call('claims.update', { articleId, claimId, kind, risk, paraphrase, details: compared })
  }
  await call('claims.setStatus', { articleId, claimId, status: 'verified' })
  await sitDown(tools, 'desk')
}

export async function settle(tools: Tools, settling: Settling): Promise<void> {
  await source(tools, settling)
  await verify(tools, settling)
}

/** The claims of the list for `settle`: those of the headline last, for they lean on one of the body. */
export function settlings({ articleId, claims }: Marked, list: MarkedDraft): readonly Settling[] {
  const idOf = (key: string): ClaimId => {
    const id = claims.get(key)
    if (id === undefined) throw new Error(`The list has no claim ${key}.`)
    return id
  }
  return list.claims
    .toSorted((a, b) => Number(a.body !== undefined) - Number(b.body !== undefined))
    .map(({ key, body }) => ({
      articleId,
      claimId: idOf(key),
      ...(body === undefined ? {} : { body: idOf(body) }),
    }))
}
