import type { Aside, Article, Correction, LegalHold, Status } from '../../shared/model/article.ts'
import type { PersonId } from '../../shared/model/ids.ts'

/** The columns that say why an article lies aside, is held by legal, or is a correction. */

export type StandingRow = {
  readonly aside_by: string | null
  readonly aside_at: number | null
  readonly aside_reason: string | null
  readonly aside_until: number | null
  readonly aside_resume: string | null
  readonly hold_by: string | null
  readonly hold_at: number | null
  readonly hold_reason: string | null
  readonly correction_number: number | null
  readonly correction_reason: string | null
  readonly correction_by: string | null
  readonly correction_at: number | null
}

type Standing = Pick<Article, 'aside' | 'legalHold' | 'correction'>

function asideOf(row: StandingRow): Aside | null {
  if (row.aside_by === null || row.aside_at === null) return null
  return {
    by: row.aside_by as PersonId,
    at: row.aside_at,
    reason: row.aside_reason ?? '',
    until: row.aside_until,
    resume: row.aside_resume as Status,
  }
}

function holdOf(row: StandingRow): LegalHold | null {
  if (row.hold_by === null || row.hold_at === null) return null
  return { by: row.hold_by as PersonId, at: row.hold_at, reason: row.hold_reason ?? '' }
}

function correctionOf(row: StandingRow): Correction | null {
  if (row.correction_by === null || row.correction_at === null) return null
  return {
    number: row.correction_number ?? 1,
    reason: row.correction_reason ?? '',
    by: row.correction_by as PersonId,
    at: row.correction_at,
  }
}

export function standingOf(row: StandingRow): Standing {
  return { aside: asideOf(row), legalHold: holdOf(row), correction: correctionOf(row) }
}

/** As named parameters. */
export function standingRow({ aside, legalHold, correction }: Standing) {
  return {
    asideBy: aside?.by ?? null,
    asideAt: aside?.at ?? null,
    asideReason: aside?.reason ?? null,
    asideUntil: aside?.until ?? null,
    asideResume: aside?.resume ?? null,
    holdBy: legalHold?.by ?? null,
    holdAt: legalHold?.at ?? null,
    holdReason: legalHold?.reason ?? null,
    correctionNumber: correction?.number ?? null,
    correctionReason: correction?.reason ?? null,
    correctionBy: correction?.by ?? null,
    correctionAt: correction?.at ?? null,
  }
}
