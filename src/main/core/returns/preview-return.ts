import type { Outcome, Result } from '../../../shared/contract.ts'
import { groupChanges } from '../../../shared/document/index/change-groups.ts'
import type { ChangeGroup } from '../../../shared/document/index/change-groups.ts'
import { countChanges } from '../../../shared/document/index/count-changes.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReturnedFile } from '../../../shared/model/interchange.ts'
import type { StoredArticle } from '../../store/articles.ts'
import { noArticle } from '../act.ts'
import type { ReviewContext } from '../context.ts'
import { planAcceptance } from '../exchange/plan.ts'
import type { Plan } from '../exchange/plan.ts'
import type { Previewed } from '../exchange/previewed.ts'
import { shownOf } from '../exchange/shown.ts'
import { done, fail } from '../outcome.ts'
import { listEarlier } from '../versions.ts'
import { readableReports } from '../visible.ts'
import { asPackage, distanceOf, editorsOf, passOf } from './pass-of.ts'
import type { Pass } from './pass-of.ts'
import { warningsOf } from './return-warnings.ts'
import { findSentCopy, laterCopies } from './sent-copy.ts'

type Preview = Result<'returns.preview'>
type Brings = Preview['brings']

/** What was looked at, and is told. */
export type PreviewedReturn = Required<Previewed> & {
  readonly plan: Plan
  readonly pass: Pass
  readonly brings: Brings
}

const LOCKED =
  'This article is approved and locked, so no other work can be brought into it. Nothing was changed; re-open the ' +
  'article with a reason, and bring the file back then.'

/** Changes that are told one by one. */
const TOLD = 50

const NOTHING: Brings = {
  changes: 0,
  comments: 0,
  replies: 0,
  resolved: 0,
  accepted: 0,
  rejected: 0,
  untracked: 0,
}

function bringsOf({ review: { brought, talk, woven, accepted, rejected } }: Pass): Brings {
  // A deletion and what takes its place are decided as one.
  const untracked = countChanges(brought.filter(({ id }) => woven.untracked.has(id)))
  const { replies, resolved, added } = talk
  return {
    changes: countChanges(brought),
    comments: added.size,
    replies,
    resolved,
    accepted,
    rejected,
    untracked,
  }
}

function peopleOf({ review: { brought, talk, content }, people }: Pass): Preview['people'] {
  const added = content.threads.filter(({ id }) => talk.added.has(id))
  const authors = added.map(({ messages }) => messages[0]?.authorId ?? '')
  const ids = new Set<string>([...brought.map(({ author }) => author), ...authors])
  return [...ids].map((id) => ({
    name: people.nameOf(id),
    isNew: people.isNew(id),
    changes: countChanges(brought.filter(({ author }) => author === id)),
    comments: authors.filter((author) => author === id).length,
  }))
}

function toldChange(nameOf: (id: string) => string) {
  return ({ kind, members }: ChangeGroup): Preview['changes'][number] => ({
    by: [...new Set(members.map(({ author }) => nameOf(author)))].join(', '),
    deleted: members
      .map(({ deleted }) => deleted)
      .join('')
      .slice(0, 300),
    inserted: members
      .map(({ inserted }) => inserted)
      .join('')
      .slice(0, 300),
    what: members.find(({ description }) => description !== '')?.description ?? kind,
  })
}

function tell(
  previewId: string,
  { pass, plan, brings, name, report }: PreviewedReturn,
  article: StoredArticle,
): Preview {
  const { review, people, from } = pass
  const isNew = plan.relation !== 'nothing-new'
  const changes = groupChanges(review.brought).slice(0, TOLD).map(toldChange(people.nameOf))
  return {
    previewId,
    name,
    articleId: article.id,
    headline: article.headline,
    slug: article.slug,
    knownBy: from.knownBy,
    version: { name: from.version.name, at: from.version.at },
    people: isNew ? peopleOf(pass) : [],
    untrackedAs: brings.untracked > 0 ? people.nameOf(people.them) : '',
    brings,
    changes: isNew ? changes : [],
    conflicts: plan.inWords,
    refusal: plan.refusal,
    warnings: report.warnings,
  }
}

/** Of what was sent, and what came back of it before, the one that the file goes on from with the fewest steps. */
function nearestPass(context: ReviewContext, articleId: ArticleId, file: ReturnedFile): Outcome<Pass> {
  const found = findSentCopy(context.store, articleId, file)
  if (!found.ok) return found
  const passes = [found.value, ...laterCopies(context.store, found.value)].map((from) =>
    passOf(context, { ...from, knownBy: found.value.knownBy }, file),
  )
  const here = passes.find(({ version }) => context.store.versions.get(articleId, version.id) !== null)
  const [nearest] = here ? [here] : passes.toSorted((a, b) => distanceOf(a) - distanceOf(b))
  return nearest ? done(nearest) : fail('refused', 'There is nothing that this file could be a copy of.')
}

function refusalOf(article: StoredArticle, plan: Plan): string | null {
  if (plan.relation === 'nothing-new') return null
  if (article.readOnly !== '') return article.readOnly
  return article.locked ? LOCKED : plan.refusal
}

/** What bringing the file back would do, without storing anything. */
export function previewReturn(
  context: ReviewContext,
  articleId: ArticleId,
  file: ReturnedFile,
): Outcome<{ readonly previewed: PreviewedReturn; readonly told: (previewId: string) => Preview }> {
  const article = context.store.articles.get(articleId)
  if (!article) return noArticle()
  listEarlier(context, articleId)
  const nearest = nearestPass(context, articleId, file)
  if (!nearest.ok) return nearest
  const pass = nearest.value
  const read = asPackage(context, pass)
  const planned = planAcceptance(context, read)
  if (!planned.ok) return planned
  const plan = { ...planned.value, refusal: refusalOf(article, planned.value) }
  const brings = plan.relation === 'nothing-new' ? NOTHING : bringsOf(pass)
  const words = `Brought back “${file.name}”, a Word copy of ${pass.from.version.name}, edited by ${editorsOf(pass)}.`
  const audience = pass.from.sent.audience === 'legal' ? ('legal' as const) : ('desk' as const)
  const known = new Set(
    readableReports(context, articleId).flatMap((one) => one.warnings.map(({ message }) => message)),
  )
  const isNew = plan.relation !== 'nothing-new'
  const warnings = isNew ? [...warningsOf(pass, brings, (one) => known.has(one)), ...plan.warnings] : []
  const report = { name: file.name, cameIn: file.cameIn, warnings, brought: brings, audience }
  const seen = { plan, shown: shownOf(plan), looked: plan.looked }
  const previewed = { name: file.name, read, ...seen, words, pass, brings, report }
  return done({ previewed, told: (previewId) => tell(previewId, previewed, article) })
}
