import type { Node } from 'prosemirror-model'
import { withPictures } from '../../../shared/document/pictures.ts'
import type { ExportRequest, Pictures } from '../../../shared/model/interchange.ts'
import { sha256 } from '../../core/hash.ts'
import { withoutTellings } from '../../pictures/bare.ts'

/** The pictures of a file, and how a text and its copy call the same one the same. */
export type FilePictures = { readonly images: Pictures; readonly named: (doc: Node) => Node }

/**
 * For readers outside, pictures tell nothing beside their pixels, and so have other names when the file is read back.
 * Two that differ in nothing else are one then.
 */
export function filePictures({
  images = new Map(),
  audience,
}: Pick<ExportRequest, 'images' | 'audience'>): FilePictures {
  if (audience !== 'external') return { images, named: (doc) => doc }
  const names = new Map<string, string>()
  const bare = new Map(
    [...images].map(([name, picture]) => {
      const bytes = withoutTellings(picture.bytes)
      const outside = sha256(bytes)
      const same = names.get(outside) ?? name
      names.set(outside, same)
      names.set(name, same)
      return [name, { ...picture, bytes }]
    }),
  )
  return { images: bare, named: (doc) => withPictures(doc, (name) => names.get(name) ?? name) }
}
