import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { ClaimView } from '../../src/shared/model/review.ts'
import type { RuleResult } from '../../src/shared/model/rule.ts'
import type { Source } from '../../src/shared/model/source.ts'
import type { Waiver } from '../../src/shared/model/waiver.ts'

/** Claims, sources and waivers as main tells a window of them, with only what a test is about said. */

export function claimView(number: number, fields: Partial<ClaimView> = {}): ClaimView {
  return {
    id: `c${number}` as ClaimView['id'],
    kind: 'number',
    risk: 'medium',
    paraphrase: '',
    status: 'found',
    quote: 'nine boats',
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
    details: NO_DETAILS,
    commonKnowledge: null,
    sources: [],
    createdBy: 'mo' as ClaimView['createdBy'],
    createdAt: 0,
    updatedAt: 0,
    number,
    words: 'nine boats',
    orphaned: false,
    stale: false,
    spellingOnly: false,
    cleared: false,
    results: [],
    ...fields,
  }
}

export function ruleResult(rule: string, fields: Partial<RuleResult> = {}): RuleResult {
  const told = { why: 'No A source.', remedy: 'Attach one.', waivedBy: [], waiverId: null }
  return { rule, title: '', state: 'unmet', ...told, ...fields }
}

export function sourceRecord(id: string, fields: Partial<Source> = {}): Source {
  return {
    id: id as Source['id'],
    kind: 'document',
    title: 'Charge sheet 26-1184',
    grade: 'A',
    gradeReason: '',
    origin: '',
    locator: '',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
    directKnowledge: false,
    onRecord: 'on-record',
    inText: '',
    suppliedBy: null,
    attestation: null,
    file: null,
    createdBy: 'mo' as Source['createdBy'],
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  }
}

export function waiverRecord(id: string, claimId: string, fields: Partial<Waiver> = {}): Waiver {
  return {
    id: id as Waiver['id'],
    claimId: claimId as Waiver['claimId'],
    rules: ['R8'],
    category: 'public-interest',
    reason: 'The court file opens only on Monday.',
    askedBy: 'mo' as Waiver['askedBy'],
    throughVersion: 7,
    grantedBy: 'dl' as Waiver['grantedBy'],
    grantedAs: 'legal',
    at: 5,
    endedBy: null,
    endedAt: null,
    ...fields,
  }
}
