import type { Args } from '../../shared/contract.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Returned } from '../../shared/model/import-report.ts'
import { count, listed } from '../../shared/rules/words.ts'
import type { Desk } from './desk.ts'
import { RefusedError } from './headless-editor.ts'

/** Word files that were made here, edited elsewhere, and come back. */

function words(brings: Returned): string {
  const told: readonly (readonly [number, string, string])[] = [
    [brings.changes, 'change', 'changes'],
    [brings.comments, 'comment', 'comments'],
    [brings.replies, 'reply', 'replies'],
    [brings.accepted, 'change accepted', 'changes accepted'],
    [brings.rejected, 'change rejected', 'changes rejected'],
    [brings.resolved, 'comment resolved or opened again', 'comments resolved or opened again'],
  ]
  const some = told.flatMap(([amount, one, many]) => (amount > 0 ? [count(amount, one, many)] : []))
  return some.length === 0 ? 'It brings nothing new.' : `It brings ${listed(some)}.`
}

/** Looked at first, as in a window: what cannot be brought back is refused with the reason. Answers id and name. */
export async function bringBack(
  desk: Desk,
  articleId: ArticleId,
  file: Pick<Args<'returns.preview'>, 'name' | 'bytes'>,
): Promise<{ readonly articleId: string; readonly name: string; readonly words: readonly string[] }> {
  const preview = await desk.call('returns.preview', { ...file, articleId })
  if (preview.refusal !== null) throw new RefusedError(preview.refusal)
  const { conflicts } = await desk.call('returns.accept', { previewId: preview.previewId })
  return {
    articleId,
    name: preview.slug || preview.headline,
    words: [
      words(preview.brings),
      ...(conflicts === 0 ? [] : [`${count(conflicts, 'conflict is', 'conflicts are')} to be settled (B7).`]),
      ...preview.warnings.map(({ message }) => message),
    ],
  }
}
