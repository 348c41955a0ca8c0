import { Transform } from 'prosemirror-transform'
import { expect, test, vi } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import { settleUntracked } from '../../../../../src/shared/document/tracking/untracked.ts'
import { counter } from '../../../../support/document.ts'
import { EVERY_RUN, assertForEdits, timeoutOf } from '../../../../support/fuzz.ts'
import { applyEdit, placeOf, settleKind } from '../../../../support/random-edits.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

test('an edit that is not tracked reads in the final text as it would there', () => {
  assertForEdits(EVERY_RUN, (start, edits) => {
    const newId = counter()
    let base = start
    edits.forEach((wanted, index) => {
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
  })
})
