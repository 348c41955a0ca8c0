import { canonicalText } from '../../shared/document/canonical.ts'
import { pictureNames } from '../../shared/document/pictures.ts'
import { readSnapshot } from '../../shared/document/stored-steps.ts'
import type { Node } from 'prosemirror-model'
import type { SignOff } from '../../shared/model/approval.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { SavedVersion } from '../../shared/model/version.ts'
import type { Store } from '../store/open-store.ts'
import { nameOfLink } from './chain.ts'
import { sha256 } from './hash.ts'
import type { FileToCheck } from './verified-copy.ts'
import type { ReviewNames } from './verify-names.ts'

/** What is kept under a hash: texts of versions, what was signed, pictures and files. */

/** Of the document of a version; null where it is missing or damaged. */
function textHashOf(store: Store, articleId: ArticleId, id: string): string | null {
  try {
    const json = store.versions.document(articleId, id)
    const read = json === null ? null : readSnapshot(JSON.parse(json))
    return read?.ok ? sha256(canonicalText(read.doc)) : null
  } catch {
    return null
  }
}

/** Texts of versions, and what they keep of the rows where they keep it. */
export function verifyVersions(
  store: Store,
  versions: readonly SavedVersion[],
  names: ReviewNames,
): readonly string[] {
  const bodies = new Map(
    versions
      .slice(0, 1)
      .flatMap(({ articleId }) => store.historyRows.versionBodies(articleId).map((one) => [one.id, one])),
  )
  return versions.flatMap(({ articleId, id, textHash }) => {
    const name = names.row('version', id)
    const hash = textHashOf(store, articleId, id)
    const text =
      hash === null
        ? [`${name} is damaged: its text cannot be read.`]
        : hash === textHash
          ? []
          : [`${name} holds another text than its hash names.`]
    const isKept = typeof bodies.get(id)?.content === 'string'
    return isKept && store.versions.content(articleId, id) === null
      ? [...text, `${name} is damaged: what it keeps of the review cannot be read.`]
      : text
  })
}

/** A signature holds for the text of the version that it names. */
export function verifySigned(store: Store, signOffs: readonly SignOff[], here: string): readonly string[] {
  return signOffs.flatMap(({ articleId, versionId, textHash, origin, seq }) => {
    if (versionId === null) return []
    const name = nameOfLink('Signature', origin, here)(seq)
    const hash = textHashOf(store, articleId, versionId)
    if (hash === null) return [`The text that ${name.replace('S', 's')} was given for is missing or damaged.`]
    return hash === textHash ? [] : [`${name} was given for another text than the version that it names.`]
  })
}

/** Pictures that the text shows, files of sources and Word files. */
export function filesToCheck(
  store: Store,
  articleId: ArticleId,
  doc: Node | null,
  names: ReviewNames,
): readonly FileToCheck[] {
  const pictures = [...(doc ? pictureNames(doc) : [])].map((blob, place): FileToCheck => ({
    kind: 'picture',
    name: `Picture ${place + 1} of the text`,
    sha256: blob,
  }))
  const files = store.sources.list(articleId).flatMap(({ id, file }): readonly FileToCheck[] => {
    if (!file) return []
    const name = `The file of ${names.row('source', id).toLowerCase()}`
    return [{ kind: 'attachment', name, sha256: file.sha256 }]
  })
  const originals = store.originals.list(articleId).map(({ name, sha256: hash }): FileToCheck => ({
    kind: 'original',
    name: `The Word file “${name}”`,
    sha256: hash,
  }))
  return [...pictures, ...files, ...originals]
}

function bytesOf(store: Store, articleId: ArticleId, { kind, sha256: hash }: FileToCheck): Uint8Array | null {
  if (kind === 'picture') return store.pictures.get(hash)?.bytes ?? null
  return kind === 'attachment' ? store.attachments.get(hash) : store.originals.bytes(articleId, hash)
}

/** In words what is wrong with a file; empty where nothing is. */
export function verifyFile(store: Store, articleId: ArticleId, file: FileToCheck): readonly string[] {
  const bytes = bytesOf(store, articleId, file)
  if (bytes === null) return [`${file.name} is missing.`]
  return sha256(bytes) === file.sha256 ? [] : [`${file.name} was changed outside Stet.`]
}
