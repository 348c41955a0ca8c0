import { compareWords } from '../document/merge/merge-refs.ts'
import type { ConflictId, VersionId } from '../model/ids.ts'
import { canonicalJson } from '../rules/canonical-json.ts'

/** Ids that are made of what they stand for, so that two desks that do the same give it the same id. */

/** Of UTF-8 text, as 64 hex digits. */
export type Sha256 = (text: string) => string

/** A hash in the form of a UUID of version 8 (RFC 9562: made in a way of one's own). */
function asUuid(hash: string): string {
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) % 4) + 8).toString(16)
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20)]
  return [...parts, hash.slice(20, 32)].join('-')
}

/** The id of the version that merges two others, whichever of them is called the first. */
export function mergeIdOf(one: string, other: string, sha256: Sha256): VersionId {
  const heads = [one, other].toSorted(compareWords)
  return asUuid(sha256(`stet merge\n${heads.join('\n')}`)) as VersionId
}

/** The id of a conflict, of everything that makes it this one and no other. */
export function conflictIdOf(said: unknown, sha256: Sha256): ConflictId {
  return asUuid(sha256(`stet conflict\n${canonicalJson(said)}`)) as ConflictId
}
