import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { Watch } from '../../../shared/model/interchange.ts'
import type { Context, HandlersOf } from '../context.ts'
import { acceptPackage } from '../exchange/accept.ts'
import { done, fail } from '../outcome.ts'
import { pickFiles } from '../pick-files.ts'
import type { NamedFile } from '../platform.ts'
import { isWordFile } from '../originals.ts'
import { previewReturn } from '../returns/preview-return.ts'
import type { PreviewedReturn } from '../returns/preview-return.ts'

/** Files that were looked at and may be brought back; the oldest goes first. */
const KEPT = 4

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

async function preview(
  context: Context,
  previews: Map<string, PreviewedReturn>,
  { articleId, name, bytes }: ParsedArgs<'returns.preview'>,
  watch: Watch,
): Promise<Outcome<Result<'returns.preview'>>> {
  if (!isWordFile({ name })) return fail('refused', NO_WORD_FILE)
  const read = await context.work.readReturn({ name, bytes }, watch)
  if (!read.ok) return read
  const looked = previewReturn(context, articleId, read.value)
  if (!looked.ok) return looked
  const previewId = context.newId()
  previews.set(previewId, looked.value.previewed)
  const oldest = previews.keys().next().value
  if (previews.size > KEPT && oldest !== undefined) previews.delete(oldest)
  return done(looked.value.told(previewId))
}

function accept(
  context: Context,
  previews: Map<string, PreviewedReturn>,
  previewId: string,
): Outcome<Result<'returns.accept'>> {
  const previewed = previews.get(previewId)
  if (!previewed) return GONE
  const { plan, brings, report } = previewed
  if (plan.refusal !== null) return fail('refused', plan.refusal)
  const accepted = acceptPackage(context, previewed, false)
  if (!accepted.ok) return accepted
  previews.delete(previewId)
  const { articleId, conflicts } = accepted.value
  return done({ articleId, brings, cameIn: report.cameIn, conflicts, warnings: report.warnings })
}

/** Word files that were made here, edited elsewhere, and come back. */
export function returnHandlers(context: Context): HandlersOf<'returns'> {
  const previews = new Map<string, PreviewedReturn>()
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
