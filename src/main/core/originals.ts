import type { ArticleId } from '../../shared/model/ids.ts'
import type { ExportRequest } from '../../shared/model/interchange.ts'
import type { PackageOriginal } from '../../shared/exchange/package.ts'
import type { KeptOriginal } from '../../shared/model/original.ts'
import type { Store } from '../store/open-store.ts'
import { sha256 } from './hash.ts'
import type { NamedFile } from './platform.ts'
import type { Clearance } from './visible.ts'

type Originals = Pick<Store, 'originals'>

/** Of the formats that are read, the one that can be written back into. */
export function isWordFile({ name }: Pick<NamedFile, 'name'>): boolean {
  return /\.(docx|dotx)$/i.test(name)
}

/** Keeps a Word file with its article, inside the caller's transaction. */
export function keepOriginal(
  { originals }: Originals,
  articleId: ArticleId,
  { name, bytes }: NamedFile,
  about: Pick<KeptOriginal, 'cause' | 'audience' | 'at'>,
): void {
  originals.append(articleId, { ...about, sha256: sha256(bytes), name: name.slice(0, 260) }, bytes)
}

/** What a Word file that is written now may take up: the file that the article came from, and those that came back. */
export function originalsFor(
  { originals }: Originals,
  articleId: ArticleId,
  clearance: Clearance,
): Pick<ExportRequest, 'original' | 'returned'> {
  const kept = originals
    .list(articleId)
    .filter(({ audience }) => audience === 'desk' || clearance === 'legal')
    .flatMap(({ cause, name, sha256: hash }) => {
      const bytes = originals.bytes(articleId, hash)
      return bytes ? [{ cause, name, bytes }] : []
    })
  const [original] = kept.filter(({ cause }) => cause === 'import')
  const returned = kept.filter(({ cause }) => cause === 'return')
  return { ...(original ? { original } : {}), ...(returned.length > 0 ? { returned } : {}) }
}

/** All of them with their bytes, for another desk. */
export function keptOriginals({ originals }: Originals, articleId: ArticleId): readonly PackageOriginal[] {
  return originals.list(articleId).flatMap((one) => {
    const bytes = originals.bytes(articleId, one.sha256)
    return bytes ? [{ ...one, bytes }] : []
  })
}
