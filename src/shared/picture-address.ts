/** Where a window asks its host for the bytes of a picture, by the SHA-256 that the text names it by. */
export function pictureAddress(blob: string): string {
  return `/blob/${blob}`
}

/** The picture that an address asks for; null for any other address. */
export function pictureAt(path: string): string | null {
  return /^\/blob\/([0-9a-f]{64})$/.exec(path)?.[1] ?? null
}

/** Bytes of one picture at most. */
export const MAX_PICTURE = 20 * 1024 * 1024
