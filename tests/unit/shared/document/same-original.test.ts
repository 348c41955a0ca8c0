import { describe, expect, test } from 'vitest'
import { project } from '../../../../src/shared/document/projection.ts'
import { keepsOriginal } from '../../../../src/shared/document/same-original.ts'
import { EVERY_RUN, assertForEdits, play, timeoutOf } from '../../../support/fuzz.ts'
import { comment, deleted, document, inserted, p } from '../../../support/document.ts'
import { withoutAnchors } from '../../../support/without-anchors.ts'

describe('what stands when every change is rejected', () => {
  test('is left alone by every tracked edit', { timeout: timeoutOf(EVERY_RUN) }, () => {
    assertForEdits(EVERY_RUN, (doc, edits) => {
      play(doc, edits, ({ base, tracked }) => {
        expect(keepsOriginal(base, tracked.transform.doc)).toBe(true)
      })
    })
  })

  test('is compared as if the whole text were read', { timeout: timeoutOf(EVERY_RUN) }, () => {
    let altered = 0
    assertForEdits(EVERY_RUN, (doc, edits) => {
      play(doc, edits, ({ base, edited }) => {
        const whole = (one: typeof doc) => withoutAnchors(project(one, 'original'))
        const keeps = whole(base).eq(whole(edited))
        altered += keeps ? 0 : 1
        expect(keepsOriginal(base, edited)).toBe(keeps)
      })
    })
    expect(altered).toBeGreaterThan(EVERY_RUN.runs)
  })

  test('a comment changes nothing of it, a letter typed untracked does, and so does a deletion made for good', () => {
    const before = document(p('The ferry left.'), p('It was late.'))
    expect(
      keepsOriginal(before, document(p('The ', comment('ferry', 'k'), ' left.'), p('It was late.'))),
    ).toBe(true)
    expect(keepsOriginal(before, document(p('The ferry left.'), p('It was very late.')))).toBe(false)
    const marked = document(p('The ', deleted('old ', 'A'), 'ferry ', inserted('boat ', 'B'), 'left.'))
    expect(keepsOriginal(marked, document(p('The ferry ', inserted('boat ', 'B'), 'left.')))).toBe(false)
    expect(keepsOriginal(marked, document(p('The ', deleted('old ', 'A'), 'ferry left.')))).toBe(true)
  })
})
