import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import type { PlacedIndex } from '../../src/shared/document/index/document-index.ts'
import { findsInText } from '../../src/shared/document/index/stands-in-text.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { CLAIM_KINDS, RISKS } from '../../src/shared/model/claim.ts'
import type { Claim } from '../../src/shared/model/claim.ts'
import { GRADES, SOURCE_KINDS } from '../../src/shared/model/source.ts'
import type { Source } from '../../src/shared/model/source.ts'
import { viewClaims } from '../../src/shared/rules/claim-view.ts'
import { evidenceText } from '../../src/shared/rules/evidence.ts'
import type { EvidenceRecords } from '../../src/shared/rules/gather-evidence.ts'
import { replyRow, waiverRow } from '../support/evidence.ts'
import { AT, articleRow, claimRow, sourceRow } from '../support/rows.ts'
import { shippedRules } from '../support/shipped-rules.ts'
import { buildWorkload } from './editor/workload.ts'

/**
 * `node tests/bench/rules.ts`: milliseconds of processor time for judging 500 claims with 300 sources in an article of 100,000 words by
 * the shipped rules, once from nothing and then after each of many keystrokes, and for spelling out the evidence.
 */

const KEYSTROKES = 60
const LIMITS = { cold: 50, keystroke: 5 }

const book = await shippedRules()
const doc = buildWorkload('L')
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** Half of what is looked for stands in the text; the other half nowhere, so that all of it is read. */
const named = (at: number) => (at % 2 === 0 ? `Pilot ${at} of the ferry` : 'the harbour')

const sources: readonly Source[] = Array.from({ length: 300 }, (_, at) =>
  sourceRow(`s${at}`, {
    kind: pick(SOURCE_KINDS, at),
    grade: pick(GRADES, at),
    onRecord: at % 6 === 0 ? 'unnamed' : 'on-record',
    directKnowledge: true,
    attestation: { by: 'ines' as never, at: AT, reason: 'Would lose the post.' },
    origin: `origin ${at % 90}`,
    inText: named(at),
    locator: 'p. 3',
    period: '2026',
  }),
)

function claimsOf(index: PlacedIndex): readonly Claim[] {
  return [...index.claims.values()].map(({ id, words }, at) => {
    const attached = [at, at * 7 + 1, at * 13 + 2].map((each) => `s${each % sources.length}`)
    const claim = claimRow(id, { kind: pick(CLAIM_KINDS, at), risk: pick(RISKS, at) }, [...new Set(attached)])
    const verified = at % 2 === 0 ? { status: 'verified' as const, verifiedQuote: words, verifiedAt: AT } : {}
    const details = {
      ...claim.details,
      attributedTo: named(at),
      stated: named(at + 1),
      parties: ['Edric Vole'],
    }
    return { ...claim, ...verified, details }
  })
}

/** A letter in one paragraph after the other, as somebody types who jumps about. */
function typed(text: Node, at: number): Node {
  const place = (at * 379) % text.childCount
  const paragraph = text.child(place)
  const more = paragraph.copy(paragraph.content.append(Fragment.from(schema.text('x'))))
  return text.copy(text.content.replaceChild(place, more))
}

function took(run: () => unknown): number {
  // Of this thread alone: a machine that does other things as well does not slow it.
  const start = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

function show(name: string, values: readonly number[], limit: number): void {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  const told = sorted.length === 1 ? at(0) : `median ${at(0.5)}, 95th percentile ${at(0.95)}, most ${at(1)}`
  console.log(`${name}: ${told} ms (limit ${limit} ms)`)
  if (Number(at(0.5)) > limit) process.exitCode = 1
}

let index = indexDocument(doc)
const claims = claimsOf(index)
const rows = {
  article: articleRow(),
  anchors: [],
  claims,
  sources,
  waivers: claims.slice(0, 40).map((claim) => waiverRow(['R6'], 'desk', { claimId: claim.id })),
  replies: claims.slice(0, 40).map((claim) => replyRow('Edric Vole', { claimIds: [claim.id] })),
  consultations: [],
}
const recordsOf = (now: PlacedIndex): EvidenceRecords & { readonly anchors: readonly [] } => ({
  ...rows,
  anchors: [],
  index: now,
  stands: findsInText(now),
})
const hash = (text: string) => String(text.length)

console.log(`${claims.length} claims, ${sources.length} sources, ${index.words} words`)
/** A text and rows that nobody has looked at before; the rules' own code is warm, as in a running app. */
const fresh = Array.from({ length: 7 }, () => {
  const unread = indexDocument(buildWorkload('L'))
  const records = {
    ...recordsOf(unread),
    claims: claims.map((claim) => ({ ...claim })),
    sources: [...sources],
  }
  return {
    judging: took(() => viewClaims(records, book)),
    spelling: took(() => evidenceText(records, book, hash)),
  }
})
show(
  'judging, from nothing',
  fresh.map((each) => each.judging),
  LIMITS.cold,
)
show(
  'spelling out the evidence, from nothing',
  fresh.map((each) => each.spelling),
  LIMITS.cold,
)
viewClaims(recordsOf(index), book)

const judging: number[] = []
const spelling: number[] = []
let text = doc
for (let at = 0; at < KEYSTROKES; at += 1) {
  text = typed(text, at)
  index = indexDocument(text, index)
  const records = recordsOf(index)
  judging.push(took(() => viewClaims(records, book)))
  spelling.push(took(() => evidenceText(rows, book, hash)))
}
show('judging, after a keystroke', judging, LIMITS.keystroke)
show('spelling out the evidence, after a keystroke', spelling, LIMITS.keystroke)
