import { basename } from 'node:path'
import { Node } from 'prosemirror-model'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ReadPackage } from '../../shared/exchange/package.ts'
import type { WorkOutcome } from '../../shared/model/interchange.ts'
import { createWorkThread } from '../worker/client.ts'
import type { WorkThread } from '../worker/client.ts'

/** What the commands say of `.stet` files that lie somewhere, without taking them into a library. */

const MAGIC = 'SQLite format 3\u0000'

/** By its name, or by how it begins, so that a package that was renamed is still one. */
export function isPackage(name: string, bytes: Uint8Array): boolean {
  const begins = Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1')
  return begins === MAGIC || /\.stet$/i.test(name)
}

/** What is in it, as `stet inspect` prints it. */
export function describePackage({ content, isNewer, ignored }: ReadPackage) {
  const { manifest, review, people, versions, pictures, files } = content
  const { headline, words, changeCount } = indexDocument(Node.fromJSON(schema, review.document))
  return {
    package: manifest,
    isNewer,
    ignored,
    headline,
    slug: review.article.slug,
    status: review.article.status,
    edition: review.article.version,
    words,
    openChanges: changeCount,
    counts: {
      changes: review.changes.length,
      comments: review.threads.length,
      claims: review.claims.length,
      sources: review.sources.length,
      waivers: review.waivers.length,
      signOffs: review.signOffs.length,
      logEvents: review.log.length,
      conflicts: review.conflicts.filter(({ settledAt }) => settledAt === null).length,
      pictures: pictures.size,
      files: files.size,
    },
    people: people.map(({ name }) => name),
    versions: versions.map(({ version }) => ({
      id: version.id,
      name: version.name,
      at: new Date(version.at).toISOString(),
      textHash: version.textHash,
      parents: version.parents,
    })),
  }
}

/** Prints one JSON line; 0 when the package is whole and nothing in it was changed since it was made. */
export async function runVerifyPackage(file: string, bytes: Uint8Array): Promise<number> {
  const read = await readOnce(basename(file), bytes)
  if (!read.ok) {
    console.log(JSON.stringify({ file, ok: false, ...read.error }))
    console.error(read.error.message)
    return 1
  }
  const { manifest, review, versions } = read.value.content
  const { digest, articleId, packageId } = manifest
  const [events, signOffs] = [review.log.length, review.signOffs.length]
  const counts = { events, signOffs, versions: versions.length }
  console.log(JSON.stringify({ file, ok: true, packageId, articleId, digest, ...counts }))
  console.error(
    `The package is whole: ${events} log events, ${signOffs} signatures and ${versions.length} saved versions hold. ` +
      'That says that nothing was changed by accident or in part, not who made it.',
  )
  return 0
}

async function readOnce(name: string, bytes: Uint8Array): Promise<WorkOutcome<ReadPackage>> {
  const thread: WorkThread = createWorkThread()
  try {
    return await thread.ask('read-package', { name, bytes })
  } finally {
    await thread.close()
  }
}
