import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { settleUntracked } from '../../../../../src/shared/document/tracking/untracked.ts'
import { comment, deleted, document, inserted, p, show } from '../../../../support/document.ts'

function after(base: Node, change: (transform: Transform) => void): string {
  const edit = new Transform(base)
  change(edit)
  return show(settleUntracked(base, { doc: edit.doc, maps: edit.mapping.maps }).doc)
}

describe('an edit that is not tracked', () => {
  test('is never born deleted', () => {
    const base = document(p(deleted('ab', 'B')))
    const marks = base.resolve(2).marks()
    expect(after(base, (tr) => tr.insert(2, schema.text('x', marks)))).toBe('[-B a-]x[-B b-]¶')
  })

  test('belongs to the insertion that it stands in', () => {
    const base = document(p(inserted('ab', 'B'), 'c'))
    expect(after(base, (tr) => tr.insert(2, schema.text('x')))).toBe('[+B axb+]c¶')
    expect(after(base, (tr) => tr.insert(3, schema.text('x')))).toBe('[+B ab+]xc¶')
    expect(after(base, (tr) => tr.split(2))).toBe('[+B a+][+B ¶+][+B b+]c¶')
  })

  test('leaves every ¶ the state that it had', () => {
    const insertion = { id: 'i', author: 'B' }
    const base = document('ab', p({ paragraphMark: { insertion } }, 'cd'), 'ef')
    expect(after(base, (tr) => tr.join(4))).toBe('abcd[+B ¶+]ef¶')
    expect(after(base, (tr) => tr.split(6))).toBe('ab¶c¶d[+B ¶+]ef¶')
  })

  test('takes over the anchors of what it replaces, and brings those of cut words along', () => {
    const base = document(p('a', comment('bc', '1'), 'd'))
    expect(after(base, (tr) => tr.replaceWith(2, 4, schema.text('x')))).toBe('a«1 x»d¶')
    const words = comment('bc', '1')
    expect(after(base, (tr) => tr.delete(2, 4).insert(3, words))).toBe('ad«1 bc»¶')
    expect(after(base, (tr) => tr.insert(5, words))).toBe('a«1 bc»dbc¶')
  })
})
