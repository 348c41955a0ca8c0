import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { EVERY_RUN, parametersOf, same, timeoutOf } from '../../../../support/fuzz.ts'
import { playJourney, randomJourney } from '../../../../support/returned-copies.ts'

const AMOUNT = EVERY_RUN

test(
  'accepting all of a returned copy gives its final text',
  () => {
    fc.assert(
      fc.property(randomJourney, (journey) => {
        const { copy, woven } = playJourney(journey)
        expect(paragraphTexts(project(woven.doc, 'final'))).toEqual(paragraphTexts(project(copy, 'final')))
      }),
      parametersOf(AMOUNT),
    )
  },
  timeoutOf(AMOUNT),
)

test(
  'rejecting all that came with it gives the base again, with its claims and comments, where nothing was decided',
  () => {
    fc.assert(
      fc.property(randomJourney, (journey) => {
        const { base, woven, known } = playJourney({ ...journey, decided: null })
        const brought = indexDocument(woven.doc).changes.map(({ id }) => id)
        const ids = new Set(brought.filter((id) => !known.has(id)))
        const verdicts = [...woven.of.values()].filter((verdict) => verdict !== 'open')
        // Words taken out of an insertion without tracking read as one that was rejected in part, or wholly.
        if (verdicts.length + woven.inPart.length > 0) return
        const rejected = ids.size > 0 ? decide(woven.doc, ids, 'reject').doc : woven.doc
        same(rejected, base)
      }),
      parametersOf(AMOUNT),
    )
  },
  timeoutOf(AMOUNT),
)

test(
  'a copy that nobody touched is the base',
  () => {
    fc.assert(
      fc.property(randomJourney, (journey) => {
        const { base, woven } = playJourney({
          ...journey,
          decided: null,
          tracked: [],
          untracked: [],
          swapped: null,
        })
        same(woven.doc, base)
      }),
      parametersOf(AMOUNT),
    )
  },
  timeoutOf(AMOUNT),
)
