import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test, vi } from 'vitest'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../src/shared/document/tracking/tracker.ts'
import { settleUntracked } from '../../../../src/shared/document/tracking/untracked.ts'
import type { ArticleId, PersonId } from '../../../../src/shared/model/ids.ts'
import { createHeldWords, findExtended } from '../../../../src/main/core/foreign-words.ts'
import type { HeldWords } from '../../../../src/main/core/foreign-words.ts'
import { counter, deleted, document, inserted, p } from '../../../support/document.ts'
import { EVERY_RUN, assertForEdits, timeoutOf } from '../../../support/fuzz.ts'
import { applyEdit, placeOf, settleKind } from '../../../support/random-edits.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

const ARTICLE = 'article' as ArticleId

function extended(actor: string, transform: Transform, held: HeldWords = createHeldWords()): string | null {
  const { before, doc, mapping } = transform
  const indexes = { before: indexDocument(before), after: indexDocument(doc) }
  const edited = { articleId: ARTICLE, ...indexes, docs: { before, after: doc }, maps: mapping.maps }
  return findExtended({ ...edited, actor: actor as PersonId }, held)
}

function edited(base: Node, change: (transform: Transform) => void): Transform {
  const transform = new Transform(base)
  change(transform)
  return transform
}

describe('a change of somebody else', () => {
  const base = document(p('a', inserted('bc', 'B', 'i'), deleted('de', 'B', 'd'), 'f'))
  const words = (mark: 'insertion' | 'deletion', id: string) =>
    schema.text('x', [schema.mark(mark, { id, author: 'B' })])

  test('takes no words at its edges', () => {
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(2, words('insertion', 'i'))),
      ),
    ).toBe('i')
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(4, words('insertion', 'i'))),
      ),
    ).toBe('i')
    expect(
      extended(
        'B',
        edited(base, (tr) => tr.insert(4, words('insertion', 'i'))),
      ),
    ).toBeNull()
  })

  test('takes no words elsewhere, and none that stand there already', () => {
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(7, words('insertion', 'i'))),
      ),
    ).toBe('i')
    const mark = schema.mark('deletion', { id: 'd', author: 'B' })
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.addMark(6, 7, mark)),
      ),
    ).toBe('d')
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(5, words('deletion', 'd'))),
      ),
    ).toBe('d')
  })

  test('is not made anew in the name of somebody else', () => {
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(1, words('insertion', 'new'))),
      ),
    ).toBe('new')
  })

  test('takes words that are put between its own, as Edit mode does', () => {
    expect(
      extended(
        'A',
        edited(base, (tr) => tr.insert(3, words('insertion', 'i'))),
      ),
    ).toBeNull()
  })

  test('takes back what it has held before', () => {
    const held = createHeldWords()
    const rejected = decide(base, new Set(['i']), 'reject')
    expect(extended('A', rejected, held)).toBeNull()
    const back = edited(rejected.doc, (tr) => {
      for (const [index, step] of rejected.steps.entries()) tr.step(step.invert(rejected.docs[index] ?? base))
    })
    expect(extended('A', back, held)).toBeNull()
    expect(extended('A', back)).toBe('i')
  })
})

test('no edit, decision or undo by one author adds words to a change of the other', () => {
  assertForEdits(EVERY_RUN, (start, edits) => {
    const newId = counter()
    const held = createHeldWords()
    const check = (actor: string, transform: Transform) => {
      expect(extended(actor, transform, held)).toBeNull()
      return transform.doc
    }
    let base = start
    edits.forEach((wanted, index) => {
      const edit = settleKind(base, wanted)
      const local = new Transform(base)
      applyEdit(local, edit, placeOf(base, edit), true)
      const after = { doc: local.doc, maps: local.mapping.maps }
      if (index % 5 === 4) {
        for (const step of settleUntracked(base, after).steps) local.step(step)
        base = check(edit.author, local)
        return
      }
      const { transform } = trackChanges(base, after, { author: edit.author, newId })
      base = check(edit.author, transform)
      if (index % 3 !== 0) return
      const ids = indexDocument(base).changes.map((change) => change.id)
      const some = new Set(ids.filter((_, place) => (place + edit.choice) % 3 === 0))
      const decided = decide(base, some, edit.choice % 2 === 0 ? 'accept' : 'reject')
      const next = check(edit.author, decided)
      if (edit.choice % 4 < 2 || decided.steps.length === 0) {
        base = next
        return
      }
      const undo = new Transform(next)
      for (const [place, step] of [...decided.steps.entries()].toReversed()) {
        undo.step(step.invert(decided.docs[place] ?? base))
      }
      base = check(edit.author === 'A' ? 'B' : 'A', undo)
    })
  })
})
