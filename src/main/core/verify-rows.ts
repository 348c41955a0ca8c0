import type { ArticleId } from '../../shared/model/ids.ts'
import { HEAD } from '../store/seal-book.ts'
import type { Seal } from '../store/seal-book.ts'
import type { Store } from '../store/open-store.ts'
import { FOLLOWING, SEALED_KINDS } from './sealed-kinds.ts'
import type { ReviewNames } from './verify-names.ts'

type Compared = {
  readonly kind: string
  readonly id: string
  /** Of the row as it is stored now; null where there is none. */
  readonly row: string | null
  readonly seal: Seal | null
}

/** In words what is wrong, without the name; empty when the row is as it was sealed. */
function judge({ kind, row, seal }: Compared): string {
  const sealed = seal?.digest ?? null
  const logged = seal?.logged ?? null
  if (row !== sealed) {
    if (row === null) return 'is missing.'
    if (seal !== null && row === logged) return 'is as it was, but its seal was changed outside Stet.'
    return sealed === null ? 'was put in outside Stet.' : 'was changed outside Stet.'
  }
  if (sealed === logged || FOLLOWING.has(kind)) return ''
  return 'was changed without an act in the log.'
}

export type VerifiedRows = { readonly rows: number; readonly found: ReadonlyMap<string, readonly string[]> }

function digests(
  store: Store,
  articleId: ArticleId,
  { digests: read }: (typeof SEALED_KINDS)[number],
): ReadonlyMap<string, string> | null {
  try {
    return read(store, articleId)
  } catch {
    return null
  }
}

/** Every row against its seal, by kind. `here`: the library whose own log is checked by its chain instead. */
export function verifyRows(
  store: Store,
  articleId: ArticleId,
  seals: readonly Seal[],
  names: ReviewNames,
  here: string,
): VerifiedRows {
  const byKind = Map.groupBy(seals, ({ kind }) => kind)
  const found = new Map<string, readonly string[]>()
  let rows = 0
  for (const sealed of SEALED_KINDS) {
    const { kind } = sealed
    const known = new Map((byKind.get(kind) ?? []).map((seal) => [seal.id, seal]))
    const stored = digests(store, articleId, sealed)
    if (!stored) {
      found.set(kind, [`${names.row(kind, '')} cannot be read: its row was damaged outside Stet.`])
      continue
    }
    rows += stored.size
    const ids = [...new Set([...known.keys(), ...stored.keys()])].filter(
      (id) => kind !== 'log' || id !== here,
    )
    const wrong = ids.flatMap((id) => {
      const words = judge({ kind, id, row: stored.get(id) ?? null, seal: known.get(id) ?? null })
      return words === '' ? [] : [`${names.row(kind, id)} ${words}`]
    })
    if (wrong.length > 0) found.set(kind, wrong)
  }
  const strange = seals.find(({ kind }) => kind !== HEAD && SEALED_KINDS.every((one) => one.kind !== kind))
  if (strange) found.set('strange', ['A seal was put in outside Stet.'])
  return { rows, found }
}
