import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { decide } from '../../../../src/shared/document/decide.ts'
import { paragraphTexts, project } from '../../../../src/shared/document/projection.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { settleUntracked } from '../../../../src/shared/document/untracked.ts'
import { trackChanges } from '../../../../src/shared/document/tracker.ts'
import { comment, counter, deleted, document, inserted, p, show } from '../../../support/document.ts'
import {
  applyEdit,
  buildDocument,
  placeOf,
  randomDocument,
  randomEdit,
  settleKind,
} from '../../../support/random-edits.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200)
vi.setConfig({ testTimeout: 20_000 + RUNS * 100 })

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

  test('reads in the final text as it would there', () => {
    const edits = fc.array(randomEdit, { minLength: 1, maxLength: 10, size: 'max' })
    fc.assert(
      fc.property(randomDocument, edits, (start, list) => {
        const newId = counter()
        let base = buildDocument(start)
        list.forEach((wanted, index) => {
          const edit = settleKind(base, wanted)
          const place = placeOf(base, edit)
          const local = new Transform(base)
          applyEdit(local, edit, place, true)
          const edited = { doc: local.doc, maps: local.mapping.maps }
          if (index % 2 === 0) {
            base = trackChanges(base, edited, { author: edit.author, newId }).transform.doc
            return
          }
          const settled = settleUntracked(base, edited).doc
          settled.check()
          const accept = decide(base, 'all', 'accept')
          const map = (position: number) => accept.mapping.map(position, -1)
          const final = new Transform(accept.doc)
          const at = { from: map(place.from), to: map(place.to), earlier: map(place.earlier) }
          applyEdit(final, edit, at, false)
          expect(paragraphTexts(project(settled, 'final'))).toEqual(paragraphTexts(final.doc))
          base = settled
        })
      }),
      { numRuns: RUNS },
    )
  })
})
