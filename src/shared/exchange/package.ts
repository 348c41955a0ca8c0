import { z } from 'zod'
import { sha256 } from '../model/approval.ts'
import { instant } from '../model/article.ts'
import { articleId, libraryId, versionId } from '../model/ids.ts'
import { keptOriginal } from '../model/original.ts'
import type { KeptOriginal } from '../model/original.ts'
import { person } from '../model/person.ts'
import { audience } from '../model/review.ts'
import type { SavedVersion } from '../model/version.ts'
import { reviewContent } from './review-content.ts'
import type { ReviewContent } from './review-content.ts'

/** What a `.stet` package holds, as values; how they lie in the file is docs/package-format.md and main/package. */

/** The format that is written here. A reader knows every format whose `readableBy` is not above its own. */
export const PACKAGE_FORMAT = 2

export const PACKAGE_PURPOSES = ['hand-over', 'marks', 'copy'] as const

/** The last link of one chain, by which a chain that was cut short is missed. */
const chainHead = z.object({ origin: z.string().max(64), seq: z.number().int().min(1), hash: sha256 })
export type ChainHead = z.infer<typeof chainHead>

export const packageManifest = z.object({
  format: z.number().int().min(1),
  /** The oldest format whose readers can read it. */
  readableBy: z.number().int().min(1),
  /** Version of the Stet that wrote it. */
  app: z.string().min(1).max(40),
  packageId: z.string().min(1).max(64),
  articleId,
  audience,
  purpose: z.enum(PACKAGE_PURPOSES),
  /** The library that made it; without a name where the package names nobody. */
  from: z.object({ id: libraryId, name: z.string().max(80) }),
  /** The person who made it, by name; empty where the package names nobody. */
  by: z.string().max(200),
  at: instant,
  /** The saved version that the review stands on; null where no versions are in it. */
  head: versionId.nullable(),
  logHeads: z.array(chainHead).readonly(),
  signOffHeads: z.array(chainHead).readonly(),
  /** Of all that is in it, whatever the layout of the file (main/package/digest.ts). */
  digest: sha256,
})
export type PackageManifest = z.infer<typeof packageManifest>

/** Somebody who is named in the review. Roles stay at home: a package gives nobody a right. */
export const packagePerson = person.omit({ roles: true, deskRoles: true, outside: true })
export type PackagePerson = z.infer<typeof packagePerson>

/** The rows of a saved version: the content without its document. */
export const versionRows = reviewContent.omit({ document: true })
export type VersionRows = z.infer<typeof versionRows>

export type PackageVersion = {
  readonly version: SavedVersion
  /** ProseMirror JSON as text. */
  readonly document: string
  /** `VersionRows` as JSON text; null where they were not kept. */
  readonly content: string | null
}

/** As pages and Word files can show them (`Picture` of model/interchange.ts). */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type PackagePicture = { readonly type: (typeof PICTURE_TYPES)[number]; readonly bytes: Uint8Array }

/** A Word file that the article was made from, or that came back to it. */
export const packageOriginal = keptOriginal
export type PackageOriginal = KeptOriginal & { readonly bytes: Uint8Array }

type Held = {
  readonly review: ReviewContent
  readonly people: readonly PackagePerson[]
  /** In an order in which parents come before what was made from them. */
  readonly versions: readonly PackageVersion[]
  /** Of the text, by the SHA-256 of their bytes. */
  readonly pictures: ReadonlyMap<string, PackagePicture>
  /** Of the sources, by the SHA-256 of their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** In the order of their hashes. */
  readonly originals: readonly PackageOriginal[]
}

/** As it was read: everything in it is checked. */
export type PackageContent = Held & { readonly manifest: PackageManifest }

/** What the writer works out by itself. */
type Computed = 'format' | 'readableBy' | 'logHeads' | 'signOffHeads' | 'digest'

/**
 * What a package is to hold: the whole review, whoever it is for. The writer leaves out what is not for the audience;
 * of the people it takes those who are named.
 */
export type PackageRequest = Held & { readonly manifest: Omit<PackageManifest, Computed> }

export type ReadPackageRequest = { readonly name: string; readonly bytes: Uint8Array }

export type ReadPackage = {
  readonly content: PackageContent
  /** Written by a newer Stet in a form that can be read here, but not be worked on. */
  readonly isNewer: boolean
  /** What a newer package holds that is unknown here, in words. */
  readonly ignored: readonly string[]
}
