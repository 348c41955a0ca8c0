import { SCHEMA_VERSION } from '../../../shared/document/schema.ts'
import { parseDocument } from '../../../shared/document/stored-steps.ts'
import type { PackageContent } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { Context } from '../context.ts'
import { knownPerson } from './people.ts'
import type { Plan } from './plan.ts'
import { rowsText } from './read-content.ts'

type Parts = Pick<Context, 'store'>

/** Keeps a review as a version with everything that is said in it; exchange goes on from such versions. */
export function keepContent({ store }: Parts, version: SavedVersion, content: ReviewContent): void {
  const bodies = { document: JSON.stringify(content.document), content: rowsText(content) }
  store.versions.append(version, { ...bodies, schemaVersion: SCHEMA_VERSION })
}

/** Versions of a package that are not here yet, in its order, in which parents come first. */
export function keepVersions({ store }: Parts, { versions: told }: PackageContent, plan: Plan): void {
  const bodies = new Map(told.map((one) => [one.version.id as string, one]))
  for (const version of plan.versions) {
    const named = { ...version, personId: knownPerson(store, version.personId) }
    const packed = bodies.get(version.id)
    const content = plan.received.contentOf(version.id)
    if (content) keepContent({ store }, named, content)
    else if (packed && parseDocument(JSON.parse(packed.document)).ok) {
      store.versions.append(named, {
        document: packed.document,
        content: null,
        schemaVersion: SCHEMA_VERSION,
      })
    }
  }
}

/** Made by nobody: both desks make the same one. */
export function mergeVersion(
  plan: Plan,
  { textHash, words }: Pick<SavedVersion, 'textHash' | 'words'>,
): SavedVersion {
  const { content, received, looked } = plan
  const { own, head, brought } = looked
  const parents = brought?.parents ?? []
  const heads = parents.flatMap((id) => [own, ...received.versions].find((one) => one?.id === id) ?? [])
  const [first] = heads
  if (!first) throw new Error(`A merge of ${content.article.id} was made from nothing that is known`)
  return {
    id: head,
    articleId: content.article.id,
    kind: 'merge',
    name: 'Work of two desks brought together',
    edition: content.article.version,
    status: content.article.status,
    personId: null,
    origin: first.origin,
    at: Math.max(...heads.map(({ at }) => at)),
    textHash,
    words,
    parents,
  }
}
