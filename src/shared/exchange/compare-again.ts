import type { Node } from 'prosemirror-model'
import { indexDocument, once } from '../document/index/document-index.ts'
import type { DocumentIndex } from '../document/index/document-index.ts'
import type { Claim } from '../model/claim.ts'
import { isVerifiedAs } from '../model/claim-status.ts'
import { claimWords } from '../rules/claim-view.ts'
import { hasSameWords } from '../rules/same-words.ts'

type Sides<T> = { readonly one: T; readonly other: T }

/**
 * Words that somebody compared with a recording at one desk, and that are others in the merged text, are to be compared
 * again; as they are where the text is edited at one desk. A claim that is verified is stale by that already.
 */
export function compareAgain(
  claims: readonly Claim[],
  before: Sides<readonly Claim[]>,
  docs: Sides<Node>,
  merged: DocumentIndex,
): readonly Claim[] {
  const read = (side: 'one' | 'other') => {
    const rows = new Map(before[side].map((claim) => [claim.id, claim]))
    const index = once(() => indexDocument(docs[side]))
    return (id: Claim['id']) => (rows.get(id)?.details.wordForWord === true ? claimWords(id, index()) : null)
  }
  const sides = [read('one'), read('other')]
  return claims.map((claim) => {
    const { details, status } = claim
    if (!details.wordForWord || isVerifiedAs(status)) return claim
    const now = claimWords(claim.id, merged)
    const compared = sides.flatMap((wordsOf) => wordsOf(claim.id) ?? [])
    const isKnown = now === '' || compared.some((words) => words === '' || hasSameWords(words, now))
    return isKnown ? claim : { ...claim, details: { ...details, wordForWord: false } }
  })
}
