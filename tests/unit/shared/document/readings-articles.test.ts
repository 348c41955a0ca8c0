import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../../src/shared/document/canonical.ts'
import { forEachParagraph } from '../../../../src/shared/document/paragraphs.ts'
import { paragraphTexts, project } from '../../../../src/shared/document/projection.ts'
import { readBlocks, readSegments } from '../../../../src/shared/document/segments.ts'
import { sentenceStarts } from '../../../../src/shared/document/sentences.ts'
import { cell, deletedAs, image, insertedAs, note, row, table } from '../../../support/article.ts'
import { deleted, document, hardBreak, inserted, p } from '../../../support/document.ts'
import { play, randomEdits } from '../../../support/fuzz.ts'
import { buildArticle, blobOf, randomArticle } from '../../../support/random-articles.ts'
import { buildDocument, randomDocument } from '../../../support/random-document.ts'

const article = document(
  p('Before', note('first', 'second'), ' and', deleted([note('gone')], 'A')),
  p({ style: 'headline' }, 'Head', note('of the head')),
  table(
    row(null, cell({}, p({ style: 'headline' }, 'a'), p(note('in a cell'))), 'b'),
    row(deletedAs('d'), 'gone', 'gone'),
    row(insertedAs('i'), cell({}, p('c', image(7))), cell({}, p('d', hardBreak(), 'e'))),
  ),
  'end',
)

describe('the canonical text', () => {
  test('tells tables by row and cell, notes behind their paragraph, pictures by their hash', () => {
    expect(canonicalText(article).split('\n')).toEqual([
      'Head\uFFFC',
      'of the head',
      'Before\uFFFC and',
      'first',
      'second',
      'a',
      '\uFFFC',
      'in a cell',
      'b',
      `c\uFFFC${blobOf(7)}`,
      'd\u2028e',
      'end',
    ])
  })

  test('is what it was before there were tables, for every text without them', () => {
    const former = (doc: Node) => {
      const lines = project(doc, 'final').children.map((one) => ({
        text: one.textBetween(0, one.content.size, '', '\n').replaceAll('\n', '\u2028'),
        isHeadline: one.attrs['style'] === 'headline',
      }))
      const inOrder = [...lines.filter((one) => one.isHeadline), ...lines.filter((one) => !one.isHeadline)]
      return inOrder
        .map(({ text }) => text)
        .join('\n')
        .normalize('NFC')
    }
    fc.assert(
      fc.property(randomDocument, randomEdits({ runs: 50, edits: 5 }), (start, edits) => {
        const doc = play(buildDocument(start), edits)
        expect(canonicalText(doc)).toBe(former(doc))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the paragraphs of an article', () => {
  test('are told in reading order, with where they stand', () => {
    fc.assert(
      fc.property(randomArticle, (described) => {
        const doc = buildArticle(described)
        const positions: number[] = []
        doc.descendants((node, position) => void (node.isTextblock && positions.push(position)))
        const found: number[] = []
        forEachParagraph(doc, ({ paragraph, position, container, index }) => {
          found.push(position)
          const place = doc.resolve(position)
          expect(doc.nodeAt(position)).toBe(paragraph)
          expect([place.parent, place.start(), place.index()]).toEqual([
            container.node,
            container.start,
            index,
          ])
          expect(container.kind).toBe(container.node.type.name)
        })
        expect(found).toEqual(positions)
      }),
      { numRuns: 100 },
    )
  })

  test('read as text with U+FFFC for what is none', () => {
    expect(paragraphTexts(article).slice(0, 4)).toEqual(['Before\uFFFC and\uFFFC', 'first', 'second', 'gone'])
  })
})

describe('segments', () => {
  test('are told block by block, with rows, cells, notes and pictures', () => {
    const [first, , rows] = readBlocks(article)
    if (first?.kind !== 'paragraph' || rows?.kind !== 'table') throw new Error('Other blocks than expected')
    expect(first.segments.map(({ text, object, deletion }) => [text, object?.kind, deletion?.id])).toEqual([
      ['Before', undefined, undefined],
      ['\uFFFC', 'footnote', undefined],
      [' and', undefined, undefined],
      ['\uFFFC', 'footnote', 'd-A'],
    ])
    const [, reference] = first.segments
    const object = reference?.object
    expect(object?.kind === 'footnote' && object.paragraphs.map(({ segments }) => segments[0]?.text)).toEqual(
      ['first', 'second'],
    )
    expect(rows.rows.map(({ tracking }) => tracking)).toEqual([
      null,
      deletedAs('d').tracking,
      insertedAs('i').tracking,
    ])
    const picture = rows.rows[2]?.cells[0]?.paragraphs[0]?.segments[1]?.object
    expect(picture).toEqual({ kind: 'image', blob: blobOf(7), alt: 'A dam', width: null, height: null })
  })

  test('of a text without tables are the same with and without blocks', () => {
    const doc = document('one', p('two', inserted('x', 'A')))
    expect(readBlocks(doc)).toEqual(readSegments(doc).map((one) => ({ kind: 'paragraph', ...one })))
  })
})

describe('sentences', () => {
  test('begin behind the reference that follows a full stop', () => {
    const text = 'Nine boats were seized.\uFFFC It is the largest haul.\uFFFC'
    expect(sentenceStarts(text)).toEqual([0, text.indexOf('It')])
  })

  test('are not made by a picture alone, nor cut by one', () => {
    expect(sentenceStarts('\uFFFC')).toEqual([])
    expect(sentenceStarts('\uFFFC A dam.')).toEqual([2])
    expect(sentenceStarts('See \uFFFC the dam. Then go.')).toEqual([0, 15])
  })
})
