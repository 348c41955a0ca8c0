import type { PreservedKind } from '../../../shared/document/word-attributes.ts'
import { attribute, elements, sliceOf } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { schema } from '../../../shared/document/schema.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Reading } from './context.ts'
import { place } from './inline.ts'
import type { Inline } from './inline.ts'
import { cutText, keptText } from './kept-text.ts'
import { readPicture } from './pictures.ts'
import { keptElement, placeKept } from './preserved.ts'

/** English Metric Units in a CSS pixel. */
const UNITS = 9525

export type Drawing = {
  /** Relation ids of the pictures. */
  readonly pictures: (string | undefined)[]
  readonly boxes: XmlElement[]
  readonly kinds: Set<PreservedKind>
  alt: string
  width: number | null
  height: number | null
  floats: boolean
  /** Shapes that are more than a picture in the line. */
  drawn: boolean
}

const NAMED: ReadonlyMap<string, PreservedKind> = new Map([
  ['w:object', 'object'],
  ['w:control', 'object'],
  ['o:OLEObject', 'object'],
  ['c:chart', 'chart'],
  ['cx:chart', 'chart'],
  ['dgm:relIds', 'diagram'],
])

/**
 * A w:drawing, w:pict, w:object, or an mc:AlternateContent with one. A picture that stands in the line is one of ours;
 * anything else is kept as it is.
 */
export function readDrawing(
  element: XmlElement,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const drawing = lookAt(element)
  const { pictures, boxes, kinds, floats, drawn } = drawing
  const isPlain = pictures.length === 1 && boxes.length === 0 && kinds.size === 0 && !floats && !drawn
  const image = isPlain ? readPicture(pictures[0], drawing, reading) : null
  if (!image) {
    const kept = keptElement(element, { kind: kindOf(drawing), text: textOf(drawing), place: 'run' }, reading)
    return placeKept(kept, properties, around, inline, reading)
  }
  reading.payloads.keepPicture(image, {
    xml: sliceOf(reading.text, element),
    place: 'run',
    part: reading.part,
    comments: [],
  })
  place((marks) => [schema.nodes.image.create(image, null, [...marks])], properties, around, inline, reading)
}

function kindOf({ kinds, boxes, pictures, drawn }: Drawing): PreservedKind {
  const [kind] = kinds
  if (kind) return kind
  if (boxes.length > 0) return 'textbox'
  return pictures.length > 0 && !drawn ? 'picture' : 'shape'
}

function textOf({ boxes, alt }: Drawing): string {
  const words = boxes.map(keptText).filter((one) => one !== '')
  return cutText(words.length > 0 ? words.join('\n') : alt)
}

/** Whether something in a run is a drawing, or stands for one. */
export function isDrawing(element: XmlElement): boolean {
  if (element.name !== 'mc:AlternateContent') return /^w:(drawing|pict|object)$/.test(element.name)
  return elements(element).some((branch) => elements(branch).some(isDrawing))
}

function lookAt(element: XmlElement): Drawing {
  const drawing: Drawing = {
    pictures: [],
    boxes: [],
    kinds: new Set(),
    alt: '',
    width: null,
    height: null,
    floats: false,
    drawn: false,
  }
  search({ ...element, name: '', children: [element] }, drawing)
  return drawing
}

function search(parent: XmlElement, drawing: Drawing): void {
  for (const inner of elements(parent)) {
    const kind = NAMED.get(inner.name)
    if (kind) drawing.kinds.add(kind)
    switch (inner.name) {
      case 'w:txbxContent':
        if (keptText(inner) !== '') drawing.boxes.push(inner)
        continue
      case 'mc:AlternateContent':
        search(chosenBranch(inner) ?? inner, drawing)
        continue
      case 'wp:anchor':
        drawing.floats = true
        break
      case 'wp:extent':
        drawing.width ??= pixels(attribute(inner, 'cx'))
        drawing.height ??= pixels(attribute(inner, 'cy'))
        break
      case 'wp:docPr':
        drawing.alt ||= attribute(inner, 'descr') ?? attribute(inner, 'title') ?? ''
        break
      case 'v:shape':
        drawing.alt ||= attribute(inner, 'alt') ?? ''
        drawing.floats ||= /position\s*:\s*(absolute|relative)/i.test(attribute(inner, 'style') ?? '')
        break
      case 'a:blip':
        drawing.pictures.push(attribute(inner, 'r:embed'))
        break
      case 'v:imagedata':
        drawing.pictures.push(attribute(inner, 'r:id'))
        break
      case 'a:blipFill':
      case 'wps:wsp':
      case 'wpg:wgp':
      case 'wpc:wpc':
        // A picture that fills a shape, or is one of a group, is not the only thing there.
        drawing.drawn = true
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
