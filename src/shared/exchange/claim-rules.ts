import type { Claim, ClaimDetails, ClaimSource } from '../model/claim.ts'
import { APART, DERIVED, KEPT, LATEST, SET, valueOf } from './merge-row.ts'
import type { RowRules } from './merge-row.ts'

/** How the fields of claims are merged. */

export const DETAILS_RULES: RowRules<ClaimDetails> = {
  fields: {
    note: valueOf('note'),
    computed: valueOf('computed'),
    trend: valueOf('trend'),
    sum: valueOf('sum'),
    attributedTo: valueOf('attributedTo'),
    identityChecked: SET,
    identityCheckedOn: valueOf('identityCheckedOn'),
    stated: valueOf('stated'),
    speaker: valueOf('speaker'),
    spokenOn: valueOf('spokenOn'),
    wordForWord: valueOf('wordForWord'),
    holder: valueOf('holder'),
    basis: valueOf('basis'),
    parties: SET,
    bodyClaimId: valueOf('bodyClaimId'),
    flags: SET,
  },
  units: {
    note: { words: 'note' },
    computed: { words: 'worked out' },
    trend: { words: 'a rise or a fall' },
    sum: { words: 'how it is worked out' },
    attributedTo: { words: 'who says it' },
    identityCheckedOn: { words: 'when the identity was compared' },
    stated: { words: 'date or place as stated' },
    speaker: { words: 'speaker' },
    spokenOn: { words: 'when it was said' },
    wordForWord: { words: 'compared word by word' },
    holder: { words: 'who holds it' },
    basis: { words: 'what it rests on' },
    bodyClaimId: { words: 'claim of the body' },
  },
}

export const LINK_RULES: RowRules<ClaimSource> = {
  fields: {
    sourceId: KEPT,
    locator: valueOf('locator'),
    note: valueOf('note'),
    bears: SET,
    stance: valueOf('stance'),
    answer: valueOf('answer'),
  },
  units: {
    locator: { words: 'where in the source' },
    note: { words: 'note' },
    stance: { words: 'supports or contradicts' },
    answer: { words: 'answer' },
  },
}

export const CLAIM_RULES: RowRules<Claim> = {
  fields: {
    id: KEPT,
    kind: valueOf('kind'),
    risk: valueOf('risk'),
    paraphrase: valueOf('paraphrase'),
    status: valueOf('status'),
    verifiedQuote: valueOf('status'),
    verifiedBy: valueOf('status'),
    verifiedAt: valueOf('status'),
    quote: DERIVED,
    details: APART,
    commonKnowledge: valueOf('commonKnowledge'),
    sources: APART,
    createdBy: KEPT,
    createdAt: KEPT,
    updatedAt: LATEST,
  },
  units: {
    kind: { words: 'kind' },
    risk: { words: 'risk' },
    paraphrase: { words: 'in other words' },
    status: { words: 'status', says: ({ status, verifiedQuote }) => [status, verifiedQuote] },
    commonKnowledge: { words: 'common knowledge' },
  },
}
