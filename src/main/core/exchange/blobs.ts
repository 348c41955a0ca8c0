import type { PackageContent } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Store } from '../../store/open-store.ts'

/** Files of sources and pictures of the text, which a package names by the SHA-256 of their bytes. */

type Blobs = Pick<Store, 'pictures' | 'attachments'>
type Originals = Pick<Store, 'originals'>

/** Sources whose file neither came along nor is here. */
export function missingFiles(
  { attachments }: Blobs,
  { sources }: ReviewContent,
  files: ReadonlyMap<string, unknown>,
): readonly Source[] {
  return sources.filter(({ file }) => file && !files.has(file.sha256) && !attachments.has(file.sha256))
}

/** The record of a file whose bytes did not come would be a promise that nobody keeps. */
export function withoutFiles(content: ReviewContent, missing: readonly Source[]): ReviewContent {
  const ids = new Set(missing.map(({ id }) => id))
  const sources = content.sources.map((row) => (ids.has(row.id) ? { ...row, file: null } : row))
  return ids.size === 0 ? content : { ...content, sources }
}

/** How many are not here yet. */
export function newBlobs(
  store: Blobs & Originals,
  { manifest, pictures, files, originals }: PackageContent,
): number {
  const newPictures = [...pictures.keys()].filter((name) => !store.pictures.has(name))
  const newFiles = [...files.keys()].filter((name) => !store.attachments.has(name))
  const kept = new Set(store.originals.list(manifest.articleId).map(({ sha256 }) => sha256))
  const newOriginals = originals.filter(({ sha256 }) => !kept.has(sha256))
  return newPictures.length + newFiles.length + newOriginals.length
}

/** The same bytes are kept once. */
export function keepBlobs(store: Blobs, { pictures, files }: PackageContent, at: number): void {
  for (const [name, picture] of pictures) store.pictures.put(name, picture, at)
  for (const [name, bytes] of files) store.attachments.put(name, bytes, at)
}

/** Once the article is there. */
export function keepOriginals(store: Originals, { manifest, originals }: PackageContent): void {
  for (const { bytes, ...original } of originals) store.originals.append(manifest.articleId, original, bytes)
}
