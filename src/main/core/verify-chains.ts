import type { SignOff } from '../../shared/model/approval.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { LogEvent } from '../../shared/model/review.ts'
import { HEAD, rootOf } from '../store/seal-book.ts'
import type { Seal } from '../store/seal-book.ts'
import { SIGNED, brokenEvents, brokenSignOffs, nameOfLink } from './chain.ts'

type Chains = {
  readonly articleId: ArticleId
  readonly events: readonly LogEvent[]
  readonly signOffs: readonly SignOff[]
  readonly seals: readonly Seal[]
  /** The library that looks. */
  readonly here: string
}

/** What the event that goes with a signature says of its hash. */
const TOLD_HASH = /record ([0-9a-f]{64})/

/** The chains of the log and of the signatures, each with its end, and one with the other. */
export function verifyChains(chains: Chains): readonly Finding[] {
  const { articleId, events, signOffs, here } = chains
  const inLog = [...brokenEvents(articleId, events, here), ...wrongEnd(chains)]
  const inSignOffs = [...brokenSignOffs(signOffs, here), ...untold(chains)]
  return [
    ...inLog.map((words): Finding => ({ part: 'log', words })),
    ...[...new Set(inSignOffs)].map((words): Finding => ({ part: 'signatures', words })),
  ]
}

const CUT_OFF = 'The log was cut off or rewritten: it does not end with the event that was sealed.'

/** A chain that was cut off holds in itself; its end is known beside it, and so is what the end names. */
function wrongEnd({ events, seals, here }: Chains): readonly string[] {
  const own = events.filter(({ origin }) => origin === here).toSorted((a, b) => a.seq - b.seq)
  const last = own.at(-1)
  const sealed = seals.find(({ kind, id }) => kind === HEAD && id === here)?.digest ?? null
  if (!last) return sealed === null ? [] : ['The log of this desk is missing.']
  if (sealed === null) return ['The seal of the end of the log is missing.']
  const name = nameOfLink('Log event', here, here)
  if (sealed === last.hash) return wrongRoot(last, seals)
  const place = own.findIndex(({ hash }) => hash === sealed)
  return place === -1
    ? [CUT_OFF]
    : own.slice(place + 1).map(({ seq }) => `${name(seq)} was put in outside Stet.`)
}

function wrongRoot(last: LogEvent, seals: readonly Seal[]): readonly string[] {
  return last.root === rootOf(seals)
    ? []
    : [
        `The seals of this review are not those that log event ${last.seq} names: some were changed outside Stet.`,
      ]
}

/** Each signature is told in the log of the desk that gave it, and each that is told is there. */
function untold({ events, signOffs, here }: Chains): readonly string[] {
  const told = events
    .filter(({ kind }) => kind === SIGNED)
    .map((event) => ({ event, hash: TOLD_HASH.exec(event.summary)?.[1] }))
  const toldHashes = new Set(told.map(({ hash }) => hash))
  const hashes = new Set(signOffs.map(({ hash }) => hash))
  const origins = new Set(events.map(({ origin }) => origin))
  const missing = told
    .filter(({ hash }) => hash !== undefined && !hashes.has(hash))
    .map(({ event }) => {
      const before = told.filter((one) => one.event.origin === event.origin && one.event.seq <= event.seq)
      const signature = nameOfLink('Signature', event.origin, here)(before.length)
      return `${signature} is missing: log event ${event.seq} tells of it.`
    })
  const unknown = signOffs
    .filter(({ hash, origin }) => origins.has(origin) && !toldHashes.has(hash))
    .map(
      ({ seq, origin }) =>
        `${nameOfLink('Signature', origin, here)(seq)} is not the one that the log tells of.`,
    )
  return [...missing, ...unknown]
}
