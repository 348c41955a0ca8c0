import { foldWords } from '../fold-words.ts'
import { isVerifiedAs } from '../model/claim-status.ts'
import type { Way } from '../model/rule-parts.ts'
import { isStale, originOf } from './claim-case.ts'
import type { Attached, ClaimCase } from './claim-case.ts'
import { isSo } from './test-claim.ts'
import { passes } from './test-source.ts'

type Support = { readonly met: boolean; readonly dependent: readonly Attached[] }

/** Whether enough sources pass; `dependent` are those that would be enough, had they not one origin. */
function supports(one: ClaimCase, way: Way): Support {
  if (!way.test && !way.oneOf && way.count === undefined) return { met: true, dependent: [] }
  const test = way.test ?? {}
  const passing = one.support.filter((attached) => passes(one, attached, test))
  const wanted = way.count ?? 1
  const origins = new Set(passing.map(originOf)).size
  const { oneOf } = way
  const special = !oneOf || passing.some((attached) => passes(one, attached, oneOf))
  const dependent = special && origins < wanted && passing.length >= wanted ? passing : []
  return { met: special && origins >= wanted, dependent }
}

/** Sources that ought to pass `must` and do not. */
export function failing(one: ClaimCase, { each }: Way): readonly Attached[] {
  if (!each) return []
  return one.support.filter((attached) => passes(one, attached, each.of) && !passes(one, attached, each.must))
}

/** Parties of the claim for which the way's reply record is missing. */
export function unheard({ claim, evidence }: ClaimCase, { replies }: Way): readonly string[] {
  if (!replies) return []
  const { outcomes } = replies
  const put = evidence.replies.filter((reply) => reply.claimIds.includes(claim.id))
  return claim.details.parties.filter((party) => {
    const asked = put.filter((reply) => foldWords(reply.party) === foldWords(party))
    if (!outcomes) return asked.length === 0
    return asked.length > 0 && !asked.some((reply) => outcomes.includes(reply.outcome))
  })
}

function isConsulted({ claim, evidence }: ClaimCase, { consulted }: Way): boolean {
  if (!consulted) return true
  return evidence.consultations.some(
    ({ as, claimIds }) => consulted.as.includes(as) && (claimIds.length === 0 || claimIds.includes(claim.id)),
  )
}

/** The claim that this one repeats, or this one itself, stands verified where the way asks for it. */
function isBorneInBody({ claim, evidence }: ClaimCase, { bodyClaim }: Way): boolean {
  if (!bodyClaim) return true
  const { bodyClaimId } = claim.details
  const named = bodyClaimId === null ? undefined : evidence.claim(bodyClaimId)
  return [claim, ...(named ? [named] : [])].some((candidate) => {
    const entry = evidence.entry(candidate.id)
    const stands = bodyClaim.places.some((style) => entry?.styles.includes(style) === true)
    return stands && isVerifiedAs(candidate.status) && !isStale(candidate, entry)
  })
}

export function tryWay(one: ClaimCase, way: Way): Support {
  const support = supports(one, way)
  const said =
    (!way.claim || isSo(one, way.claim)) &&
    unheard(one, way).length === 0 &&
    isConsulted(one, way) &&
    isBorneInBody(one, way) &&
    failing(one, way).length === 0
  return { met: support.met && said, dependent: said ? support.dependent : [] }
}
