/**
 * What a package may come to. A reader measures before it builds: counts and lengths are asked of SQLite, and nothing
 * is inflated beyond what it may be. A writer refuses what no reader would take.
 */
export const LIMITS = {
  /** Of the whole file, in bytes. */
  file: 64_000_000,
  /** Characters of one value of the manifest, and of one row. */
  manifestValue: 2_000_000,
  rowBytes: 8_000_000,
  /** Rows of every kind together. */
  rows: 400_000,
  changes: 50_000,
  messages: 50_000,
  claims: 20_000,
  sources: 20_000,
  people: 10_000,
  versions: 2000,
  blobs: 10_000,
  /** Of one document, and of the rows of one saved version, as JSON. */
  inflated: 32_000_000,
  /** Of everything in the file that is packed, together: 2,000 versions of a usual story, or 90 of a very long one. */
  inflatedTotal: 256_000_000,
  /** Of a file of a source, and of a picture. */
  attachment: 25_000_000,
  picture: 25_000_000,
  /** Of JSON that is not a document; documents are measured by `parseDocument`. */
  depth: 16,
} as const

/** How a number of bytes is said. */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
