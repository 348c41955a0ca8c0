import type { Picture } from '../../shared/model/interchange.ts'
import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.ts'
import { bareWebp } from './bare-webp.ts'
import { readPictureHeader } from './header.ts'

const READERS: Readonly<Record<Picture['type'], (data: Buffer) => readonly Buffer[] | null>> = {
  'image/png': barePng,
  'image/jpeg': bareJpeg,
  'image/webp': bareWebp,
  'image/gif': () => null,
}

function piecesOf(bytes: Uint8Array): { readonly data: Buffer; readonly pieces: readonly Buffer[] } | null {
  const header = readPictureHeader(bytes)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = header && READERS[header.type](data)
  return pieces ? { data, pieces } : null
}

/** Whether nothing can be taken from it. */
export function isKeptWhole(bytes: Uint8Array): boolean {
  return piecesOf(bytes) === null
}

/**
 * A picture without what it tells beside its pixels: camera, place, time, names, words, earlier and smaller pictures.
 * Pixels are neither read nor written anew, and it stays the way up it is. The same bytes for a GIF, for any other
 * format, and for what cannot be read; and for a picture that tells nothing.
 */
export function withoutTellings(bytes: Uint8Array): Uint8Array {
  const read = piecesOf(bytes)
  if (!read) return bytes
  const bare = new Uint8Array(Buffer.concat(read.pieces))
  return read.data.equals(bare) ? bytes : bare
}
