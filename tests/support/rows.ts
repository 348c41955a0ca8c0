import type { Article } from '../../src/shared/model/article.ts'
import type { Claim, ClaimSource } from '../../src/shared/model/claim.ts'
import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { ArticleId, ClaimId, PersonId, SourceId } from '../../src/shared/model/ids.ts'
import type { Person } from '../../src/shared/model/person.ts'
import type { Source } from '../../src/shared/model/source.ts'

/** Small whole records, of which a test says only what it is about. */

export const AT = Date.UTC(2026, 10, 20, 9)

export function personRow(fields: Partial<Person> = {}): Person {
  const name = 'Ines Calloway'
  return {
    id: 'ines' as PersonId,
    name,
    initials: 'IC',
    hue: 1,
    roles: ['desk'],
    deskRoles: [],
    outside: false,
    ...fields,
  }
}

export function articleRow(fields: Partial<Article> = {}): Article {
  return {
    id: 'article' as ArticleId,
    slug: 'teld-taskforce-26',
    headline: 'Head',
    desk: 'Regional',
    status: 'draft',
    due: null,
    holderId: null,
    authorId: null,
    version: 1,
    headSeq: 0,
    locked: false,
    aside: null,
    legalHold: null,
    correction: null,
    editRight: 'here',
    rightWith: '',
    readOnly: '',
    importedFrom: null,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
}

export function sourceRow(id: string, fields: Partial<Source> = {}): Source {
  return {
    id: id as SourceId,
    kind: 'document',
    title: `Source ${id}`,
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
    file: null,
    attestation: null,
    createdBy: 'ines' as PersonId,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
}

/** A source that plainly bears a claim out. */
export function claimLink(id: SourceId): ClaimSource {
  return { sourceId: id, locator: '', note: '', bears: ['claim'], stance: 'supports', answer: '' }
}

/** `sources`: ids of attached sources. */
export function claimRow(id: string, fields: Partial<Claim> = {}, sources: readonly string[] = []): Claim {
  return {
    id: id as ClaimId,
    kind: 'background',
    risk: 'medium',
    paraphrase: '',
    status: 'found',
    quote: '',
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
    details: NO_DETAILS,
    commonKnowledge: null,
    sources: sources.map((sourceId) => claimLink(sourceId as SourceId)),
    createdBy: 'ines' as PersonId,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
}
