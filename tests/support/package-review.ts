import type { PackagePerson, PackageRequest, VersionRows } from '../../src/shared/exchange/package.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import type { StoredAnchor } from '../../src/shared/model/anchor.ts'
import type { SignOff } from '../../src/shared/model/approval.ts'
import type { Article } from '../../src/shared/model/article.ts'
import type { ArticleId, ClaimId, PersonId, ReplyId, SourceId, WaiverId } from '../../src/shared/model/ids.ts'
import type { Audience } from '../../src/shared/model/review.ts'
import { sealSignOff } from '../../src/main/core/chain.ts'
import { sha256 } from '../../src/main/core/hash.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import { openTestLibrary, temporaryFolder } from './library.ts'
import { requestOf } from './package-desk.ts'
import { CLAIM, OPEN_THREAD, PLACED, privateReview } from './private-review.ts'
import { AT, claimRow, sourceRow } from './rows.ts'
import { signed } from './small-review.ts'

/** A review that holds a row of every kind, with a word in each place that is not for everybody. */

/** Words that only people of the desk may read, and where they stand. */
export const DESK_WORDS = {
  'the name of a person': 'Quillon Vashti',
  'a part of a name in a paraphrase': 'Vashti',
  initials: 'QZX',
  'a named source': 'Register of Brommel Harbour',
  'where a source is found': 'drawer-zulb',
  'a note on a claim': 'glimvor',
  'a note of a source at a claim': 'prazzek',
  'the reason of a waiver': 'snorvip',
  'what was put to a party': 'klemtoo',
  'the reason of a hold': 'dwuff',
  'the name of the imported file': 'calloway-bravint.docx',
  'the reason of a decision': 'yottrum',
  'a comment of the desk': 'For everybody.',
  'the name of the library': 'Regional desk',
  'a file of a source': 'bytes-of-the-ledger',
  'the name as it was signed': 'Brunhild Ackvist',
  'an off-record source': 'Whisperer in the ministry',
} as const

/** Of a source that was named once and is not any more. */
export const ONCE_NAMED = 'Orla Vennick'
const AGREED = 'an officer of the port'

const FILE = new TextEncoder().encode(DESK_WORDS['a file of a source'])
const UNNAMED = 'unnamed-source' as SourceId

/** Made once: it is only ever copied from. */
let made: Promise<PackageRequest> | null = null

export async function wholeReview(audience: Audience): Promise<PackageRequest> {
  made ??= makeReview()
  const request = await made
  return { ...request, manifest: { ...request.manifest, audience } }
}

async function makeReview(): Promise<PackageRequest> {
  const folder = temporaryFolder()
  try {
    const library = await openTestLibrary(folder.path)
    const { articleId } = await privateReview(library)
    const { doc } = await library.must('review.open', { articleId })
    await library.core.close()
    return dressed(requestOf(folder.path, articleId, doc))
  } finally {
    folder.remove()
  }
}

function dressed(request: PackageRequest): PackageRequest {
  const [first, ...others] = request.people
  if (!first) throw new Error('nobody')
  const name = DESK_WORDS['the name of a person']
  const people: readonly PackagePerson[] = [{ ...first, name, initials: DESK_WORDS.initials }, ...others]
  const review = withMore(request.review, first.id)
  const { document: _document, ...rows } = review
  const then: VersionRows = {
    ...rows,
    threads: rows.threads.map((thread) => ({ ...thread, audience: 'desk' })),
    sources: rows.sources.map((source) =>
      source.id === UNNAMED ? { ...source, title: ONCE_NAMED, onRecord: 'on-record' } : source,
    ),
  }
  const versions = request.versions.map((one) => ({ ...one, content: canonicalJson(then) }))
  const files = new Map([[sha256(FILE), FILE]])
  return { ...request, people, review, versions, files }
}

function withMore(review: ReviewContent, by: PersonId): ReviewContent {
  const article: Pick<Article, 'aside' | 'legalHold' | 'holderId' | 'authorId' | 'importedFrom'> = {
    aside: { by, at: AT, reason: DESK_WORDS['the reason of a hold'], until: null, resume: 'draft' },
    legalHold: { by, at: AT, reason: DESK_WORDS['the reason of a hold'] },
    holderId: by,
    authorId: by,
    importedFrom: DESK_WORDS['the name of the imported file'],
  }
  const [claim = claimRow('other')] = review.claims
  return {
    ...review,
    article: { ...review.article, ...article },
    changes: review.changes.map((change) => ({ ...change, reason: DESK_WORDS['the reason of a decision'] })),
    sources: [...review.sources, ...sourcesOf(by)],
    claims: [
      {
        ...claim,
        paraphrase: `Fuel was moved, says ${DESK_WORDS['a part of a name in a paraphrase']}.`,
        details: { ...claim.details, note: DESK_WORDS['a note on a claim'], speaker: ONCE_NAMED },
        sources: ['named-source', UNNAMED, 'off-record-source'].map((sourceId) => ({
          sourceId: sourceId as SourceId,
          locator: DESK_WORDS['where a source is found'],
          note: DESK_WORDS['a note of a source at a claim'],
          bears: ['claim'],
          stance: 'supports',
          answer: '',
        })),
      },
      ...review.claims.slice(1),
    ],
    anchors: [
      anchorRow('claim', CLAIM, by),
      anchorRow('comment', OPEN_THREAD, by),
      anchorRow('comment', PLACED, by),
    ],
    signOffs: [signature(review.article.id, by)],
    ...recordsOf(by, review.article.version, [CLAIM]),
  }
}

function anchorRow(mark: StoredAnchor['mark'], id: string, by: PersonId): StoredAnchor {
  return { mark, id, attachment: 'attached', confirmedBy: by, confirmedAt: AT, quotes: [] }
}

function signature(articleId: ArticleId, personId: PersonId): SignOff {
  const typedName = DESK_WORDS['the name as it was signed']
  const {
    seq: _seq,
    previous: _previous,
    hash: _hash,
    ...said
  } = signed('desk', 1, { articleId, personId, typedName })
  return sealSignOff(undefined, said)
}

function sourcesOf(by: PersonId): ReviewContent['sources'] {
  const file = { sha256: sha256(FILE), name: 'ledger.txt', size: FILE.byteLength, at: AT }
  const more = { createdBy: by, suppliedBy: by, locator: DESK_WORDS['where a source is found'] }
  return [
    sourceRow('named-source', { ...more, title: DESK_WORDS['a named source'], file }),
    sourceRow(UNNAMED, {
      ...more,
      title: AGREED,
      kind: 'person',
      onRecord: 'unnamed',
      attestation: { by, at: AT, reason: 'Met in person.' },
    }),
    sourceRow('off-record-source', {
      ...more,
      title: DESK_WORDS['an off-record source'],
      onRecord: 'off-record',
    }),
  ]
}

function recordsOf(by: PersonId, throughVersion: number, claimIds: readonly ClaimId[]) {
  const waivers: ReviewContent['waivers'] = claimIds.map((claimId) => ({
    id: 'waiver' as WaiverId,
    claimId,
    rules: ['R6'],
    category: 'time',
    reason: `${DESK_WORDS['the reason of a waiver']}, as the desk said on the day.`,
    askedBy: by,
    throughVersion,
    grantedBy: by,
    grantedAs: 'desk',
    at: AT,
    endedBy: null,
    endedAt: null,
  }))
  const replies: ReviewContent['replies'] = [
    {
      id: 'reply' as ReplyId,
      party: 'The harbour board',
      claimIds,
      askedBy: by,
      askedAt: AT,
      channel: 'email',
      put: `Did you ${DESK_WORDS['what was put to a party']}?`,
      deadline: null,
      outcome: 'waiting',
      answer: '',
      answeredAt: null,
      createdBy: by,
      createdAt: AT,
      updatedAt: AT,
    },
  ]
  return { waivers, replies }
}
