import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import type { Tracking } from '../../../../../src/shared/document/attributes.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { movePlaces, placesBetween, rangesOf } from '../../../../../src/shared/document/index/index-places.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { claim, comment, deleted, document, inserted, p } from '../../../../support/document.ts'

describe('the index of a document', () => {
  test('a deletion directly followed by an insertion of the same author is one group', () => {
    const index = indexDocument(
      document(p(deleted('a', 'A', 'd'), inserted('b', 'A', 'i'), ' ', deleted('c', 'A', 'e')), 'x'),
    )
    expect(index.changes.map(({ id, kind, groupId }) => [id, kind, groupId])).toEqual([
      ['d', 'deletion', 'd'],
      ['i', 'insertion', 'd'],
      ['e', 'deletion', 'e'],
    ])
    const others = indexDocument(document(p(deleted('a', 'A', 'd'), inserted('b', 'B', 'i'))))
    expect(others.changes.map((change) => change.groupId)).toEqual(['d', 'i'])
  })

  test('a deletion that ends with a ¶ is followed by what begins the next paragraph', () => {
    const deletion = { id: 'd', author: 'A' }
    const index = indexDocument(
      document(p({ paragraphMark: { deletion } }, deleted('a', 'A', 'd')), p(inserted('b', 'A', 'i'))),
    )
    expect(index.changes).toMatchObject([
      { id: 'd', kind: 'deletion', deleted: 'a\n', groupId: 'd' },
      { id: 'i', kind: 'insertion', groupId: 'd' },
    ])
    expect(rangesOf(index, 'change', 'd')).toEqual([{ from: 1, to: 3 }])
    expect(index.changeCount).toBe(1)
  })

  test('a table with another layout, after a changed ¶ of the same change, is a place of its own', () => {
    const insertion = { id: 'm', author: 'A' }
    const { table, row, cell } = schema.nodes
    const layoutChange = { ...insertion, before: null }
    const cells = [row.create(null, [cell.create(null, [p('a')])])]
    const doc = document(p({ paragraphMark: { insertion } }), table.create({ layoutChange }, cells), '')
    const index = indexDocument(doc)
    const places = [
      { from: 1, to: 2 },
      { from: 3, to: 10 },
    ]
    expect(rangesOf(index, 'change', 'm')).toEqual(places)
    expect(placesBetween(index, 'change', 0, doc.content.size)).toEqual(
      places.map((place) => ({ id: 'm', ...place })),
    )
  })

  test('words are counted as the final text has them, over a deleted ¶ too', () => {
    const deletion = { id: 'd', author: 'A' }
    const index = indexDocument(
      document(
        p({ paragraphMark: { deletion } }, 'one two', deleted(' three', 'A', 'd')),
        'some — four.',
        '',
      ),
    )
    expect(index.words).toBe(3)
    expect(indexDocument(document('')).words).toBe(0)
  })

  test('headline and byline are the first paragraphs of their style', () => {
    const index = indexDocument(
      document(
        p({ style: 'headline' }, 'Council ', deleted('won’t', 'A'), inserted('will', 'A'), ' pay'),
        p({ style: 'byline' }, 'By Ines Calloway'),
        p({ style: 'headline' }, 'Second'),
      ),
    )
    expect([index.headline, index.byline]).toEqual(['Council will pay', 'By Ines Calloway'])
  })

  test('the words of an anchor: its places in text order, without what is deleted', () => {
    const index = indexDocument(
      document(
        p(claim('one', '1'), deleted(' gone ', 'A'), claim('two', '1'), ' not ', claim('three', '1')),
        p(claim('four', '1'), comment('x', 'c')),
      ),
    )
    expect(index.claims.get('1')?.words).toBe('onetwo … three four')
    expect(index.claims.get('1')?.places).toBe(4)
    expect([...index.comments.keys()]).toEqual(['c'])
  })

  test('the styles of the paragraphs in which an anchor has words, each once', () => {
    const gone = { id: 'd', author: 'A' }
    const doc = document(
      p({ style: 'headline' }, claim('head', '1'), ' ', claim('only', '2')),
      p(claim('body', '1')),
      p({ style: 'quote' }, claim(deleted('gone', 'A'), '1'), claim('kept', '3')),
      p(claim('body', '1')),
      table(row({ deletion: gone }, cell(null, p({ style: 'caption' }, claim('x', '3')))), plain()),
      'end',
    )
    const styles = (id: string) => indexDocument(doc).claims.get(id)?.styles
    expect([styles('1'), styles('2'), styles('3')]).toEqual([['headline', 'body'], ['headline'], ['quote']])
  })

  test('an entry says the same as long as its styles do', () => {
    const before = indexDocument(document(p(claim('words', '1')), 'end'))
    const [first] = [...before.claims.values()]
    const same = indexDocument(document(p(claim('words', '1')), 'other'), before)
    const other = indexDocument(document(p({ style: 'caption' }, claim('words', '1')), 'other'), same)
    expect(same.claims.get('1')).toBe(first)
    expect(other.claims.get('1')?.styles).toEqual(['caption'])
  })
})

function cell(tracking: Tracking | null, ...paragraphs: readonly Node[]): Node {
  return schema.nodes.cell.create({ tracking }, paragraphs)
}
function row(tracking: Tracking | null, ...cells: readonly Node[]): Node {
  return schema.nodes.row.create({ tracking }, cells)
}
function table(...rows: readonly Node[]): Node {
  return schema.nodes.table.create(null, rows)
}
const plain = () => row(null, cell(null, p('old words')), cell(null, p('there')))

describe('tables, footnotes and pictures', () => {
  const insertion = { id: 'i', author: 'A' }
  const deletion = { id: 'd', author: 'A' }
  const descriptions = (...tables: readonly Node[]) =>
    indexDocument(document(...tables, 'end')).changes.map(({ kind, description }) => [kind, description])

  test('rows, columns, cells and tables that came or went are named', () => {
    const came = (words: string) =>
      row({ insertion }, cell(null, p(inserted(words, 'A', 'i'))), cell(null, p()))
    expect(descriptions(table(plain(), came('new')))).toEqual([['cells', 'row inserted']])
    expect(
      descriptions(table(plain(), row({ deletion }, cell(null, p())), row({ deletion }, cell(null, p())))),
    ).toEqual([['cells', '2 rows deleted']])
    expect(descriptions(table(came('a'), came('b')))).toEqual([['cells', 'table inserted']])
    const wide = () => row(null, cell(null, p('x')), cell({ insertion }, p()))
    expect(descriptions(table(wide(), wide()))).toEqual([['cells', 'column inserted']])
    expect(descriptions(table(wide(), plain()))).toEqual([['cells', 'cell inserted']])
  })

  test('a row that came reads line by line, and is one range', () => {
    const doc = document(
      table(
        plain(),
        row({ insertion }, cell(null, p(inserted('a', 'A', 'i'))), cell(null, p(inserted('b', 'A', 'i')))),
      ),
      'end',
    )
    const index = indexDocument(doc)
    expect(index.changes).toMatchObject([{ kind: 'cells', inserted: 'a\nb\n', deleted: '' }])
    const [range] = rangesOf(index, 'change', 'i')
    expect(range && doc.slice(range.from, range.to).content.firstChild?.type.name).toBe('row')
  })

  test('a deletion of text and of a table is a deletion', () => {
    const gone = row({ deletion }, cell(null, p(deleted('x', 'A', 'd'))))
    expect(descriptions(p(deleted('words', 'A', 'd')), table(gone))).toEqual([['deletion', '']])
  })

  test('words of cells and footnotes count, those that went do not', () => {
    const note = schema.nodes.footnote.create(null, p('three more words'))
    const gone = note.mark([schema.mark('deletion', deletion)])
    const doc = document(
      p('one', [note], [gone]),
      table(plain(), row({ deletion }, cell(null, p('not these')), cell(null, p()))),
      'end',
    )
    expect(indexDocument(doc).words).toBe(1 + 3 + 3 + 1)
  })

  test('words run on where a ¶ is deleted before a table, which stands apart', () => {
    const doc = document(p({ paragraphMark: { deletion } }, 'ferr'), table(plain()), 'ies sail')
    expect(indexDocument(doc).words).toBe(2 + 3)
  })

  test('changes and comments in a footnote or a cell are listed where they stand', () => {
    const note = schema.nodes.footnote.create(
      null,
      p('see ', inserted('page 4', 'A', 'in-note'), comment('now', 'n')),
    )
    const doc = document(
      p('text', [note]),
      table(row(null, cell(null, p(deleted('x', 'A', 'in-cell'))), cell(null, p(comment('y', 'c'))))),
      'end',
    )
    const index = indexDocument(doc)
    expect(index.changes.map(({ id }) => id)).toEqual(['in-note', 'in-cell'])
    expect([...index.comments.values()].map(({ id, words }) => [id, words])).toEqual([
      ['n', 'now'],
      ['c', 'y'],
    ])
    const [range] = rangesOf(index, 'change', 'in-note')
    expect(range && doc.textBetween(range.from, range.to)).toBe('page 4')
  })

  test('a footnote and a picture read by their words, and once', () => {
    const mark = schema.mark('insertion', insertion)
    const note = schema.nodes.footnote.create(null, p(inserted('as filed', 'A', 'i')), [mark])
    const image = schema.nodes.image.create({ blob: '0'.repeat(64), alt: 'two boats' }, null, [
      schema.mark('deletion', deletion),
      schema.mark('comment', { id: 'k' }),
    ])
    const index = indexDocument(document(p('text', [note], [image])))
    expect(index.changes).toMatchObject([
      { id: 'i', inserted: '[footnote: as filed]' },
      { id: 'd', deleted: '[image: two boats]' },
    ])
    expect(index.comments.get('k')?.words).toBe('')
  })

  test('the two sides of a move are one change, which knows where each is', () => {
    const move = { id: 'm', author: 'A', move: 'm' }
    const doc = document(
      p({ paragraphMark: { deletion: move } }, schema.text('moved', [schema.mark('deletion', move)])),
      'between',
      p({ paragraphMark: { insertion: move } }, schema.text('moved', [schema.mark('insertion', move)])),
      'end',
    )
    const index = indexDocument(doc)
    expect(index.changes).toMatchObject([
      { id: 'm', kind: 'move', inserted: 'moved\n', deleted: 'moved\n', groupId: 'm' },
    ])
    expect(movePlaces(index, 'm')).toEqual({ old: [{ from: 1, to: 7 }], new: [{ from: 17, to: 23 }] })
  })
})
