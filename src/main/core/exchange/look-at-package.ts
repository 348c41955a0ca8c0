import type { Outcome, PackagePreview } from '../../../shared/contract.ts'
import type { ReadPackage } from '../../../shared/exchange/package.ts'
import type { ReviewContext } from '../context.ts'
import { done } from '../outcome.ts'
import type { Looked } from './looked.ts'
import { planAcceptance } from './plan.ts'
import type { Plan } from './plan.ts'
import { shownOf } from './shown.ts'
import { textOf } from './text-of-plan.ts'

type Read = { readonly name: string; readonly read: ReadPackage }

function tell(previewId: string, { name, read }: Read, plan: Plan): PackagePreview {
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

type LookedAt = { readonly told: PackagePreview; readonly shown: string; readonly looked: Looked }

/** What taking it in would do. A package that is refused is shown with the reason. */
export function lookAtPackage(context: ReviewContext, previewId: string, read: Read): Outcome<LookedAt> {
  const planned = planAcceptance(context, read.read)
  if (!planned.ok) return planned
  const plan = planned.value
  return done({ told: tell(previewId, read, plan), shown: shownOf(plan), looked: plan.looked })
}
