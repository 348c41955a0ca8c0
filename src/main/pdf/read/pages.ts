import { isDictionary } from '../objects.ts'
import type { PdfDictionary, PdfValue } from '../objects.ts'
import { NotPdf } from '../parse.ts'
import type { FinishedFile } from './finished-file.ts'

/** Deeper than any tree of pages, and more than any review comes to. */
const [DEEPEST, MOST] = [32, 100_000]

/** The pages of a file in their order, each with its own dictionary. Throws NotPdf. */
export function pagesOf(file: FinishedFile): readonly PdfDictionary[] {
  const pages: PdfDictionary[] = []
  const walk = (value: PdfValue | undefined, depth: number): void => {
    const node = file.dictionary(value)
    const kids = file.resolve(node.entries.get('Kids'))
    if (depth > DEEPEST || pages.length >= MOST)
      throw new NotPdf('The pages of the file are not as expected.')
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1)
    else if (isDictionary(file.resolve(node.entries.get('Resources')))) pages.push(node)
    else throw new NotPdf(`Page ${pages.length + 1} does not tell what it is drawn with.`)
  }
  walk(file.dictionary(file.trailer.entries.get('Root')).entries.get('Pages'), 0)
  if (pages.length === 0) throw new NotPdf('The file has no pages.')
  return pages
}
