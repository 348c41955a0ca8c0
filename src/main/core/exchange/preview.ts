import type { Outcome, PackagePreview } from '../../../shared/contract.ts'
import type { Context } from '../context.ts'
import { done, fail } from '../outcome.ts'
import type { NamedFile } from '../platform.ts'
import { planAcceptance } from './plan.ts'
import type { Previewed } from './previewed.ts'
import { textOf } from './text-of-plan.ts'

/** Packages that were looked at and may be accepted; the oldest goes first. */
const KEPT = 4

export function createPreviews() {
  const previews = new Map<string, Previewed>()
  return {
    get: (id: string): Previewed | null => previews.get(id) ?? null,
    forget: (id: string): void => void previews.delete(id),
    keep: (id: string, previewed: Previewed): void => {
      previews.set(id, previewed)
      const oldest = previews.keys().next().value
      if (previews.size > KEPT && oldest !== undefined) previews.delete(oldest)
    },
  }
}

export type Previews = ReturnType<typeof createPreviews>

function tell(previewId: string, { name, read, plan }: Previewed): PackagePreview {
  const { manifest } = read.content
  return {
    previewId,
    name,
    articleId: manifest.articleId,
    headline: textOf(plan).index.headline.slice(0, 500),
    slug: plan.content.article.slug,
    from: manifest.from,
    by: manifest.by,
    at: manifest.at,
    audience: manifest.audience,
    purpose: manifest.purpose,
    relation: plan.relation,
    brings: plan.brings,
    conflicts: plan.inWords,
    rightOffered: plan.rightOffered,
    refusal: plan.refusal,
    warnings: plan.warnings,
  }
}

/** A file that could not be read at all is a failure; one that is only refused is shown with the reason. */
export async function previewPackage(
  context: Context,
  previews: Previews,
  file: NamedFile,
): Promise<Outcome<PackagePreview>> {
  const read = await context.work.readPackage(file)
  if (!read.ok) return read
  const plan = planAcceptance(context, read.value)
  if (!plan.ok) return plan
  const previewed = { name: file.name, read: read.value, plan: plan.value }
  const previewId = context.newId()
  previews.keep(previewId, previewed)
  return done(tell(previewId, previewed))
}

export const GONE = fail(
  'not-found',
  'This package is not kept any more. Nothing was changed; open the file again.',
)
