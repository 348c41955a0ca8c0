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
  return approval ? store.versions.signed(articleId, approval.textHash) : null
}
