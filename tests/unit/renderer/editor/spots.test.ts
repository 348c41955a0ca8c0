import { describe, expect, test } from 'vitest'
import { aroundSpot } from '../../../../src/renderer/editor/spots/around.ts'
import { piecesOf } from '../../../../src/renderer/editor/spots/pieces.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { deleted, document, inserted, p } from '../../../support/document.ts'

describe('the pieces of a spot', () => {
  test('leave out what is deleted between them, and join what is inserted', () => {
    const doc = document(p('Nine ', deleted('big ', 'A', 'd'), inserted('fast ', 'A', 'i'), 'boats'))
    const { ranges, text } = piecesOf(doc, { from: 1, to: 20 })
    expect(text).toBe('Nine fast boats')
    expect(ranges).toEqual([
      { from: 1, to: 6 },
      { from: 10, to: 20 },
    ])
  })

  test('leave out a note in the middle, and hold the words of one that they stand in', () => {
    const note = schema.nodes.footnote.create({ id: 'n' }, [p('Table 4.')])
    const doc = document(p('Nine', note, ' boats'))
    expect(piecesOf(doc, { from: 1, to: doc.content.size - 1 }).text).toBe('Nine boats')
    expect(piecesOf(doc, { from: 7, to: 12 }).text).toBe('Table')
  })
})

describe('around a spot', () => {
  test('stands its sentence of the final text', () => {
    const doc = document(p('One. Nine ', deleted('big ', 'A', 'd'), 'boats sank. He left.'))
    expect(aroundSpot(doc, { from: 15, to: 20 })).toEqual({
      before: 'Nine ',
      words: 'boats',
      after: ' sank.',
    })
  })

  test('a sentence runs on over a deleted ¶', () => {
    const doc = document(
      p({ paragraphMark: { deletion: { id: 'd', author: 'A' } } }, 'Nine boats '),
      p('sank. He left.'),
    )
    expect(aroundSpot(doc, { from: 6, to: 11 })).toEqual({ before: 'Nine ', words: 'boats', after: ' sank.' })
  })

  test('words that are wholly deleted stand nowhere', () => {
    const doc = document(p('Nine ', deleted('big', 'A', 'd'), ' boats'))
    expect(aroundSpot(doc, { from: 6, to: 9 }).words).toBe('')
  })
})
