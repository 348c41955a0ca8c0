import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { findsInText } from '../../../../../src/shared/document/index/stands-in-text.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { foldWords, standsIn } from '../../../../../src/shared/fold-words.ts'
import { deleted, document, hardBreak, inserted, p } from '../../../../support/document.ts'

const { table, row, cell, footnote } = schema.nodes
const deletion = { id: 'd', author: 'A' }

const doc = document(
  p({ style: 'headline' }, 'Police  say it'),
  p('The ', deleted('old ', 'A'), inserted('new ', 'A'), 'yard', hardBreak(), 'in Skarn, “known” to all'),
  p({ paragraphMark: { deletion } }, 'One half'),
  p(' and the other'),
  table.create(null, [
    row.create(null, cell.create(null, [p('In a cell')])),
    row.create({ tracking: { deletion } }, cell.create(null, [p('Gone with its row')])),
  ]),
  p('A note', [footnote.create(null, [p('under the line')])], ' beside it'),
)
const stands = findsInText(indexDocument(doc))

describe('whether words stand in the final text', () => {
  test.each([
    'police say it',
    'the NEW yard',
    'yard in Skarn',
    '"known"',
    'one half and the other',
    'in a cell',
    'under the line',
    'A note beside it',
  ])('they do: %s', (words) => {
    expect(stands(words)).toBe(true)
  })

  test.each(['', '  ', 'the old yard', 'polic', 'ya', 'say it the new', 'gone with its row', 'cell under'])(
    'they do not: “%s”',
    (words) => {
      expect(stands(words)).toBe(false)
    },
  )
})

const WORDS = ['yard', 'in', 'Skarn', 'police', 'say', 'it', 'the']
const paragraph = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  out: fc.nat({ max: 6 }),
  runsOn: fc.boolean(),
})

test('it agrees with the text that is hashed, after edits too', () => {
  const texts = fc.array(paragraph, { minLength: 1, maxLength: 60 })
  const build = (parts: readonly { words: readonly string[]; out: number; runsOn: boolean }[]) =>
    document(
      ...parts.map(({ words, out, runsOn }, at) =>
        p(
          runsOn && at < parts.length - 1 ? { paragraphMark: { deletion } } : {},
          words.slice(0, out).join(' '),
          deleted(` ${words.slice(out).join(' ')}`, 'A'),
        ),
      ),
    )
  const asked = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(texts, texts, fc.array(asked, { maxLength: 8 }), (first, more, questions) => {
      const before = indexDocument(build(first))
      const next = build([...first.slice(0, 40), ...more])
      const [known, now] = [findsInText(before), findsInText(indexDocument(next, before))]
      for (const words of questions.map((each) => each.join(' '))) {
        known(words)
        const lines = canonicalText(next).split('\n').map(foldWords)
        expect([words, now(words)]).toEqual([words, lines.some((line) => standsIn(line, foldWords(words)))])
      }
    }),
    { numRuns: 300 },
  )
})
