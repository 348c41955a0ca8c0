import type { SavedVersion } from '../../../shared/model/version.ts'

export type Edition = { readonly edition: number; readonly versions: readonly SavedVersion[] }

/** Latest first, by the edition that they were kept in. */
export function byEdition(versions: readonly SavedVersion[]): readonly Edition[] {
  const latestFirst = versions.toReversed()
  return [...Map.groupBy(latestFirst, ({ edition }) => edition)]
    .map(([edition, some]) => ({ edition, versions: some }))
    .toSorted((a, b) => b.edition - a.edition)
}
