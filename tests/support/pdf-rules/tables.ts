import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import { isReference } from '../../../src/main/pdf/objects.ts'
import type { Book, Element } from './book.ts'
import { entry, list, nameOf } from './read.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'

/** An attribute of an element, from whichever of its attribute objects says it. */
function attribute({ file }: Book, { entries }: Element, owner: string, key: string): PdfValue {
  const said = list(file, entries.entries.get('A')).find(
    (one) => nameOf(entry(file, one, 'O')) === owner && entry(file, one, key) !== null,
  )
  return entry(file, said, key)
}

function below(book: Book, element: Element): readonly Element[] {
  return element.kids.flatMap((kid) => {
    const found = isReference(kid) ? book.byNumber.get(kid.number) : undefined
    return found ? [found] : []
  })
}

/** How many columns each row of a table fills, with what reaches down into it from the rows above. */
function widthsOf(book: Book, table: Element): readonly number[] {
  const groups = below(book, table).flatMap((one) => (one.kind === 'TR' ? [[one]] : [below(book, one)]))
  return groups.flatMap((rows) => {
    // By column: in how many rows from here the cell above still stands.
    let open: number[] = []
    return rows
      .filter(({ kind }) => kind === 'TR')
      .map((row) => {
        const filled = open.map((left) => left > 0)
        const next = open.map((left) => Math.max(0, left - 1))
        let at = 0
        for (const cell of below(book, row)) {
          const span = (key: string) => Number(attribute(book, cell, 'Table', key) ?? 1)
          while (filled[at]) at += 1
          for (let column = 0; column < span('ColSpan'); column += 1, at += 1) {
            filled[at] = true
            next[at] = span('RowSpan') - 1
          }
        }
        open = next
        return filled.filter(Boolean).length
      })
  })
}

const of = ({ elements }: Book, kind: string) => elements.filter((one) => one.kind === kind)

export const TABLE_RULES: readonly Rule[] = [
  {
    name: 'table heads',
    clause: 'PDF/UA-1, 7.5',
    faults: (book) =>
      wrong(
        of(book, 'TH'),
        (one) => !['Row', 'Column', 'Both'].includes(nameOf(attribute(book, one, 'Table', 'Scope'))),
        ({ where }) => `${where} does not say what it heads.`,
      ),
  },
  {
    name: 'even rows',
    clause: 'PDF/UA-1, 7.2',
    faults: (book) =>
      wrong(
        of(book, 'Table'),
        (table) => new Set(widthsOf(book, table)).size > 1,
        ({ where }) => `${where} has rows of different widths.`,
      ),
  },
]
