import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Outcome } from '../../shared/contract.ts'
import type { Verified } from '../../shared/model/finding.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Watch } from '../../shared/model/interchange.ts'
import { noArticle } from './act.ts'
import type { Context } from './context.ts'
import { lookOnCopy } from './copied/carry-out.ts'
import { done, fail } from './outcome.ts'
import { withFiles } from './verify.ts'
import { verifyFile } from './verify-kept.ts'

const CANCELLED = fail('cancelled', 'This was cancelled. Nothing was changed.')

/** Checks the record of an article from the file, past every cache: its rows on a copy, its files one by one. */
export async function verifyArticle(
  context: Context,
  articleId: ArticleId,
  watch: Watch,
): Promise<Outcome<Verified>> {
  const { store } = context
  store.forget()
  const looked = await lookOnCopy(context, articleId, { kind: 'verify' }, watch)
  if (!looked.ok) return looked
  if (!looked.value) return noArticle()
  const { verified, files } = looked.value
  const found: string[] = []
  for (const [place, file] of files.entries()) {
    if (watch.signal?.aborted) return CANCELLED
    watch.progress?.({ label: 'Checking files', done: place, total: files.length })
    found.push(...verifyFile(store, articleId, file))
    // oxlint-disable-next-line no-await-in-loop -- a file may be large, and others are let in after each
    await othersFirst()
  }
  return done(withFiles(verified, found))
}
