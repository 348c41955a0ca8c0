import type { PdfFile } from './file.ts'
import { rootOf } from './identify.ts'
import { isReference } from './objects.ts'
import type { PdfValue } from './objects.ts'
import { NotPdf } from './parse.ts'

/** The objects of the pages in their order. */
export function pagesOf(file: PdfFile): readonly number[] {
  const pages = file.dictionary(rootOf(file)).entries.get('Pages')
  const found: number[] = []
  const walk = (node: PdfValue | undefined, depth: number): void => {
    if (!isReference(node) || depth > 32) throw new NotPdf('The pages of the file are not as expected.')
    const kids = file.dictionary(node.number).entries.get('Kids')
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1)
    else found.push(node.number)
  }
  walk(pages, 0)
  return found
}
