import type { Accepted, Outcome, PackagePreview } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { Watch } from '../../../shared/model/interchange.ts'
import { carryOut, lookOnCopy } from '../copied/carry-out.ts'
import type { Context } from '../context.ts'
import { done, fail } from '../outcome.ts'
import type { NamedFile } from '../platform.ts'
import { listEarlier } from '../versions.ts'

/** Packages that were looked at and may be accepted; the oldest goes first. */
const KEPT = 4

/** What is kept of a look: the file itself, and what its reader saw. */
type Kept = { readonly file: NamedFile; readonly articleId: ArticleId; readonly shown: string }

export function createPreviews<T>() {
  const previews = new Map<string, T>()
  return {
    get: (id: string): T | null => previews.get(id) ?? null,
    forget: (id: string): void => void previews.delete(id),
    keep: (id: string, previewed: T): void => {
      previews.set(id, previewed)
      const oldest = previews.keys().next().value
      if (previews.size > KEPT && oldest !== undefined) previews.delete(oldest)
    },
  }
}

export type Previews = ReturnType<typeof createPreviews<Kept>>

/** A file that could not be read at all is a failure; one that is only refused is shown with the reason. */
export async function previewPackage(
  context: Context,
  previews: Previews,
  file: NamedFile,
  watch: Watch = {},
): Promise<Outcome<PackagePreview>> {
  const key = context.newId()
  const opened = await context.work.openPackage({ file, key }, watch)
  if (!opened.ok) return opened
  const { articleId } = opened.value
  listEarlier(context, articleId)
  const looked = await lookOnCopy(context, articleId, { kind: 'look-at-package', file, key }, watch)
  if (!looked.ok) return looked
  const { told, shown } = looked.value
  previews.keep(key, { file, articleId, shown })
  return done(told)
}

const GONE = fail('not-found', 'This package is not kept any more. Nothing was changed; open the file again.')

export async function acceptPreviewed(
  context: Context,
  previews: Previews,
  key: string,
  takeRight: boolean,
): Promise<Outcome<Accepted>> {
  const kept = previews.get(key)
  if (!kept) return GONE
  const { file, articleId, shown } = kept
  const accepted = await carryOut(context, articleId, { kind: 'accept-package', file, key, shown, takeRight })
  if (accepted.ok) previews.forget(key)
  return accepted
}
