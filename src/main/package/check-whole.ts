import type { PackageManifest, PackagePerson } from '../../shared/exchange/package.ts'
import type { ReviewContent } from '../../shared/exchange/review-content.ts'
import type { KeptOriginal } from '../../shared/model/original.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { SIGNED, brokenEvents, brokenSignOffs } from '../core/chain.ts'
import { LIMITS } from './limits.ts'
import { headsOf } from './manifest.ts'
import { peopleIn } from './people-in-rows.ts'
import type { ReadBlobs } from './read-blobs.ts'
import type { ReadDocument } from './read-documents.ts'
import type { ReadVersion } from './read-versions.ts'
import { damaged, tampered, tooLarge } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** The parts of a package, each right by itself. */
export type Parts = {
  readonly manifest: PackageManifest
  readonly rows: Omit<ReviewContent, 'document'>
  readonly text: ReadDocument
  readonly people: readonly PackagePerson[]
  readonly originals: readonly KeptOriginal[]
  readonly versions: readonly ReadVersion[]
  readonly blobs: ReadBlobs
}

/** Whether they belong together; null when they do. */
export function refuseWhole(parts: Parts): Refusal | null {
  for (const check of [
    refuseAmounts,
    refuseArticle,
    refusePeople,
    refuseReferences,
    refuseBlobs,
    refuseChains,
  ]) {
    const refused = check(parts)
    if (refused) return refused
  }
  return null
}

function refuseAmounts({ rows, people }: Parts): Refusal | null {
  const messages = rows.threads.reduce((sum, thread) => sum + thread.messages.length, 0)
  const amounts: readonly (readonly [string, number, number])[] = [
    ['changes', rows.changes.length, LIMITS.changes],
    ['messages', messages, LIMITS.messages],
    ['claims', rows.claims.length, LIMITS.claims],
    ['sources', rows.sources.length, LIMITS.sources],
    ['people', people.length, LIMITS.people],
  ]
  const over = amounts.find(([, amount, most]) => amount > most)
  return over ? tooLarge(`it holds ${over[1]} ${over[0]}, and ${over[2]} is the most`) : null
}

function refuseArticle({ manifest, rows, versions }: Parts): Refusal | null {
  const { articleId, head } = manifest
  const ids = [
    rows.article.id,
    ...rows.signOffs.map((one) => one.articleId),
    ...versions.flatMap(({ version, rows: kept }) => [
      version.articleId,
      ...(kept === null ? [] : [kept.article.id, ...kept.signOffs.map((one) => one.articleId)]),
    ]),
  ]
  if (ids.some((id) => id !== articleId)) return tampered('a part of it belongs to another article')
  if (head === null ? versions.length > 0 : !versions.some(({ version }) => version.id === head)) {
    return damaged('the saved version that it stands on is missing')
  }
  return null
}

function refusePeople({ rows, text, people, versions }: Parts): Refusal | null {
  const there = new Set<string>(people.map(({ id }) => id))
  if (there.size !== people.length) return damaged('a person is in it twice')
  const named = [
    peopleIn(rows),
    text.authors,
    ...versions.flatMap((one) => [
      one.text.authors,
      one.rows === null ? [] : peopleIn(one.rows),
      one.version.personId === null ? [] : [one.version.personId],
    ]),
  ]
  const isMissing = named.some((ids) => [...ids].some((id) => !there.has(id)))
  return isMissing ? damaged('somebody whom it names is missing') : null
}

/** What points to a row of the same review. */
function refuseReferences({ rows, versions }: Parts): Refusal | null {
  for (const one of [rows, ...versions.flatMap(({ rows: kept }) => (kept === null ? [] : [kept]))]) {
    const claims = new Set<string>(one.claims.map(({ id }) => id))
    const sources = new Set<string>(one.sources.map(({ id }) => id))
    const ofClaims = one.claims.flatMap((claim) => claim.sources.map(({ sourceId }) => sourceId))
    if (ofClaims.some((id) => !sources.has(id))) return damaged('a source of a claim is missing')
    const toClaims = [
      ...one.waivers.map(({ claimId }) => claimId),
      ...one.threads.flatMap(({ target }) => (target.kind === 'claim' ? [target.claimId] : [])),
    ]
    if (toClaims.some((id) => !claims.has(id))) return damaged('a claim that it speaks of is missing')
  }
  return null
}

function refuseBlobs({ rows, text, versions, originals, blobs }: Parts): Refusal | null {
  const pictures = [text.pictures, ...versions.map((one) => one.text.pictures)]
  if (pictures.some((names) => [...names].some((name) => !blobs.pictures.has(name)))) {
    return damaged('a picture of the text is missing')
  }
  const wanted = rows.sources.flatMap(({ file }) => (file === null ? [] : [file]))
  const isMissing = wanted.some(({ sha256, size }) => blobs.files.get(sha256)?.byteLength !== size)
  if (isMissing) return damaged('a file of a source is missing')
  const isLost =
    originals.length !== blobs.originals.size || originals.some((one) => !blobs.originals.has(one.sha256))
  return isLost ? damaged('a Word file that is kept with it is missing') : null
}

/** What the log says of a signature's hash (main/core/signing.ts). */
const TOLD_HASH = /record ([0-9a-f]{64})/

/** The numbers come first: the chains are followed from one to the next. */
function refuseChains({ manifest, rows }: Parts): Refusal | null {
  const { articleId, from } = manifest
  if (hasGap(rows.log)) return tampered('a log event is missing')
  if (hasGap(rows.signOffs)) return tampered('a signature is missing')
  const [broken] = [...brokenEvents(articleId, rows.log, from.id), ...brokenSignOffs(rows.signOffs, from.id)]
  if (broken !== undefined) return tampered(broken.replace(/\.$/, '').toLowerCase())
  const signatures = new Set(rows.signOffs.map(({ hash }) => hash))
  const told = rows.log.flatMap(({ kind, summary }) =>
    kind === SIGNED ? (TOLD_HASH.exec(summary)?.slice(1) ?? []) : [],
  )
  if (told.some((hash) => !signatures.has(hash)))
    return tampered('a signature that its log tells of is missing')
  const isCut =
    canonicalJson(headsOf(rows.log)) !== canonicalJson(manifest.logHeads) ||
    canonicalJson(headsOf(rows.signOffs)) !== canonicalJson(manifest.signOffHeads)
  return isCut ? tampered('the end of its log, or of its signatures, is missing') : null
}

/** Links came in the order of their names, and so of their numbers. */
function hasGap(links: readonly { readonly origin: string; readonly seq: number }[]): boolean {
  const last = new Map<string, number>()
  return links.some(({ origin, seq }) => {
    const isNext = seq === (last.get(origin) ?? 0) + 1
    last.set(origin, seq)
    return !isNext
  })
}
