import type { Verified } from '../../src/shared/model/finding.ts'
import type { ArticleId } from '../../src/shared/model/ids.ts'
import { verifyRecord, withFiles } from '../../src/main/core/verify.ts'
import { verifyFile } from '../../src/main/core/verify-kept.ts'

/** The check of a record without a core around it, in one go. */
export function verifyNow(parts: Parameters<typeof verifyRecord>[0], articleId: ArticleId): Verified | null {
  parts.store.forget()
  const found = verifyRecord(parts, articleId)
  if (!found) return null
  const inFiles = found.files.flatMap((file) => verifyFile(parts.store, articleId, file))
  return withFiles(found.verified, inFiles)
}
