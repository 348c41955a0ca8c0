import type { ArticleId, VersionId } from '../../shared/model/ids.ts'
import { isApproving } from '../../shared/rules/slots.ts'
import type { Store } from '../store/open-store.ts'

/** The text that was approved last, whatever was done since. */
export function approvedVersion(
  store: Pick<Store, 'signOffs' | 'versions'>,
  articleId: ArticleId,
): VersionId | null {
  const approval = store.signOffs
    .list(articleId)
    .findLast((one) => one.slot === 'approval' && isApproving(one))
  if (!approval) return null
  // Records that are older than versions name none; the text that they signed was kept all the same.
  return approval.versionId ?? store.versions.signed(articleId, approval.textHash)
}
