import { DOMParser, DOMSerializer } from 'prosemirror-model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { schema } from '../../../src/shared/document/schema.ts'
import { buildArticle, randomArticle } from '../../support/random-articles.ts'
import { randomTracks, track } from '../../support/random-tracking.ts'

/** Composed text and what is dragged are read back from the DOM, so that it has to hold everything. */
test('any redline reads back from the DOM that it is written to', () => {
  fc.assert(
    fc.property(randomArticle, randomTracks, (article, tracks) => {
      const doc = track(buildArticle(article), tracks)
      const dom = document.createElement('div')
      dom.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content))
      const read = DOMParser.fromSchema(schema).parse(dom, { preserveWhitespace: 'full' })
      if (!read.eq(doc)) expect(read.toJSON()).toEqual(doc.toJSON())
    }),
    { numRuns: 200 },
  )
})

test('names that are none are left out, and the words stay', () => {
  const dom = document.createElement('div')
  dom.innerHTML =
    '<p data-look="red"><span data-look="blue">one</span> <mark data-colour="url(x)">two</mark>' +
    '<span data-preserved="x" data-kind="script" data-text="said">three</span></p>'
  const read = DOMParser.fromSchema(schema).parse(dom)
  const plain = schema.node('para', null, [schema.text('one twothree')])
  expect(read.toJSON()).toEqual(schema.node('doc', null, [plain]).toJSON())
})
