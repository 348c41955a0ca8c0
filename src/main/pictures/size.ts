import type { ImageAttrs } from '../../shared/document/attributes.ts'
import type { PictureHeader } from './header.ts'

type Size = { readonly width: number; readonly height: number }

/** Width of the text on the pages that are written: A4 with an inch of margin, in CSS pixels. */
const TEXT_WIDTH = 602

/** The size of a picture whose text gives none: its own, and never wider than the text. */
export function naturalSize({ width, height }: Size): Size {
  if (width <= TEXT_WIDTH) return { width, height }
  return { width: TEXT_WIDTH, height: Math.max(1, Math.round((height * TEXT_WIDTH) / width)) }
}

/** The size to be drawn, in CSS pixels; where one side is given the other keeps the shape. */
export function drawnSize(attrs: Pick<ImageAttrs, 'width' | 'height'>, header: PictureHeader): Size {
  const { width, height } = attrs
  if (width !== null && height !== null) return { width, height }
  const kept = (length: number, of: number, other: number) => Math.max(1, Math.round((length * other) / of))
  if (width !== null) return { width, height: kept(width, header.width, header.height) }
  if (height !== null) return { width: kept(height, header.height, header.width), height }
  return naturalSize(header)
}

/** The sizes that a text gives, as they are read again where it was drawn so: none for its own size, else both. */
export function settledSize(
  attrs: Pick<ImageAttrs, 'width' | 'height'>,
  header: PictureHeader,
): Pick<ImageAttrs, 'width' | 'height'> {
  const drawn = drawnSize(attrs, header)
  const natural = naturalSize(header)
  const isNatural = drawn.width === natural.width && drawn.height === natural.height
  return isNatural ? { width: null, height: null } : drawn
}
