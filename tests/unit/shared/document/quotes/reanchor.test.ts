import * as fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { readFinalText } from '../../../../../src/shared/document/quotes/final-text.ts'
import { anchorPlaces, quoteAt, quotesOf } from '../../../../../src/shared/document/quotes/quote.ts'
import { createFinder } from '../../../../../src/shared/document/quotes/reanchor.ts'
import type { Found } from '../../../../../src/shared/document/quotes/reanchor.ts'
import { reattach } from '../../../../../src/shared/document/quotes/reattach.ts'
import { removeAnchor } from '../../../../../src/shared/document/anchors.ts'
import {
  claim,
  comment,
  deleted,
  document,
  hardBreak,
  inserted,
  p,
  text,
} from '../../../../support/document.ts'
import { EVERY_RUN, assertForEdits, play } from '../../../../support/fuzz.ts'

/** Quotes `words` in `before` and looks for them in `after`; a place is told as its words. */
function found(
  before: string,
  words: string,
  after: string,
): Found['kind'] | readonly [Found['kind'], string] {
  const from = before.indexOf(words)
  const quote = quoteAt({ text: before, starts: [0], pieces: [] }, { from, to: from + words.length })
  const outcome = createFinder({ text: after, starts: [0] })(quote)
  if (outcome.kind === 'none' || outcome.kind === 'tie') return outcome.kind
  return [outcome.kind, after.slice(outcome.place.from, outcome.place.to)]
}

const LEAD =
  'Nine boats lay in the harbour on Tuesday. Ines Calloway counted them twice, and the warden agreed with her.'

function wordsOf(doc: Node, key: string): string {
  const final = readFinalText(doc)
  const places = anchorPlaces(final).get(key) ?? []
  return places.map(({ from, to }) => final.text.slice(from, to)).join(' … ')
}

describe('words are found again', () => {
  test('the same words between the same words: sure', () => {
    expect(found(LEAD, 'counted them twice', `A new first line.\n${LEAD}`)).toEqual([
      'sure',
      'counted them twice',
    ])
  })
  test('the same words where all around them has changed: to check', () => {
    expect(found(LEAD, 'counted them twice', 'They say that nobody counted them twice this year.')).toEqual([
      'check',
      'counted them twice',
    ])
  })
  test('other words in the same place: to check', () => {
    const after = LEAD.replace('counted them twice', 'counted them three times')
    expect(found(LEAD, 'counted them twice', after)).toEqual(['check', 'counted them three times'])
  })
  test('nothing like them: none', () => {
    expect(found(LEAD, 'counted them twice', 'The council met behind closed doors until late.')).toBe('none')
    expect(found(LEAD, 'counted them twice', '')).toBe('none')
  })
  test('two equally good places: none is chosen', () => {
    expect(found(LEAD, 'counted them twice', `${LEAD}\n${LEAD}`)).toBe('tie')
    expect(found(LEAD, 'Nine boats', 'Nine boats came. Later nine boats left.')).toBe('tie')
  })
  test('two equally good places however far apart', () => {
    for (let between = 0; between < 60; between++) {
      const words = Array.from({ length: between }, (_, at) => `other${at}`).join(' ')
      expect(found(LEAD, 'counted them twice', `${LEAD}\n${words}\n${LEAD}`)).toBe('tie')
    }
  })
  test('words around them part two places that have the same words', () => {
    const before = 'The mayor said no on Monday. The warden said no on Friday.'
    expect(found(before, 'said no on', `Petra Sund writes: ${before}`)).toEqual(['sure', 'said no on'])
  })
  test('curly quotes and narrow spaces count as the straight and wide ones', () => {
    const before = `Dov Lassiter said: "We can't pay 4 000 of them," and left the room.`
    const after = 'Dov Lassiter said: “We can’t pay 4\u202f000 of them,” and left the room.'
    expect(found(before, `"We can't pay 4 000 of them,"`, after)).toEqual([
      'sure',
      '“We can’t pay 4\u202f000 of them,”',
    ])
  })
  test('a part of a word, and white space at its ends, come back as they were', () => {
    expect(found(LEAD, 'arbour', `So: ${LEAD}`)).toEqual(['sure', 'arbour'])
    expect(found(LEAD, ' on Tuesday', `So: ${LEAD}`)).toEqual(['sure', ' on Tuesday'])
  })
  test('scripts without spaces between words', () => {
    const before = '九隻船停在港口裡。管理員數了兩次，然後她同意了這個數字。'
    expect(found(before, '數了兩次', `新的一行。\n${before}`)).toEqual(['sure', '數了兩次'])
  })
  test('a quotation that was cut because it was too long is never sure', () => {
    const long = Array.from({ length: 1200 }, (_, at) => `word${at}`).join(' ')
    expect(found(long, long, long)[0]).toBe('check')
  })
})

describe('the final text of a document', () => {
  test('leaves out deleted words and runs on over a deleted ¶', () => {
    const deletion = { id: 'd', author: 'ines' }
    const doc = document(
      p({ paragraphMark: { deletion } }, text('Nine '), deleted('old ', 'ines')),
      p(text('boats'), [hardBreak()], inserted('lay', 'mara')),
      'there.',
    )
    const { text: words, starts } = readFinalText(doc)
    expect(words).toBe('Nine boats\nlay\nthere.')
    expect(starts).toEqual([0, 15])
  })
  test('an anchor over a ¶ is one quotation, one of two places is two', () => {
    const doc = document(
      p('In ', claim('the harbour', 'k')),
      p(claim('nine boats', 'k'), ' and ', claim('two', 'k')),
    )
    expect(
      quotesOf(readFinalText(doc), 'claim:k').map(({ exact, paragraph, offset }) => ({
        exact,
        paragraph,
        offset,
      })),
    ).toEqual([
      { exact: 'the harbour\nnine boats', paragraph: 0, offset: 3 },
      { exact: 'two', paragraph: 1, offset: 15 },
    ])
  })
})

describe('lost anchors', () => {
  const doc = document(LEAD, 'The warden keeps a list of every boat that comes in.')
  const anchored = document(
    p(
      'Nine boats lay in the harbour on Tuesday. ',
      claim('Ines Calloway', 'k'),
      ' ',
      comment('counted them twice', 'c'),
      ', and the warden agreed with her.',
    ),
    p('The warden keeps ', claim('a list of every boat', 'k'), ' that comes in.'),
  )
  const final = readFinalText(anchored)

  test('come back over the words they had, in every place', () => {
    const lost = { mark: 'claim', id: 'k', quotes: quotesOf(final, 'claim:k') } as const
    const { transform, outcome } = reattach(doc, lost)
    expect(outcome).toEqual({ kind: 'attached' })
    expect(transform.doc.eq(removeAnchor(anchored, 'comment', 'c').doc)).toBe(true)
  })
  test('are to be checked where one of their places is gone', () => {
    const lost = { mark: 'claim', id: 'k', quotes: quotesOf(final, 'claim:k') } as const
    const { transform, outcome } = reattach(document(LEAD), lost)
    expect(outcome).toEqual({ kind: 'check' })
    expect(wordsOf(transform.doc, 'claim:k')).toBe('Ines Calloway')
  })
  test('stay away on a tie', () => {
    const lost = { mark: 'comment', id: 'c', quotes: quotesOf(final, 'comment:c') } as const
    const { transform, outcome } = reattach(document(LEAD, LEAD), lost)
    expect(outcome).toEqual({ kind: 'tie', places: 2 })
    expect(transform.steps).toEqual([])
  })

  test('in any document, an anchor that is taken away never comes back on other words', () => {
    let sure = 0
    assertForEdits({ ...EVERY_RUN, runs: Math.min(EVERY_RUN.runs, 300) }, (start, edits) => {
      const redline = play(start, edits)
      for (const key of anchorPlaces(readFinalText(redline)).keys()) {
        if (!key.startsWith('comment:')) continue
        const id = key.slice('comment:'.length)
        const quotes = quotesOf(readFinalText(redline), key)
        const bare = removeAnchor(redline, 'comment', id).doc
        const { transform, outcome } = reattach(bare, { mark: 'comment', id, quotes })
        if (outcome.kind !== 'attached') continue
        sure += 1
        expect(wordsOf(transform.doc, key)).toBe(wordsOf(redline, key))
      }
    })
    expect(sure).toBeGreaterThan(20)
  })

  test('in any text, no quotation makes the search fail, and a sure place has the quoted words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.nat(80),
        fc.nat(80),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (before, a, b, after) => {
          const [from, to] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)]
          const quote = quoteAt({ text: before, starts: [0], pieces: [] }, { from, to })
          for (const text of [after, before + after, after + before]) {
            const outcome = createFinder({ text, starts: [0] })(quote)
            if (outcome.kind === 'sure') {
              const words = text.slice(outcome.place.from, outcome.place.to)
              expect(words.length).toBe(quote.exact.length)
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
