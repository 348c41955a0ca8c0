import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { Watch } from '../../../shared/model/interchange.ts'
import { noArticle } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { carryOut, lookOnCopy } from '../copied/carry-out.ts'
import type { CopyActs } from '../copied/copy-acts.ts'
import { createPreviews } from '../exchange/preview.ts'
import { done, fail } from '../outcome.ts'
import { pickFiles } from '../pick-files.ts'
import type { NamedFile } from '../platform.ts'
import { isWordFile } from '../originals.ts'
import { listEarlier } from '../versions.ts'

const GONE = fail('not-found', 'This file is not kept any more. Nothing was changed; choose it again.')

const NO_WORD_FILE =
  'Only Word files (.docx) can be brought back into a review. Nothing was changed; import other files as drafts.'

/** The article here that a file was made from; null for any other file. */
export async function recognise(
  context: Pick<Context, 'work' | 'store'>,
  file: NamedFile,
): Promise<Outcome<Result<'returns.recognise'>>> {
  if (!isWordFile(file)) return done(null)
  const origin = await context.work.recogniseReturn(file)
  // What is wrong with a file is said by whatever opens it.
  if (!origin.ok) return done(null)
  const { mark, textHash } = origin.value
  const { store } = context
  const told = mark ? store.articles.get(mark.articleId) : null
  const named = textHash === null ? [] : store.versions.articlesOfText(textHash)
  const article = told ?? (named.length === 1 && named[0] ? store.articles.get(named[0]) : null)
  return done(article ? { articleId: article.id, headline: article.headline, slug: article.slug } : null)
}

async function openDialog(context: Context): Promise<Outcome<Result<'returns.openDialog'>>> {
  const picked = await pickFiles(context)
  if (!picked.ok) return picked
  const [file, ...others] = picked.value
  if (others.length > 0) {
    return fail('refused', 'Word files are brought back one at a time. Nothing was changed; choose one file.')
  }
  return done(file ?? null)
}

/** A file that was looked at and may be brought back, and what its reader saw. */
type Kept = CopyActs['look-at-return']['value'] & { readonly file: NamedFile }
type Previews = ReturnType<typeof createPreviews<Kept>>

async function preview(
  context: Context,
  previews: Previews,
  { articleId, name, bytes }: ParsedArgs<'returns.preview'>,
  watch: Watch,
): Promise<Outcome<Result<'returns.preview'>>> {
  const file = { name, bytes }
  if (!isWordFile(file)) return fail('refused', NO_WORD_FILE)
  if (!context.store.articles.get(articleId)) return noArticle()
  listEarlier(context, articleId)
  const key = context.newId()
  const looked = await lookOnCopy(context, articleId, { kind: 'look-at-return', file, key }, watch)
  if (!looked.ok) return looked
  previews.keep(key, { file, ...looked.value })
  return done(looked.value.told)
}

async function accept(
  context: Context,
  previews: Previews,
  key: string,
): Promise<Outcome<Result<'returns.accept'>>> {
  const previewed = previews.get(key)
  if (!previewed) return GONE
  const { file, told, shown } = previewed
  if (told.refusal !== null) return fail('refused', told.refusal)
  const act = { kind: 'accept-return', file, key, shown } as const
  const accepted = await carryOut(context, told.articleId, act)
  if (!accepted.ok) return accepted
  previews.forget(key)
  const { articleId, conflicts } = accepted.value
  return done({ articleId, ...previewed.accepted, conflicts })
}

/** Word files that were made here, edited elsewhere, and come back. */
export function returnHandlers(context: Context): HandlersOf<'returns'> {
  const previews: Previews = createPreviews()
  return {
    'returns.recognise': (file) => recognise(context, file),
    'returns.openDialog': () => openDialog(context),
    'returns.preview': (args) =>
      context.jobs.run(args.job, `Reading “${args.name}”`, (watch) =>
        preview(context, previews, args, watch),
      ),
    'returns.accept': ({ previewId }) => accept(context, previews, previewId),
  }
}
