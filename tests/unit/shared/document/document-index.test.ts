import { describe, expect, test } from 'vitest'
import { indexDocument } from '../../../../src/shared/document/document-index.ts'
import { claim, comment, deleted, document, inserted, p } from '../../../support/document.ts'

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
      { id: 'd', kind: 'deletion', deleted: 'a\n', groupId: 'd', ranges: [{ from: 1, to: 3 }] },
      { id: 'i', kind: 'insertion', groupId: 'd' },
    ])
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
    expect(index.claims.get('1')?.ranges).toHaveLength(4)
    expect([...index.comments.keys()]).toEqual(['c'])
  })
})
