import type { ImageAttrs } from '../../../shared/document/attributes.ts'
import { sha256 } from '../../core/hash.ts'
import { PICTURE_BYTES, PICTURE_PIXELS } from '../../opc/limits.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { settledSize } from '../../pictures/size.ts'
import type { Reading } from './context.ts'

/** How a picture is drawn; sizes are CSS pixels. */
type Drawn = { readonly alt: string; readonly width: number | null; readonly height: number | null }

/** The picture that a relation names; null where there is none that Stet can show. */
export function readPicture(id: string | undefined, drawing: Drawn, reading: Reading): ImageAttrs | null {
  const { warnings } = reading
  const relation = reading.relations.get(id ?? '')
  const bytes = relation && !relation.external ? reading.pack.part(relation.target) : undefined
  const header = bytes && readPictureHeader(bytes)
  if (!bytes || !header) {
    warnings.add(
      'picture',
      'Pictures that lie elsewhere, or of a kind that Stet cannot show, are kept unseen.',
    )
    return null
  }
  if (bytes.length > PICTURE_BYTES || header.width * header.height > PICTURE_PIXELS) {
    warnings.add('picture', 'A picture of more than 20 MB or 100 million pixels is kept unseen.')
    return null
  }
  const blob = sha256(bytes)
  reading.images.set(blob, { type: header.type, bytes })
  return { blob, alt: drawing.alt.slice(0, 2000).toWellFormed(), ...settledSize(drawing, header) }
}
