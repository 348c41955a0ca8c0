import type { ImageAttrs } from '../../../shared/document/attributes.ts'
import type { Picture, Pictures } from '../../../shared/model/interchange.ts'
import type { Part } from '../../opc/write.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { drawnSize } from '../../pictures/size.ts'
import type { PartRelations } from './relations.ts'

const ENDINGS: Readonly<Record<Picture['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** English Metric Units in a CSS pixel. */
const UNITS = 9525
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** The pictures of a file: each is one part, however often it is shown. */
export type Media = {
  /** A w:drawing in the line of the text. */
  drawing(image: ImageAttrs, relations: PartRelations): Xml
  parts(): readonly Part[]
  /** Endings and content types of the parts. */
  types(): ReadonlyMap<string, string>
}

/** `above`: the largest numbers that pictures and drawings of the file have. */
export function createMedia(images: Pictures, above = { pictures: 0, drawings: 0 }): Media {
  const names = new Map<string, { readonly name: string; readonly picture: Picture }>()
  let drawn = above.drawings
  const nameOf = (blob: string, picture: Picture): string => {
    const name = `media/image${above.pictures + names.size + 1}.${ENDINGS[picture.type]}`
    const known = names.get(blob) ?? { name, picture }
    names.set(blob, known)
    return known.name
  }
  return {
    drawing(image, relations) {
      const picture = images.get(image.blob)
      const header = picture && readPictureHeader(picture.bytes)
      if (!picture || !header) throw new RangeError('A picture without bytes cannot be drawn')
      drawn += 1
      const id = relations.picture(nameOf(image.blob, picture))
      const { width, height } = drawnSize(image, header)
      return inlineDrawing(drawn, id, image.alt, width * UNITS, height * UNITS)
    },
    parts: () =>
      [...names.values()].map(({ name, picture }) => ({ name: `word/${name}`, data: picture.bytes })),
    types: () => new Map([...names.values()].map(({ picture: { type } }) => [ENDINGS[type], type])),
  }
}

function inlineDrawing(number: number, relation: string, alt: string, cx: number, cy: number): Xml {
  const name = `Picture ${number}`
  const graphic = tag(
    'pic:pic',
    {},
    tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id: number, name, descr: alt }), '<pic:cNvPicPr/>'),
    tag('pic:blipFill', {}, tag('a:blip', { 'r:embed': relation }), '<a:stretch><a:fillRect/></a:stretch>'),
    tag(
      'pic:spPr',
      {},
      tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', { cx, cy })),
      tag('a:prstGeom', { prst: 'rect' }, '<a:avLst/>'),
    ),
  )
  return tag(
    'w:drawing',
    {},
    tag(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      tag('wp:extent', { cx, cy }),
      tag('wp:docPr', { id: number, name, descr: alt }),
      tag('wp:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noChangeAspect: 1 })),
      tag('a:graphic', {}, tag('a:graphicData', { uri: PICTURE }, graphic)),
    ),
  )
}
