import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import type { ExportRequest, Pictures } from '../../../shared/model/interchange.ts'
import { PRESERVED_NOUNS } from '../../../shared/names.ts'
import { withoutTellings } from '../../pictures/bare.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { drawnSize } from '../../pictures/size.ts'
import { cutPieces } from './pieces.ts'
import type { Styler } from './pieces.ts'

/** Adds to a look what a picture or a note shows. */
export type ObjectStyler = (look: Styler) => Styler

export type PictureFile = { readonly path: string; readonly bytes: Uint8Array }
export type Objects = {
  readonly styled: ObjectStyler
  /** The pictures that were met, under the names by which the pieces call them. */
  readonly files: () => readonly PictureFile[]
}

/** A photograph is put into a PDF byte for byte; for readers outside it tells nothing beside its pixels. */
export function picturesFor({
  images = new Map(),
  audience,
}: Pick<ExportRequest, 'images' | 'audience'>): Pictures {
  if (audience !== 'external') return images
  return new Map(
    [...images].map(([name, picture]) => [name, { ...picture, bytes: withoutTellings(picture.bytes) }]),
  )
}

/**
 * `images`: those that may be drawn; for any other its alternative text is printed. `chips`: what is kept as a Word
 * file has it is told from the text; in a clean copy its words are words.
 */
export function createObjects(images: Pictures, chips: boolean): Objects {
  const names = new Map<string, PictureFile>()
  const fileOf = (blob: string, bytes: Uint8Array, type: string): string => {
    const path = `/pictures/${names.size + 1}.${type.slice('image/'.length)}`
    const known = names.get(blob) ?? { path, bytes }
    names.set(blob, known)
    return known.path
  }
  const styled: ObjectStyler = (look) => (segment) => {
    const { object } = segment
    const own = look(segment)
    if (!object) return own
    if (object.kind === 'footnote') {
      const note = object.paragraphs.map((paragraph) => cutPieces(paragraph.segments, [], styled(look)))
      return { ...own, note, ...(object.endnote ? { endnote: '' } : {}) }
    }
    if (object.kind === 'preserved') {
      const chip = chips ? chipWords(object.preserved) : ''
      return { ...own, ...(chip === '' ? {} : { chip }), text: keptWords(object.preserved) }
    }
    const picture = images.get(object.blob)
    const header = picture && readPictureHeader(picture.bytes)
    if (!picture || !header) return { ...own, text: missingWords(object.alt) }
    const file = fileOf(object.blob, picture.bytes, picture.type)
    return { ...own, picture: { file, ...onPage(drawnSize(object, header)), alt: object.alt } }
  }
  return { styled, files: () => [...names.values()] }
}

/** The measures of the text on a page, in CSS pixels. */
const WIDEST = 540
const HIGHEST = 720

/** Not larger than a page, in the same shape. */
function onPage({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return { width: width * scale, height: height * scale }
}

/** What stands in the place of a picture whose bytes are not there. */
export function missingWords(alt: string): string {
  return alt === '' ? '[picture]' : `[picture: ${alt}]`
}

/** Before the words of what is kept, what it is; nothing where that is all there is to say. */
export function chipWords({ kind, text }: PreservedAttrs): string {
  return text === '' ? '' : PRESERVED_NOUNS[kind][0]
}

/** What is printed of something that is kept as a Word file has it: its words, else what it is. */
export function keptWords({ kind, text }: PreservedAttrs): string {
  if (text !== '') return text
  return kind === 'other' ? '[object]' : `[${PRESERVED_NOUNS[kind][0]}]`
}
