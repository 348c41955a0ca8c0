import type { PlacedTag, Places } from './places.ts'

/** Where links within the file lead: rows of registers and parts by their names, and back to what rows speak of. */

/** Pages count from 1, `y` from the top. */
export type Place = { readonly page: number; readonly y: number }

/** Before the name of what a row speaks of: "at-claim-7" is in the text, "claim-7" in the register. */
export const BACK = 'at-'

function nameOf(tag: PlacedTag): string | null {
  if (tag.kind === 'target') return tag.name
  return 'anchor' in tag && tag.anchor ? `${BACK}${tag.kind}-${tag.label}` : null
}

export function goalsOf({ tags }: Places): ReadonlyMap<string, Place> {
  return new Map(
    tags.flatMap((tag): readonly (readonly [string, Place])[] => {
      const name = nameOf(tag)
      return name === null ? [] : [[name, tag]]
    }),
  )
}

/** "Claim 7", "Comment C3", "Page 12". */
export function goalWords(name: string, { page }: Place): string {
  const [, kind = '', label = ''] = /^(claim|comment|change)-(.+)$/.exec(name) ?? []
  return kind === '' ? `Page ${page}` : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${label}`
}
