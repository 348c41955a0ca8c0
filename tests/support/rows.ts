import type { Article } from '../../src/shared/model/article.ts'
import type { Claim } from '../../src/shared/model/claim.ts'
import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { ArticleId, ClaimId, PersonId, SourceId } from '../../src/shared/model/ids.ts'
import type { Person } from '../../src/shared/model/person.ts'
import type { Source } from '../../src/shared/model/source.ts'

/** Small whole records, of which a test says only what it is about. */

export const AT = Date.UTC(2026, 10, 20, 9)

export function personRow(fields: Partial<Person> = {}): Person {
  const name = 'Ines Calloway'
  return { id: 'ines' as PersonId, name, initials: 'IC', hue: 1, roles: ['desk'], outside: false, ...fields }
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
    origin: '',
    locator: '',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
    directKnowledge: false,
    onRecord: 'on-record',
    suppliedBy: null,
    attestation: null,
    createdBy: 'ines' as PersonId,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
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
    sources: sources.map((sourceId) => ({ sourceId: sourceId as SourceId, locator: '', note: '' })),
    createdBy: 'ines' as PersonId,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  }
}
