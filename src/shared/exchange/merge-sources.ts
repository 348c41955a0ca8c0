import type { Source } from '../model/source.ts'
import { isUnnamed } from '../rules/personal-details.ts'
import { KEPT, LATEST, mergeRow, valueOf } from './merge-row.ts'
import type { RowMerging, RowRules } from './merge-row.ts'
import { sameJson } from './three-way.ts'

export const SOURCE_RULES: RowRules<Source> = {
  fields: {
    id: KEPT,
    kind: valueOf('kind'),
    title: valueOf('title'),
    grade: valueOf('grade'),
    gradeReason: valueOf('grade'),
    origin: valueOf('origin'),
    locator: valueOf('locator'),
    url: valueOf('url'),
    accessedAt: valueOf('accessedAt'),
    medium: valueOf('medium'),
    period: valueOf('period'),
    directKnowledge: valueOf('directKnowledge'),
    onRecord: valueOf('onRecord'),
    inText: valueOf('inText'),
    suppliedBy: valueOf('suppliedBy'),
    attestation: valueOf('attestation'),
    file: valueOf('file'),
    createdBy: KEPT,
    createdAt: KEPT,
    updatedAt: LATEST,
  },
  units: {
    kind: { words: 'kind' },
    title: { words: 'title' },
    grade: { words: 'grade' },
    origin: { words: 'origin' },
    locator: { words: 'where in it' },
    url: { words: 'address' },
    accessedAt: { words: 'when it was read' },
    medium: { words: 'medium' },
    period: { words: 'period' },
    directKnowledge: { words: 'direct knowledge' },
    onRecord: { words: 'on the record or not' },
    inText: { words: 'how the text names it' },
    suppliedBy: { words: 'who supplied it' },
    attestation: { words: 'attestation' },
    file: { words: 'file' },
  },
}

export type SourceSides = { readonly base: Source | null; readonly one: Source; readonly other: Source }

/** Everything that could tell who it is. */
function identityOf(source: Source): Partial<Source> {
  const { title, grade, gradeReason, origin, locator, url, accessedAt, medium, period, inText, file } = source
  const { onRecord, suppliedBy, attestation } = source
  return {
    title,
    grade,
    gradeReason,
    origin,
    locator,
    url,
    accessedAt,
    medium,
    period,
    inText,
    file,
    onRecord,
    suppliedBy,
    attestation,
  }
}

/**
 * The name behind an unnamed source has no place, in a conflict neither: where one side made it unnamed, what the
 * other said of who it is while it was named goes.
 */
function withoutName({ base, one, other }: SourceSides): SourceSides {
  const becomesUnnamed = (side: Source) =>
    isUnnamed(side.onRecord) && (base === null || !isUnnamed(base.onRecord))
  if (isUnnamed(one.onRecord) === isUnnamed(other.onRecord)) return { base, one, other }
  if (becomesUnnamed(one)) return { base, one, other: { ...other, ...identityOf(one) } }
  return becomesUnnamed(other) ? { base, one: { ...one, ...identityOf(other) }, other } : { base, one, other }
}

/** What an attestation is about: that of another description is none. */
function attestedOf({ title, kind, onRecord, origin, directKnowledge }: Source): unknown {
  return { title, kind, onRecord, origin, directKnowledge }
}

/** An attestation of one side does not hold for what the other made of the source. */
function reviewAttestation(merged: Source, { one, other }: SourceSides): Source {
  const { attestation } = merged
  if (attestation === null) return merged
  const isHeld = [one, other].some(
    (side) => sameJson(side.attestation, attestation) && sameJson(attestedOf(side), attestedOf(merged)),
  )
  return isHeld && attestation.by !== merged.suppliedBy ? merged : { ...merged, attestation: null }
}

/** A source that both sides have. Conflicts never name it: it may become an unnamed one. */
export function mergeSource(told: SourceSides, merging: RowMerging): Source {
  const sides = withoutName(told)
  const at = { one: sides.one.updatedAt, other: sides.other.updatedAt }
  const merged = mergeRow(
    SOURCE_RULES,
    sides,
    { table: 'source', id: sides.one.id, words: 'A source', at },
    merging,
  )
  return reviewAttestation(merged, sides)
}
