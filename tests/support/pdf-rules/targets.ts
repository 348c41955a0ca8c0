import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import type { Annotation, Book } from './book.ts'
import { entry, follow, list, nameOf, textOf } from './read.ts'

/** Whether it leads to a place within the file that is there, or out of it by an address. */
export function leadsNowhere(book: Book, { entries }: Annotation): boolean {
  const { file } = book
  const action = entry(file, entries, 'A')
  const kind = nameOf(entry(file, action, 'S'))
  if (kind === 'URI') return textOf(entry(file, action, 'URI')) === ''
  if (kind !== '' && kind !== 'GoTo') return true
  const target = kind === 'GoTo' ? entry(file, action, 'D') : entry(file, entries, 'Dest')
  const place = Array.isArray(target) ? target : namedPlace(book, nameOf(target) || textOf(target))
  const [page] = list(file, isDictionary(place) ? entry(file, place, 'D') : place)
  return !isReference(page) || !book.pages.some(({ number }) => number === page.number)
}

function namedPlace({ file, catalog }: Book, name: string): PdfValue {
  if (name === '' || !catalog) return null
  const old = entry(file, entry(file, catalog, 'Dests'), name)
  if (old !== null) return old
  const search = (node: PdfValue): PdfValue => {
    const names = list(file, entry(file, node, 'Names'))
    const at = names.findIndex((one, index) => index % 2 === 0 && textOf(follow(file, one)) === name)
    if (at >= 0) return follow(file, names[at + 1])
    for (const kid of list(file, entry(file, node, 'Kids'))) {
      const found = search(follow(file, kid))
      if (found !== null) return found
    }
    return null
  }
  return search(entry(file, entry(file, catalog, 'Names'), 'Dests'))
}
