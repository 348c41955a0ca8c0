import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from '../../../../src/shared/document/attributes.ts'
import { schema } from '../../../../src/shared/document/schema.ts'

const { doc, para, table, row, cell, image, footnote } = schema.nodes

function p(attrs: Partial<ParagraphAttrs>, ...inline: readonly (string | Node)[]): Node {
  return para.create(
    attrs,
    inline.map((one) => (typeof one === 'string' ? schema.text(one) : one)),
  )
}
const item = (level: number, words: string) => p({ list: { kind: 'bullet', level } }, words)
const marked = (mark: 'insertion' | 'deletion', words: string) =>
  schema.text(words, [schema.mark(mark, { id: `${mark}-mara`, author: 'mara' })])
const rows = (...words: readonly (readonly string[])[]) =>
  table.create(
    null,
    words.map((cells) =>
      row.create(
        null,
        cells.map((one) => cell.create(null, [p({}, one)])),
      ),
    ),
  )
const picture = () => image.create({ blob: '0'.repeat(64), alt: 'The quay' })
const note = () => footnote.create(null, [p({}, 'Register of boats')])

/** What monkeys get to edit; each begins with a few plain words. */
export const ARTICLES: readonly Node[] = [
  doc.create(null, [p({}, 'Eleven boats'), p({}, 'be seen'), p({}), p({}, 'at the quay')]),
  doc.create(null, [
    p({ style: 'heading1' }, 'Fees rise'),
    item(0, 'berths'),
    item(1, 'by day'),
    item(0, 'fuel'),
    p({}, 'as of May.'),
  ]),
  doc.create(null, [
    p({}, 'The fees'),
    rows(['Berth', '12'], ['Fuel', '9']),
    p({ style: 'caption' }, 'Per day'),
    p({}, 'rise.'),
  ]),
  doc.create(null, [
    p({}, 'The boats', note(), ' lie'),
    p({}, picture()),
    p({ style: 'caption' }, 'The quay'),
    p({}, 'by the quay.'),
  ]),
  doc.create(null, [
    p({}, 'Nine ', marked('deletion', 'old '), marked('insertion', 'new '), 'boats'),
    p({ paragraphMark: { deletion: { id: 'deletion-mara', author: 'mara' } } }, 'lie'),
    item(0, 'at the quay'),
    rows(['One', 'two']),
    p({}, 'and ', schema.text('more', [schema.mark('comment', { id: 'k' })]), note(), picture()),
  ]),
]
