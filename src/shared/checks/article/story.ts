import type { BlockSummary } from '../summary.ts'
import type { Article, ArticleCheck, ArticleHit } from './found.ts'

/** A text of fewer words need not have everything. */
const SHORT = 120

/** At the headline, or at the first words that there are. */
function atTop({ summaries }: Article, detail?: string): readonly ArticleHit[] {
  const index = Math.max(
    summaries.findIndex(({ block }) => block.style === 'headline' && block.text.trim() !== ''),
    0,
  )
  const to = summaries[index]?.block.text.trimEnd().length ?? 0
  if (to === 0) return []
  return [
    { index, from: 0, to, replacement: null, ofWhole: true, ...(detail === undefined ? {} : { detail }) },
  ]
}

function isLong({ summaries }: Article): boolean {
  let tokens = 0
  for (const { read } of summaries) tokens += read.tokens.length
  return tokens >= SHORT
}

function without(has: (summary: BlockSummary) => boolean): ArticleCheck {
  return (article) => (isLong(article) && !article.summaries.some(has) ? atTop(article) : [])
}

export const noSource = without(
  ({ holders, hasQuotation }) => hasQuotation || holders.some(({ side }) => side !== 'nobody'),
)
export const noDate = without(({ hasDate }) => hasDate)
export const noNumber = without(({ hasNumber }) => hasNumber)
export const noName = without(({ hasName }) => hasName)

const MANY = 2

/** Everything that is attributed comes from authorities, or from one holder alone. */
export const oneSide: ArticleCheck = (article, { limit = MANY }) => {
  const said = article.summaries.flatMap(({ holders }) => holders.filter(({ side }) => side !== 'nobody'))
  if (said.length < limit) return []
  if (said.every(({ side }) => side === 'authority')) {
    return atTop(article, `All ${String(said.length)} places that say who says so name an authority.`)
  }
  const [first] = said
  if (said.length < MANY + 1 || !first || said.some(({ who }) => who !== first.who)) return []
  return atTop(article, `All ${String(said.length)} places that say who says so name “${first.who}”.`)
}
