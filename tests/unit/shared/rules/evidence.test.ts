import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../../src/main/core/hash.ts'
import type { Claim, ClaimSource } from '../../../../src/shared/model/claim.ts'
import type { PersonId } from '../../../../src/shared/model/ids.ts'
import type { Source } from '../../../../src/shared/model/source.ts'
import { canonicalJson } from '../../../../src/shared/rules/canonical-json.ts'
import { evidenceText } from '../../../../src/shared/rules/evidence.ts'
import { consultationRow, replyRow, waiverRow } from '../../../support/evidence.ts'
import { AT, articleRow, claimRow, sourceRow } from '../../../support/rows.ts'
import { book } from '../../../support/small-review.ts'

type Records = Parameters<typeof evidenceText>[0]

const claim = claimRow('c', {}, ['a', 'b'])
const [a, b] = [sourceRow('a'), sourceRow('b')]
const [waiver, reply, consultation] = [
  waiverRow(['R6'], 'desk'),
  replyRow('Edric Vole'),
  consultationRow('legal'),
]
const base: Records = {
  article: articleRow(),
  claims: [claim],
  sources: [a, b],
  waivers: [waiver],
  replies: [reply],
  consultations: [consultation],
}

const text = (records: Partial<Records> = {}, rules = book) =>
  evidenceText({ ...base, ...records }, rules, sha256)
const withClaim = (fields: Partial<Claim>) => text({ claims: [{ ...claim, ...fields }] })
const withSource = (fields: Partial<Source>) => text({ sources: [a, { ...b, ...fields }] })
const withLink = (fields: Partial<ClaimSource>) =>
  withClaim({ sources: claim.sources.map((link, at) => (at === 0 ? { ...link, ...fields } : link)) })
const file = { sha256: 'f'.repeat(64), name: 'sheet.pdf', size: 9, at: AT }

describe('what a signature on the evidence is bound to', () => {
  test('is canonical JSON', () => {
    expect(canonicalJson(JSON.parse(text()))).toBe(text())
  })

  test.each([
    ['when a record was changed', withClaim({ updatedAt: AT + 1 })],
    ['the words of the text', withClaim({ quote: 'other words' })],
    ['the order of sources at a claim', withClaim({ sources: claim.sources.toReversed() })],
    ['the order of records', text({ sources: [b, a] })],
    ['who wrote a source down, and when', withSource({ createdBy: 'tobias' as PersonId, updatedAt: AT + 1 })],
    ['a waiver that was ended', text({ waivers: [waiver, waiverRow(['R1'], 'copy', { endedAt: AT })] })],
    ['when a reply was changed', text({ replies: [{ ...reply, updatedAt: AT + 1 }] })],
  ])('does not change with %s', (_, now) => {
    expect(now).toBe(text())
  })

  test.each([
    ['the status of a claim', withClaim({ status: 'disputed' })],
    ['what is said of a claim', withClaim({ details: { ...claim.details, note: 'See the log.' } })],
    ['common knowledge', withClaim({ commonKnowledge: { by: 'mara' as PersonId, at: AT } })],
    ['a source taken away from a claim', withClaim({ sources: claim.sources.slice(1) })],
    ['what a source bears on', withLink({ bears: ['cause'] })],
    ['where a source stands', withLink({ stance: 'contradicts' })],
    ['an answer to it', withLink({ answer: 'Of another day.' })],
    ['a grade', withSource({ grade: 'B' })],
    ['the reason of a grade', withSource({ gradeReason: 'Seen as a copy.' })],
    ['a file', withSource({ file })],
    ['a waiver', text({ waivers: [] })],
    ['a waiver that was ended', text({ waivers: [{ ...waiver, endedAt: AT }] })],
    ['a version that a waiver does not reach', text({ article: articleRow({ version: 2 }) })],
    ['a reply', text({ replies: [{ ...reply, outcome: 'declined' }] })],
    ['advice', text({ consultations: [{ ...consultation, advice: 'Yes.' }] })],
    ['the version of the rules', text({}, { ...book, version: '2' })],
    ['a rule', text({}, { ...book, rules: book.rules.slice(1) })],
    ['a list of words', text({}, { ...book, words: { sure: ['certain'] } })],
  ])('changes with %s', (_, now) => {
    expect(now).not.toBe(text())
  })

  test('changes with the bytes of a file, not with its name', () => {
    const renamed = withSource({ file: { ...file, name: 'other.pdf', at: AT + 1 } })
    expect(renamed).toBe(withSource({ file }))
    expect(withSource({ file: { ...file, sha256: 'e'.repeat(64) } })).not.toBe(renamed)
  })
})
