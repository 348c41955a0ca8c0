import type { Claim, ClaimSource } from '../model/claim.ts'
import type { Demand, Rule, RuleBook, RuleResult, SourceTest, Way } from '../model/rule.ts'
import type { Source } from '../model/source.ts'
import { listed } from './words.ts'

/** A source as it stands at one claim: the claim may point to a place of its own in it. */
type Attached = { readonly source: Source; readonly link: ClaimSource }

function attachedTo(claim: Claim, sources: readonly Source[]): readonly Attached[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return claim.sources.flatMap((link) => {
    const source = byId.get(link.sourceId)
    return source ? [{ source, link }] : []
  })
}

/** Grade E is guidance: no rule ever counts it. */
function counting(attached: readonly Attached[]): readonly Attached[] {
  return attached.filter(({ source }) => source.grade !== 'E')
}

function isFilled({ source, link }: Attached, field: NonNullable<SourceTest['filled']>[number]): boolean {
  if (field === 'locator') return source.locator.trim() !== '' || link.locator.trim() !== ''
  return source[field].trim() !== ''
}

function passes(attached: Attached, test: SourceTest): boolean {
  const { source } = attached
  if (test.grades && !test.grades.includes(source.grade)) return false
  if (test.kinds && !test.kinds.includes(source.kind)) return false
  if (test.records && !test.records.includes(source.onRecord)) return false
  if (test.direct !== undefined && test.direct !== source.directKnowledge) return false
  if (test.attested !== undefined && test.attested !== (source.attestation !== null)) return false
  return (test.filled ?? []).every((field) => isFilled(attached, field))
}

/**
 * Two sources are independent only when their origins differ, whatever the case and the spaces. A source that
 * names no origin is its own.
 */
function originOf({ source }: Attached): string {
  const folded = source.origin.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return folded === '' ? `source ${source.id}` : `origin ${folded}`
}

function claimHas(claim: Claim, field: NonNullable<Way['claim']>[number]): boolean {
  const { details } = claim
  if (field === 'opinion-labelled') return claim.status === 'opinion-labelled'
  if (field === 'wordForWord') return details.wordForWord
  if (field === 'parties') return details.parties.length > 0
  return details[field].trim() !== ''
}

type Support = { readonly met: boolean; readonly dependent: readonly Attached[] }

/** Whether enough sources pass; `dependent` are those that would be enough, had they not one origin. */
function supports(way: Way, attached: readonly Attached[]): Support {
  if (!way.test && !way.oneOf && way.count === undefined) return { met: true, dependent: [] }
  const test = way.test ?? {}
  const passing = attached.filter((one) => passes(one, test))
  const wanted = way.count ?? 1
  const origins = new Set(passing.map(originOf)).size
  const { oneOf } = way
  const special = !oneOf || passing.some((one) => passes(one, oneOf))
  const dependent = special && origins < wanted && passing.length >= wanted ? passing : []
  return { met: special && origins >= wanted, dependent }
}

type WayResult = Support

function tryWay(way: Way, claim: Claim, attached: readonly Attached[]): WayResult {
  const support = supports(way, attached)
  const said = (way.claim ?? []).every((field) => claimHas(claim, field))
  const { each } = way
  const all = !each || attached.filter((one) => passes(one, each.of)).every((one) => passes(one, each.must))
  return { met: support.met && said && all, dependent: said && all ? support.dependent : [] }
}

/** Names the sources that count as one: "“A” and “B” share one origin, “the wire”, and count once." */
function explainDependence(dependent: readonly Attached[]): string {
  const groups = [...Map.groupBy(dependent, originOf).values()].filter((group) => group.length > 1)
  return groups
    .map((group) => {
      const titles = listed(group.map(({ source }) => `“${source.title}”`))
      return ` ${titles} share one origin, “${group[0]?.source.origin.trim()}”, and count once.`
    })
    .join('')
}

function explainGuidance(all: readonly Attached[]): string {
  const guidance = all.filter(({ source }) => source.grade === 'E').map(({ source }) => `“${source.title}”`)
  if (guidance.length === 0) return ''
  return ` ${listed(guidance)}: grade E, guidance only and never support.`
}

type DemandResult = { readonly met: boolean; readonly why: string; readonly remedy: string }

function tryDemand(demand: Demand, claim: Claim, all: readonly Attached[]): DemandResult {
  const attached = counting(all)
  const results = demand.anyOf.map((way) => tryWay(way, claim, attached))
  if (results.some((result) => result.met)) return { met: true, why: demand.met, remedy: '' }
  const dependent = results.find((result) => result.dependent.length > 0)?.dependent ?? []
  const asksSources = demand.anyOf.some((way) => way.test ?? way.oneOf ?? way.count)
  const why = demand.unmet + explainDependence(dependent) + (asksSources ? explainGuidance(all) : '')
  return { met: false, why, remedy: demand.remedy }
}

function applies(rule: Rule, claim: Claim, all: readonly Attached[]): boolean {
  const { kinds, risks, withSource } = rule.applies
  if (kinds && !kinds.includes(claim.kind)) return false
  if (risks && !risks.includes(claim.risk)) return false
  return !withSource || counting(all).some((one) => passes(one, withSource))
}

/** The rules that bear on a claim now. A claim that was cut stands nowhere, so none does. */
export function rulesFor(claim: Claim, sources: readonly Source[], book: RuleBook): readonly Rule[] {
  if (claim.status === 'cut') return []
  const all = attachedTo(claim, sources)
  return book.rules.filter((rule) => applies(rule, claim, all))
}

function judge(rule: Rule, claim: Claim, all: readonly Attached[]): RuleResult {
  const demands = rule.demands.map((demand) => tryDemand(demand, claim, all))
  const unmet = demands.filter((demand) => !demand.met)
  const told = unmet.length > 0 ? unmet : demands
  return {
    rule: rule.id,
    title: rule.title,
    state: unmet.length > 0 ? 'unmet' : 'met',
    why: told.map((demand) => demand.why).join(' '),
    remedy: unmet.map((demand) => demand.remedy).join(' '),
    waivedBy: rule.waivedBy,
    waiverId: null,
  }
}

/**
 * What every rule that bears on the claim says of it, in the order of the book: met or unmet, why, and what
 * would meet it. `sources` are those of the article; only the attached ones are looked at.
 */
export function evaluateClaim(
  claim: Claim,
  sources: readonly Source[],
  book: RuleBook,
): readonly RuleResult[] {
  const all = attachedTo(claim, sources)
  return rulesFor(claim, sources, book).map((rule) => judge(rule, claim, all))
}
