import { expect, test } from 'vitest'
import type { Node } from 'prosemirror-model'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { paragraphAttrs } from '../../../../../src/shared/document/tracking-state.ts'
import { weave } from '../../../../../src/shared/document/returned/weave.ts'
import { counter, document, p } from '../../../../support/document.ts'
import { nameOf } from '../../../../support/returned-copies.ts'

function woven(base: Node, copy: Node): Node {
  const options = { isClean: false, ignoresFormats: false, isLossy: false }
  const names = { nameOfBase: nameOf, nameOfCopy: nameOf, author: 'reader', newId: counter('n') }
  return weave(base, copy, { ...options, ...names, newComments: new Set() }).doc
}

function rejected(doc: Node): Node {
  return decide(doc, new Set(indexDocument(doc).changes.map(({ id }) => id)), 'reject').doc
}

test('a tracked change of letters that also differ without a trace is noted with what the base has', () => {
  const change = schema.mark('formatChange', {
    id: 'w',
    author: 'reader',
    before: [{ type: 'highlight', attrs: { colour: 'yellow' } }],
  })
  const base = document(p('one two'))
  const doc = woven(base, document(p('one ', schema.text('two', [schema.mark('strong'), change]))))
  expect(indexDocument(doc).changes.map(({ kind, author }) => [kind, author])).toEqual([['format', 'reader']])
  expect(rejected(doc).toJSON()).toEqual(base.toJSON())
  const plain = document(p('one ', schema.text('two', [change])))
  expect(woven(base, plain).toJSON()).toEqual(base.toJSON())
})

test('so is one of a paragraph', () => {
  const before = { style: 'quote', list: null, align: 'start' } as const
  const paragraphChange = { id: 'w', author: 'reader', before }
  const base = document(p('one'))
  const doc = woven(base, document(p({ style: 'heading1', paragraphChange }, 'one')))
  expect(paragraphAttrs(doc.child(0))).toMatchObject({
    style: 'heading1',
    paragraphChange: { id: 'w', author: 'reader' },
  })
  expect(rejected(doc).toJSON()).toEqual(base.toJSON())
})

test('a list in the headline, which no file can show, is not decided by a copy', () => {
  const attrs = { style: 'headline', list: { kind: 'bullet', level: 1 } } as const
  const before = { style: 'headline', list: null, align: 'start' } as const
  const base = document(p({ ...attrs, paragraphChange: { id: 'c', author: 'desk', before } }, 'one'), 'two')
  const copy = document(p({ style: 'headline' }, 'one'), 'two')
  expect(woven(base, copy).toJSON()).toEqual(base.toJSON())
})

test('nor is a link that was set', () => {
  const change = schema.mark('formatChange', { id: 'c', author: 'desk', before: [] })
  const link = schema.mark('link', { href: 'https://example.org/' })
  const base = document(p('one ', schema.text('two', [change, link])))
  expect(woven(base, document(p('one ', schema.text('two', [link])))).toJSON()).toEqual(base.toJSON())
  const taken = woven(base, document(p('one two')))
  expect(taken.toJSON()).toEqual(document(p('one two')).toJSON())
})
