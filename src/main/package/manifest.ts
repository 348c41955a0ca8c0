import { z } from 'zod'
import type { Outcome } from '../../shared/contract.ts'
import { PACKAGE_FORMAT, packageManifest } from '../../shared/exchange/package.ts'
import type { ChainHead, PackageManifest, PackageRequest } from '../../shared/exchange/package.ts'
import { sha256 } from '../../shared/model/approval.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { damaged, newer } from './refusal.ts'

/** The manifest as it lies in the file: each member as canonical JSON, and two keys that are the file's own. */

const stored = packageManifest.extend({
  /** For whoever opens the file with a program for databases. */
  about: z.string().max(2000),
  /** The name of the blob that is the text of the review. */
  document: sha256,
})
type Stored = z.infer<typeof stored>

/** Last links of the chains, one for each library that wrote in them. */
export function headsOf(
  links: readonly { readonly origin: string; readonly seq: number; readonly hash: string }[],
): readonly ChainHead[] {
  const heads = new Map<string, ChainHead>()
  for (const { origin, seq, hash } of links) {
    if (seq > (heads.get(origin)?.seq ?? 0)) heads.set(origin, { origin, seq, hash })
  }
  return [...heads.values()].toSorted((a, b) => (a.origin < b.origin ? -1 : 1))
}

/** Without the digest, which is of all the rest. */
export function writeManifest(
  { manifest, review }: PackageRequest,
  document: string,
): ReadonlyMap<string, string> {
  const whole: Omit<Stored, 'digest'> = {
    ...manifest,
    format: PACKAGE_FORMAT,
    readableBy: PACKAGE_FORMAT,
    logHeads: headsOf(review.log),
    signOffHeads: headsOf(review.signOffs),
    document,
    about:
      'A Stet package: the review of one article, to be opened with Stet. The format is described in ' +
      'docs/package-format.md of Stet. Nothing in this file is encrypted; changing it makes it unreadable.',
  }
  return new Map(Object.entries(whole).map(([key, value]) => [key, canonicalJson(value)]))
}

export type ReadManifest = {
  readonly manifest: PackageManifest
  readonly document: string
  readonly isNewer: boolean
  /** Keys that are unknown here. */
  readonly unknown: readonly string[]
}

const formats = z.object({ format: z.number().int().min(1), readableBy: z.number().int().min(1) })
const appName = z.string().min(1).max(40)

export function readManifest(values: ReadonlyMap<string, string>): Outcome<ReadManifest> {
  const whole = parseValues(values)
  if (whole === null) return damaged('its manifest cannot be read')
  const versions = formats.safeParse(whole)
  if (!versions.success) return damaged('its manifest names no format')
  const { format, readableBy } = versions.data
  if (readableBy > PACKAGE_FORMAT) {
    const app = appName.safeParse(whole['app'])
    return newer(app.success ? `Stet ${app.data}, format ${format}` : `format ${format}`)
  }
  const parsed = stored.safeParse(whole)
  if (!parsed.success) return damaged(`its manifest does not hold together (${issueOf(parsed.error)})`)
  const isNewer = format > PACKAGE_FORMAT
  const unknown = Object.keys(whole).filter((key) => !(key in stored.shape))
  if (unknown.length > 0 && !isNewer) return damaged('its manifest says what no manifest of its format says')
  const { about: _about, document, ...manifest } = parsed.data
  return { ok: true, value: { manifest, document, isNewer, unknown } }
}

/** A null prototype, so that a key of any name is only a key. */
function parseValues(values: ReadonlyMap<string, string>): Record<string, unknown> | null {
  const whole: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  try {
    for (const [key, value] of values) whole[key] = JSON.parse(value)
    return whole
  } catch {
    return null
  }
}

/** Where it does not fit, in few words. */
export function issueOf(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 200) : 'unknown reason'
}
