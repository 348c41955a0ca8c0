import type { ReviewContent } from '../../shared/exchange/review-content.ts'

type Rows = Omit<ReviewContent, 'document'>

function ofArticle({ article, custody, conflicts, log, signOffs }: Rows): readonly (string | null)[] {
  const { holderId, authorId, aside, legalHold, correction } = article
  return [
    holderId,
    authorId,
    aside?.by ?? null,
    legalHold?.by ?? null,
    correction?.by ?? null,
    ...custody.map(({ personId }) => personId),
    ...conflicts.map(({ settledBy }) => settledBy),
    ...log.map(({ personId }) => personId),
    ...signOffs.map(({ personId }) => personId),
  ]
}

function ofText({ changes, changeSets, changeDecisions, anchors, threads, dismissals }: Rows) {
  return [
    ...changes.flatMap(({ authorId, decidedBy }) => [authorId, decidedBy]),
    ...changeSets.map(({ authorId }) => authorId),
    ...changeDecisions.map(({ personId }) => personId),
    ...anchors.map(({ confirmedBy }) => confirmedBy),
    ...threads.flatMap(({ assigneeId, resolvedBy, messages }) => [
      assigneeId,
      resolvedBy,
      ...messages.map(({ authorId }) => authorId),
    ]),
    ...dismissals.map(({ by }) => by),
  ]
}

function ofEvidence({ claims, sources, waivers, replies, consultations }: Rows) {
  return [
    ...claims.flatMap(({ createdBy, verifiedBy, commonKnowledge }) => [
      createdBy,
      verifiedBy,
      commonKnowledge?.by ?? null,
    ]),
    ...sources.flatMap(({ createdBy, suppliedBy, attestation }) => [
      createdBy,
      suppliedBy,
      attestation?.by ?? null,
    ]),
    ...waivers.flatMap(({ askedBy, grantedBy, endedBy }) => [askedBy, grantedBy, endedBy]),
    ...replies.flatMap(({ askedBy, createdBy }) => [askedBy, createdBy]),
    ...consultations.map(({ by }) => by),
  ]
}

/** Ids of everybody whom the rows of a review name; the sides of a conflict are not read. */
export function peopleIn(rows: Rows): ReadonlySet<string> {
  const all = [...ofArticle(rows), ...ofText(rows), ...ofEvidence(rows)]
  return new Set(all.filter((id) => id !== null))
}
