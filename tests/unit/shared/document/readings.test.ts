import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAnchor, finalWords, removeAnchor, wordAt } from '../../../../src/shared/document/anchors.ts'
import { canonicalText } from '../../../../src/shared/document/canonical.ts'
import { paragraphTexts, project } from '../../../../src/shared/document/projection.ts'
import { readSegments } from '../../../../src/shared/document/segments.ts'
import { applyStoredSteps, parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { ownerPosition } from '../../../../src/shared/document/visible-paragraph.ts'
import { claim, comment, deleted, document, hardBreak, inserted, p, show } from '../../../support/document.ts'
import { buildArticle, randomArticle } from '../../../support/random-articles.ts'
import { randomTracks, track } from '../../../support/random-tracking.ts'

const redline = document(
  p({ style: 'headline' }, 'Dam ', deleted('fails', 'A'), inserted('holds', 'A')),
  p(comment('One', '1'), [hardBreak()], 'two'),
)

describe('projections', () => {
  test('both readings are free of tracking and keep anchors', () => {
    expect(show(project(redline, 'original'))).toBe('headline:Dam fails¶«1 One»⏎two¶')
    expect(show(project(redline, 'final'))).toBe('headline:Dam holds¶«1 One»⏎two¶')
    expect(paragraphTexts(redline)).toEqual(['Dam failsholds', 'One\ntwo'])
  })
})

describe('the canonical text', () => {
  test('is the final text, headline first, with hard breaks told from paragraphs', () => {
    expect(canonicalText(redline)).toBe('Dam holds\nOne\u2028two')
    expect(canonicalText(document('body', p({ style: 'headline' }, 'Head')))).toBe('Head\nbody')
  })

  test('does not depend on how accents are typed, nor on formats, styles and anchors', () => {
    expect(canonicalText(document('e\u0301'))).toBe(canonicalText(document('\u00e9')))
    const plain = document('One')
    expect(canonicalText(addAnchor(plain, 'claim', 'x', [{ from: 1, to: 3 }]).doc)).toBe('One')
  })
})

test('the canonical text of a redline is that of its final projection, also after edits', () => {
  fc.assert(
    fc.property(randomArticle, randomTracks, randomTracks, (article, tracks, more) => {
      const doc = track(buildArticle(article), tracks)
      expect(canonicalText(doc)).toBe(canonicalText(project(doc, 'final')))
      const next = track(doc, more)
      expect(canonicalText(next)).toBe(canonicalText(project(next, 'final')))
    }),
  )
})

describe('a visible paragraph', () => {
  test('is owned by the first paragraph whose ¶ stands', () => {
    const deletion = { id: 'd', author: 'A' }
    const doc = document(p({ paragraphMark: { deletion } }, 'ab'), p({ style: 'quote' }, 'cd'), 'ef')
    expect([1, 4, 5, 9].map((position) => ownerPosition(doc, position))).toEqual([4, 4, 4, 8])
  })
})

describe('segments', () => {
  test('name what a writer of files needs', () => {
    const [head, body] = readSegments(redline)
    expect(head?.attrs.style).toBe('headline')
    expect(
      head?.segments.map(({ text, insertion, deletion }) => [text, insertion?.id, deletion?.id]),
    ).toEqual([
      ['Dam ', undefined, undefined],
      ['fails', undefined, 'd-A'],
      ['holds', 'i-A', undefined],
    ])
    expect(body?.segments.map(({ text, comments }) => [text, comments])).toEqual([
      ['One', ['1']],
      ['\n', []],
      ['two', []],
    ])
  })
})

describe('anchors', () => {
  test('are put over several paragraphs, and taken away everywhere', () => {
    const doc = document('ab', 'cd')
    const anchored = addAnchor(doc, 'comment', '1', [{ from: 2, to: 6 }]).doc
    expect(show(anchored)).toBe('a«1 b»¶«1 c»d¶')
    expect(removeAnchor(anchored, 'comment', '1').doc.eq(doc)).toBe(true)
  })

  test('overlap, and hold on to nothing where there is no text', () => {
    const doc = document(p(claim('ab', '1')), '')
    expect(show(addAnchor(doc, 'claim', '2', [{ from: 1, to: 2 }]).doc)).toBe('‹2 ‹1 a››‹1 b›¶¶')
    expect(addAnchor(doc, 'claim', '2', [{ from: 5, to: 5 }]).steps).toEqual([])
  })

  test('an empty selection means the word that it touches', () => {
    const doc = document('one “two” three')
    expect(wordAt(doc, 2)).toEqual({ from: 1, to: 4 })
    expect(wordAt(doc, 4)).toEqual({ from: 1, to: 4 })
    expect(wordAt(doc, 6)).toEqual({ from: 6, to: 9 })
    expect(wordAt(document('a  b'), 3)).toBeNull()
    expect(wordAt(document(''), 1)).toBeNull()
  })

  test('final words leave out what is deleted and join paragraphs by a space', () => {
    const doc = document(p('one ', deleted('two ', 'A'), 'three'), 'four')
    expect(finalWords(doc, { from: 1, to: doc.content.size })).toBe('one three four')
    expect(finalWords(doc, { from: 3, to: 6 })).toBe('e ')
  })
})

describe('stored documents and steps', () => {
  test('a document comes back as it was', () => {
    const parsed = parseDocument(JSON.parse(JSON.stringify(redline.toJSON())))
    expect(parsed.ok && parsed.doc.eq(redline)).toBe(true)
  })

  test('what is no document is refused with a sentence', () => {
    const bad: unknown[] = [
      null,
      7,
      {},
      { type: 'doc' },
      { type: 'doc', content: [] },
      { type: 'para' },
      { type: 'doc', content: [{ type: 'para', attrs: { style: 'script' } }] },
      { type: 'doc', content: [{ type: 'para', content: [{ type: 'text', text: '' }] }] },
      { type: 'doc', content: [{ type: 'para', attrs: { paragraphMark: {} } }] },
    ]
    for (const json of bad) expect(parseDocument(json)).toMatchObject({ ok: false })
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const content = [{ type: 'text', text: 'a', marks: [link] }]
    expect(parseDocument({ type: 'doc', content: [{ type: 'para', content }] })).toMatchObject({ ok: false })
  })

  test('what is too deep or too large is refused before it is built', () => {
    let deep: unknown = { type: 'text', text: 'a' }
    for (let level = 0; level < 20_000; level++) deep = { type: 'para', content: [deep] }
    expect(parseDocument({ type: 'doc', content: [deep] })).toMatchObject({ ok: false })
    const content = Array.from({ length: 200_001 }, () => ({ type: 'para', content: [] }))
    expect(parseDocument({ type: 'doc', content })).toMatchObject({ ok: false })
  })

  test('steps apply all or not at all', () => {
    const doc = document('ab')
    const step = { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text: 'x' }] } }
    const applied = applyStoredSteps(doc, [step, step])
    expect(applied.ok && show(applied.doc)).toBe('axxb¶')
    for (const bad of [{ ...step, from: 99 }, { stepType: 'eval' }, null]) {
      expect(applyStoredSteps(doc, [step, bad])).toMatchObject({ ok: false })
    }
  })

  test('a step cannot bring in what the schema does not know', () => {
    const doc = document('ab')
    const attribute = { stepType: 'attr', pos: 0, attr: 'style', value: 'script' }
    expect(applyStoredSteps(doc, [attribute])).toMatchObject({ ok: false })
    const unknown = applyStoredSteps(doc, [{ ...attribute, attr: 'onclick' }])
    expect(unknown.ok && unknown.doc.eq(doc)).toBe(true)
    const nodeMark = { stepType: 'addNodeMark', pos: 0, mark: { type: 'strong' } }
    expect(applyStoredSteps(doc, [nodeMark])).toMatchObject({ ok: false })
  })
})
