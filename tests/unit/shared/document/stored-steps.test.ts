import { Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import {
  applyStoredSteps,
  parseDocument,
  readSnapshot,
  replaySteps,
} from '../../../../src/shared/document/stored-steps.ts'
import { schema } from '../../../../src/shared/document/schema.ts'

function documentOf(paragraphs: number) {
  const body = Array.from({ length: paragraphs }, () => schema.nodes.para.create(null, schema.text('words')))
  return schema.nodes.doc.create(null, body)
}

test('edits that were stored one by one are replayed together, however much they come to', () => {
  const doc = documentOf(30_000)
  const whole: unknown = new ReplaceStep(0, doc.content.size, new Slice(doc.content, 0, 0)).toJSON()
  const steps = Array.from({ length: 6 }, () => whole)
  for (const step of steps) expect(applyStoredSteps(doc, [step]).ok).toBe(true)
  expect(applyStoredSteps(doc, steps).ok).toBe(false)
  const replayed = replaySteps(doc, steps)
  expect(replayed.ok && replayed.doc.eq(doc)).toBe(true)
})

test('a text that grew beyond what one file may bring opens again', () => {
  const doc = documentOf(110_000)
  expect(parseDocument(doc.toJSON()).ok).toBe(false)
  const read = readSnapshot(doc.toJSON())
  expect(read.ok && read.doc.eq(doc)).toBe(true)
})
