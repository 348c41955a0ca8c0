import type { SavedVersion, VersionKind } from '../../../shared/model/version.ts'

/** Why a text was kept, in a word or two. */
export const VERSION_KIND_NAMES: Readonly<Record<VersionKind, string>> = {
  import: 'import',
  transition: 'move',
  'sign-off': 'signature',
  'hand-over': 'hand-over',
  received: 'received',
  merge: 'merge',
  named: 'named',
  restore: 'restored',
}

export type Edition = { readonly edition: number; readonly versions: readonly SavedVersion[] }

/** Latest first, by the edition that they were kept in. */
export function byEdition(versions: readonly SavedVersion[]): readonly Edition[] {
  const latestFirst = versions.toReversed()
  return [...Map.groupBy(latestFirst, ({ edition }) => edition)]
    .map(([edition, some]) => ({ edition, versions: some }))
    .toSorted((a, b) => b.edition - a.edition)
}
