import type { PdfFile } from './file.ts'
import { isDictionary, isReference, name, reference, text } from './objects.ts'
import type { PdfDictionary, PdfValue } from './objects.ts'
import { pagesOf } from './pages.ts'
import { NotPdf } from './parse.ts'

/** Where links within a file lead. */
export type Goal = {
  /** From 0. */
  readonly page: number
  /** Points from the foot of the page: what a reader shows at the top of its window. */
  readonly top: number
  /** What is told of a link to whoever cannot see it: "Claim 7". */
  readonly words: string
  /** Points that the link reaches to the right of its words. */
  readonly wider: number
}

/** The typesetter takes links that begin so for addresses elsewhere, and needs not know where they lead. */
const WITHIN = 'stet:'

/** Gives links to places of this file their goals, by the name behind `stet:`. Throws NotPdf for one without. */
export function leadLinks(file: PdfFile, goals: ReadonlyMap<string, Goal>): void {
  const pages = pagesOf(file)
  for (const page of pages) {
    for (const link of linksOn(file, page)) {
      const entry = file.dictionary(link)
      const to = nameIn(entry)
      if (to === null) continue
      const goal = goals.get(to)
      const target = goal && pages[goal.page]
      if (goal === undefined || target === undefined) throw new NotPdf(`Nothing is known of “${to}”.`)
      entry.entries.delete('A')
      entry.entries.set('Dest', [reference(target), name('XYZ'), null, goal.top, null])
      entry.entries.set('Contents', text(goal.words))
      if (goal.wider > 0) entry.entries.set('Rect', widened(entry.entries.get('Rect'), goal.wider))
      file.put(link, entry)
    }
  }
}

function linksOn(file: PdfFile, page: number): readonly number[] {
  const present = file.dictionary(page).entries.get('Annots')
  const list = isReference(present) ? file.get(present.number) : present
  return Array.isArray(list) ? list.filter(isReference).map(({ number }) => number) : []
}

function nameIn({ entries }: PdfDictionary): string | null {
  const action = entries.get('A') ?? null
  const address = isDictionary(action) ? action.entries.get('URI') : null
  if (typeof address !== 'object' || address === null || !('bytes' in address)) return null
  return address.bytes.startsWith(WITHIN) ? address.bytes.slice(WITHIN.length) : null
}

function widened(rect: PdfValue | undefined, by: number): PdfValue {
  if (!Array.isArray(rect)) throw new NotPdf('A link has no place.')
  return rect.map((side, index) => (index === 2 && typeof side === 'number' ? side + by : side))
}
