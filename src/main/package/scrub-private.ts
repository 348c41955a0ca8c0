import type { VersionRows } from '../../shared/exchange/package.ts'
import type { Source } from '../../shared/model/source.ts'
import type { ThreadAudience } from '../../shared/model/thread.ts'
import { isUnnamed } from '../../shared/rules/personal-details.ts'
import { mayRead, withoutPrivateConflicts } from '../core/visible.ts'
import type { Clearance } from '../core/visible.ts'

/**
 * What is not for everybody at a desk, in the rows of the review and of every saved version of it. What is private now
 * is left out of earlier versions too, and what was private then out of the later ones: either was said in confidence.
 */
export type Private = {
  readonly threads: ReadonlySet<string>
  readonly consultations: ReadonlySet<string>
}

export function findPrivate(all: readonly VersionRows[], clearance: Clearance): Private {
  const hidden = (rows: readonly { readonly id: string; readonly audience: ThreadAudience }[]) =>
    rows.filter((row) => !mayRead(clearance, row)).map(({ id }) => id)
  return {
    threads: new Set(all.flatMap(({ threads }) => hidden(threads))),
    consultations: new Set(all.flatMap(({ consultations }) => hidden(consultations))),
  }
}

/** The same object where nothing is private. */
export function withoutPrivate(rows: VersionRows, { threads, consultations }: Private): VersionRows {
  if (threads.size === 0 && consultations.size === 0) return rows
  const isHidden = (id: string) => threads.has(id) || consultations.has(id)
  return {
    ...rows,
    threads: rows.threads.filter(({ id }) => !threads.has(id)),
    anchors: rows.anchors.filter(({ mark, id }) => mark !== 'comment' || !threads.has(id)),
    // Not with empty words: these would be merged over the words of the desk that has them.
    consultations: rows.consultations.filter(({ id }) => !consultations.has(id)),
    conflicts: withoutPrivateConflicts(rows.conflicts, isHidden),
  }
}

/**
 * An unnamed source may have had a name once. Earlier versions tell of it as the review does now: its title, where it is
 * found, and what the claims say of it.
 */
export function withUnnamedAsNow(rows: VersionRows, now: VersionRows): VersionRows {
  const unnamed = new Map<string, Source>(
    now.sources.filter(({ onRecord }) => isUnnamed(onRecord)).map((source) => [source.id, source]),
  )
  if (unnamed.size === 0) return rows
  const links = new Map(
    now.claims.flatMap(({ id, sources }) => sources.map((link) => [`${id} ${link.sourceId}`, link])),
  )
  return {
    ...rows,
    sources: rows.sources.map((source) => unnamed.get(source.id) ?? source),
    claims: rows.claims.map((claim) => ({
      ...claim,
      sources: claim.sources.map((link) => {
        if (!unnamed.has(link.sourceId)) return link
        return links.get(`${claim.id} ${link.sourceId}`) ?? { ...link, locator: '', note: '', answer: '' }
      }),
    })),
    conflicts: rows.conflicts.filter(({ what }) => !what.id.split(/[^\w-]+/).some((id) => unnamed.has(id))),
  }
}
