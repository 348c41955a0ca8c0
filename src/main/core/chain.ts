import type { SignOff } from '../../shared/model/approval.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { LogEvent } from '../../shared/model/review.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { sha256 } from './hash.ts'

/** What the first record of a chain names as the one before it. */
export const NO_PREVIOUS = '0'.repeat(64)

/** The kind of the log event that goes with every signature, so that a signature cut off at the end is missed. */
export const SIGNED = 'approval.sign'

export type Said = Pick<LogEvent, 'origin' | 'at' | 'personId' | 'kind' | 'summary' | 'root'>

function hashEvent(articleId: ArticleId, event: Omit<LogEvent, 'hash'>): string {
  const { origin, seq, at, personId, kind, summary, root, previous } = event
  const said = { articleId, seq, at, personId, kind, summary, previous }
  // Events from before libraries had an identity were hashed without it.
  return sha256(canonicalJson(origin === '' ? said : { ...said, origin, root }))
}

/** Chains what was said to the event before it. */
export function sealEvent(articleId: ArticleId, last: LogEvent | null, said: Said): LogEvent {
  const event = { ...said, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? NO_PREVIOUS }
  return { ...event, hash: hashEvent(articleId, event) }
}

/** Members of a signature that came later: where they say nothing they are left out, so that older records hold. */
function laterMembers({ origin, versionId, scope, waivers, until, returnTo }: Omit<SignOff, 'hash'>) {
  return {
    origin: origin === '' ? undefined : origin,
    versionId: versionId ?? undefined,
    scope: scope ?? undefined,
    waivers: waivers.length === 0 ? undefined : waivers,
    until: until ?? undefined,
    returnTo: returnTo ?? undefined,
  }
}

function hashSignOff(signOff: Omit<SignOff, 'hash'> & { readonly hash?: string }): string {
  return sha256(canonicalJson({ ...signOff, ...laterMembers(signOff), hash: undefined }))
}

/** Chains a signature to the one before it of the same article and origin. */
export function sealSignOff(
  last: SignOff | undefined,
  signed: Omit<SignOff, 'seq' | 'previous' | 'hash'>,
): SignOff {
  const signOff = { ...signed, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? NO_PREVIOUS }
  return { ...signOff, hash: hashSignOff(signOff) }
}

type Link = { readonly seq: number; readonly previous: string; readonly hash: string }

/** In words, every link of one chain that does not hold. `name` tells what a link is called by its number. */
function brokenLinks<T extends Link>(
  name: (seq: number) => string,
  links: readonly T[],
  hashOf: (link: T) => string,
): readonly string[] {
  const broken: string[] = []
  let last = { seq: 0, hash: NO_PREVIOUS }
  for (const link of links) {
    for (let seq = last.seq + 1; seq < link.seq; seq += 1) broken.push(`${name(seq)} is missing.`)
    const isNext = link.seq === last.seq + 1
    if (isNext && link.previous !== last.hash)
      broken.push(`${name(link.seq)} does not follow the one before it.`)
    else if (link.hash !== hashOf(link)) broken.push(`${name(link.seq)} was changed after it was written.`)
    last = link
  }
  return broken
}

/** How a link is called: numbers are told apart by who wrote them. `here`: the library that looks. */
export function nameOfLink(what: string, origin: string, here: string): (seq: number) => string {
  const whose = origin === here ? '' : origin === '' ? ' of the older record' : ' of another desk'
  return (seq) => `${what} ${seq}${whose}`
}

export function brokenEvents(
  articleId: ArticleId,
  events: readonly LogEvent[],
  here: string,
): readonly string[] {
  const chains = Map.groupBy(events, ({ origin }) => origin)
  return [...chains].flatMap(([origin, chain]) =>
    brokenLinks(nameOfLink('Log event', origin, here), chain, (event) => hashEvent(articleId, event)),
  )
}

export function brokenSignOffs(signOffs: readonly SignOff[], here: string): readonly string[] {
  const chains = Map.groupBy(signOffs, ({ origin }) => origin)
  return [...chains].flatMap(([origin, chain]) =>
    brokenLinks(nameOfLink('Signature', origin, here), chain, hashSignOff),
  )
}
