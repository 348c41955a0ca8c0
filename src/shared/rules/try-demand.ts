import type { Demand, Placeholder } from '../model/rule.ts'
import type { Attached, ClaimCase } from './claim-case.ts'
import { originOf } from './claim-case.ts'
import { wordsFound, wordsMissing } from './test-claim.ts'
import { failing, tryWay, unheard } from './try-way.ts'
import { listed } from './words.ts'

function quoted(words: readonly string[]): string {
  return listed([...new Set(words)].map((each) => `“${each}”`))
}

function titles(attached: readonly Attached[]): string {
  return quoted(attached.map(({ source }) => source.title))
}

/** Names the sources that count as one: "“A” and “B” share one origin, “the wire”, and count once." */
function explainDependence(dependent: readonly Attached[]): string {
  const groups = [...Map.groupBy(dependent, originOf).values()].filter((group) => group.length > 1)
  return groups
    .map(
      (group) => ` ${titles(group)} share one origin, “${group[0]?.source.origin.trim()}”, and count once.`,
    )
    .join('')
}

function explainGuidance({ attached }: ClaimCase): string {
  const isOff = ({ source }: Attached) => source.onRecord === 'off-record'
  const weak = attached.filter((one) => one.source.grade === 'E' && !isOff(one))
  const off = attached.filter(isOff)
  const told = (those: readonly Attached[], what: string) =>
    those.length === 0 ? '' : ` ${titles(those)}: ${what}, guidance only and never support.`
  return told(weak, 'grade E') + told(off, 'off the record')
}

/** What the demand's own words leave open, of the first way that tells it. */
function fillIn(one: ClaimCase, { when, anyOf }: Demand): Readonly<Record<Placeholder, () => string>> {
  const contrary = () =>
    one.attached.filter(({ link }) => link.stance === 'contradicts' && link.answer.trim() === '')
  const sources = () => {
    const failed = anyOf.flatMap((way) => failing(one, way))
    return titles(failed.length > 0 || !when?.contradicted ? failed : contrary())
  }
  return {
    sources,
    parties: () => listed(anyOf.flatMap((way) => unheard(one, way))),
    words: () =>
      quoted([
        ...wordsFound(one, when?.words),
        ...anyOf.flatMap(({ claim }) => wordsFound(one, claim?.noWords)),
      ]),
    text: () => quoted(anyOf.flatMap(({ claim }) => wordsMissing(one, claim?.inText))),
  }
}

function spell(text: string, one: ClaimCase, demand: Demand): string {
  if (!text.includes('{')) return text
  const fills: Partial<Record<string, () => string>> = fillIn(one, demand)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => fills[name]?.() ?? whole)
}

export type DemandResult = { readonly met: boolean; readonly why: string; readonly remedy: string }

export function tryDemand(one: ClaimCase, demand: Demand): DemandResult {
  const results = demand.anyOf.map((way) => tryWay(one, way))
  if (results.some((result) => result.met)) {
    return { met: true, why: spell(demand.met, one, demand), remedy: '' }
  }
  const dependent = results.find((result) => result.dependent.length > 0)?.dependent ?? []
  const asksSources = demand.anyOf.some((way) => way.test ?? way.oneOf ?? way.count)
  const why =
    spell(demand.unmet, one, demand) +
    explainDependence(dependent) +
    (asksSources ? explainGuidance(one) : '')
  return { met: false, why, remedy: spell(demand.remedy, one, demand) }
}
