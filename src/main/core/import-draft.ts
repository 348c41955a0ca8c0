import type { Outcome, Result } from '../../shared/contract.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { Watch } from '../../shared/model/interchange.ts'
import type { Context } from './context.ts'
import { carryOut } from './copied/carry-out.ts'
import type { Beside } from './copied/copy-acts.ts'
import type { NamedFile } from './platform.ts'

/** Reads a draft and puts it on the desk as a new article; its rows are made in the worker, too. */
export async function importDraft(
  context: Context,
  file: NamedFile,
  beside: Beside = {},
  watch: Watch = {},
): Promise<Outcome<Result<'articles.import'>>> {
  const outside = context.store.people.list().filter((one) => one.outside)
  const known = Object.fromEntries(outside.map((one) => [one.name, one.id satisfies PersonId]))
  const read = await context.work.importDraft({ ...file, outside: known }, watch)
  if (!read.ok) return read
  const articleId = context.newId() as ArticleId
  return carryOut(context, articleId, { kind: 'store-draft', file, draft: read.value, beside }, watch)
}
