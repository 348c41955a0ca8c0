import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { findText } from '../../../../../src/shared/document/find/find-text.ts'
import { MANY_PLACES } from '../../../../../src/shared/document/tracking/many-places.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { replaceMatches } from '../../../../../src/shared/document/find/replace-text.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import { counter } from '../../../../support/document.ts'
import { EVERY_RUN, parametersOf, play, randomEdits, timeoutOf } from '../../../../support/fuzz.ts'
import { buildDocument, randomDocument } from '../../../../support/random-document.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

const LETTERS = ['a', 'b', 'ab', 'ba', ' ', 'x', '😀', 'e\u0301', 'z', 'ñ', 'aa', 'bb']
const query = fc.constantFrom(...LETTERS).map((text) => ({ text, matchCase: true, wholeWords: false }))

/** A redline that two authors made, and what is looked for in it. */
function forRedlines(
  check: (redline: Node, asked: { text: string; matchCase: boolean; wholeWords: boolean }) => void,
) {
  fc.assert(
    fc.property(randomDocument, randomEdits(EVERY_RUN), query, (start, edits, asked) => {
      check(play(buildDocument(start), edits), asked)
    }),
    parametersOf(EVERY_RUN),
  )
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })

function characters(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
}

/** Whether a character is the one typed; one typed without an accent stands for those with any. */
function isTyped(character: string, typed: string): boolean {
  const bare = (text: string) => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  const hasAccent = bare(typed) !== typed
  return hasAccent ? character.normalize('NFC') === typed.normalize('NFC') : bare(character) === typed
}

/** How often the text comes to the words, the slow way. */
function countIn(text: string, words: string): number {
  const all = characters(text)
  const wanted = characters(words)
  let count = 0
  for (let at = 0; at + wanted.length <= all.length;) {
    const isThere = wanted.every((typed, index) => isTyped(all[at + index] ?? '', typed))
    count += isThere ? 1 : 0
    at += isThere ? wanted.length : 1
  }
  return count
}

function wordsAt(doc: Node, ranges: readonly { from: number; to: number }[]): string {
  return ranges.map(({ from, to }) => doc.textBetween(from, to)).join('')
}

test('what is found is what the final text holds', () => {
  forRedlines((redline, asked) => {
    const matches = findText(redline, asked)
    const texts = paragraphTexts(project(redline, 'final'))
    const count = texts.reduce((sum, text) => sum + countIn(text, asked.text), 0)
    expect(matches.length).toBe(count)
    for (const match of matches) {
      expect(wordsAt(redline, match.ranges)).toBe(match.text)
    }
  })
})

test('replacing all, tracked, reads as the same done in the final text, and rejects to what was there', () => {
  forRedlines((redline, asked) => {
    const edit = new Transform(redline)
    replaceMatches(edit, findText(redline, asked), 'Qq', true)
    const edited = { doc: edit.doc, maps: edit.mapping.maps }
    const known = new Set<string>()
    redline.descendants((node) => {
      for (const mark of node.marks) known.add(String(mark.attrs['id']))
    })
    const made: string[] = []
    const newId = () => {
      made.push(`new${String(made.length)}`)
      return made.at(-1) ?? ''
    }
    const tracked = trackChanges(redline, edited, { author: 'C', newId }).transform.doc
    tracked.check()
    const final = project(redline, 'final')
    const plain = new Transform(final)
    replaceMatches(plain, findText(final, asked), 'Qq', true)
    expect(paragraphTexts(project(tracked, 'final'))).toEqual(paragraphTexts(plain.doc))
    expect(decide(tracked, new Set(made), 'reject').doc.eq(redline)).toBe(true)
  })
})

test('in very many places it is one step, which undoes and travels as any', () => {
  fc.assert(
    fc.property(randomDocument, randomEdits({ runs: 1, edits: 8 }), query, (start, edits, asked) => {
      const redline = play(buildDocument(start), edits)
      const hits = findText(redline, asked).length
      const times = hits === 0 ? 1 : Math.ceil((2 * MANY_PLACES) / hits)
      const long = redline.copy(Fragment.from(Array.from({ length: times }, () => redline.children).flat()))
      const edit = new Transform(long)
      replaceMatches(edit, findText(long, asked), 'Qq', true)
      const made: string[] = []
      const newId = () => `new${String(made.push(''))}`
      const tracked = trackChanges(long, { doc: edit.doc, maps: edit.mapping.maps }, { author: 'C', newId })
      const { doc, steps } = tracked.transform
      doc.check()
      expect(steps.length).toBeLessThanOrEqual(1)
      expect(paragraphTexts(project(doc, 'final'))).toEqual(paragraphTexts(project(edit.doc, 'final')))
      const isNew = new Set(made.map((_, place) => `new${String(place + 1)}`))
      expect(decide(doc, isNew, 'reject').doc.eq(long)).toBe(true)
      const [step] = steps
      if (!step) return
      expect(step.invert(long).apply(doc).doc?.eq(long)).toBe(true)
      expect(Step.fromJSON(schema, step.toJSON()).apply(long).doc?.eq(doc)).toBe(true)
    }),
    { ...parametersOf(EVERY_RUN), numRuns: Math.ceil(EVERY_RUN.runs / 10) },
  )
})

test('after replacing all there is nothing left to replace', () => {
  const newId = counter()
  forRedlines((redline, asked) => {
    const edit = new Transform(redline)
    replaceMatches(edit, findText(redline, asked), 'Qq', true)
    const edited = { doc: edit.doc, maps: edit.mapping.maps }
    const tracked = trackChanges(redline, edited, { author: 'A', newId }).transform.doc
    expect(findText(tracked, { ...asked, text: 'Qq' }).length).toBe(findText(redline, asked).length)
  })
})
