import type { ExportRequest } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { listed } from '../../../shared/rules/words.ts'
import type { Package } from '../../opc/read.ts'
import { readContentTypes } from '../../opc/relations.ts'
import { createXmlBudget } from '../../opc/xml.ts'
import { isKeptWhole } from '../../pictures/bare.ts'
import { plural } from './words.ts'

/** `image/x-emf` is EMF to whoever put it in. */
function formatOf(type: string): string {
  return type
    .replace(/^image\/(?:x-|vnd\.)?/i, '')
    .replace(/\+xml$/i, '')
    .toUpperCase()
}

/** For readers outside: pictures from which nothing could be taken, as their formats are not known or they are broken. */
export function picturesLeft(
  pack: Package,
  { audience }: Pick<ExportRequest, 'audience'>,
): readonly Warning[] {
  if (audience !== 'external') return []
  const typeOf = readContentTypes(pack, createXmlBudget())
  const left = pack.names.filter((name) => {
    const bytes = pack.get(name)
    return /^image\//i.test(typeOf(name)) && bytes !== undefined && isKeptWhole(bytes)
  })
  if (left.length === 0) return []
  const formats = listed([...new Set(left.map((name) => formatOf(typeOf(name))))].toSorted())
  const message = `${plural(left.length, 'picture goes', 'pictures go')} out as ${left.length === 1 ? 'it is' : 'they are'} (${formats}): what such a picture tells of who made it, and where, is still in it.`
  return [{ code: 'picture-data', message }]
}
