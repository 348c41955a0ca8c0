import type { ImageAttrs } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { sha256 } from '../../core/hash.ts'
import { PICTURE_BYTES, PICTURE_PIXELS } from '../../opc/limits.ts'
import { attribute, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { naturalSize } from '../../pictures/size.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Reading } from './context.ts'
import { place } from './inline.ts'
import type { Inline } from './inline.ts'

/** English Metric Units in a CSS pixel. */
const UNITS = 9525

type Drawing = {
  readonly boxes: XmlElement[]
  /** Relation ids of the pictures. */
  readonly pictures: (string | undefined)[]
  alt: string
  width: number | null
  height: number | null
  floats: boolean
}

/** Pictures stand in the line; the paragraphs of a text box follow the paragraph that it hangs on. */
export function readDrawing(
  element: XmlElement,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const drawing: Drawing = { boxes: [], pictures: [], alt: '', width: null, height: null, floats: false }
  search(element, drawing)
  const { warnings } = reading
  for (const content of drawing.boxes) inline.boxes.push({ content, around })
  const images = drawing.pictures.flatMap((id) => readPicture(id, drawing, reading) ?? [])
  for (const image of images) {
    place(
      (marks) => [schema.nodes.image.create(image, null, [...marks])],
      properties,
      around,
      inline,
      reading,
    )
  }
  if (images.length > 0 && drawing.floats) {
    warnings.add('picture', 'Pictures that floated beside the text stand in the line now.')
  }
  if (drawing.boxes.length > 0) warnings.add('text-box', 'The text of text boxes came in as paragraphs.')
  else if (drawing.pictures.length === 0) {
    warnings.add('shape', 'Drawings and embedded objects were left out.')
  }
}

function search(parent: XmlElement, drawing: Drawing): void {
  for (const inner of elements(parent)) {
    switch (inner.name) {
      case 'w:txbxContent':
        drawing.boxes.push(inner)
        continue
      case 'mc:AlternateContent':
        search(chosenBranch(inner) ?? inner, drawing)
        continue
      case 'wp:anchor':
        drawing.floats = true
        break
      case 'wp:extent':
        drawing.width = pixels(attribute(inner, 'cx'))
        drawing.height = pixels(attribute(inner, 'cy'))
        break
      case 'wp:docPr':
        drawing.alt = attribute(inner, 'descr') ?? ''
        break
      case 'v:shape':
        drawing.alt = attribute(inner, 'alt') ?? drawing.alt
        break
      case 'a:blip':
        drawing.pictures.push(attribute(inner, 'r:embed'))
        break
      case 'v:imagedata':
        drawing.pictures.push(attribute(inner, 'r:id'))
        break
      default:
    }
    search(inner, drawing)
  }
}

function pixels(units: string | undefined): number | null {
  const size = Math.round(Number(units) / UNITS)
  return Number.isInteger(size) && size >= 1 && size <= 20_000 ? size : null
}

function readPicture(id: string | undefined, drawing: Drawing, reading: Reading): ImageAttrs | null {
  const { warnings } = reading
  const relation = reading.relations.get(id ?? '')
  const bytes = relation && !relation.external ? reading.pack.part(relation.target) : undefined
  const header = bytes && readPictureHeader(bytes)
  if (!bytes || !header) {
    warnings.add('picture', 'Pictures that lie elsewhere, or of a kind that Stet cannot show, were left out.')
    return null
  }
  if (bytes.length > PICTURE_BYTES || header.width * header.height > PICTURE_PIXELS) {
    warnings.add('picture', 'A picture of more than 20 MB or 100 million pixels was left out.')
    return null
  }
  const blob = sha256(bytes)
  reading.images.set(blob, { type: header.type, bytes })
  const natural = naturalSize(header)
  const isNatural = drawing.width === natural.width && drawing.height === natural.height
  const { width, height } = isNatural ? { width: null, height: null } : drawing
  return { blob, alt: drawing.alt.slice(0, 2000).toWellFormed(), width, height }
}
