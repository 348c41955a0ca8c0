import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { buildReport } from '../../../../../src/main/export/pdf/report.ts'
import type { Report, Variant } from '../../../../../src/main/export/pdf/report.ts'
import { MOST_LISTED_CHANGES } from '../../../../../src/shared/change-register.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { pdfDocument, pdfRequest } from '../../../../support/pdf-review.ts'
import { article, INES, inserted, para, request, run } from './builders.ts'

function report(fields: Partial<ExportRequest>, variant: Variant = 'packet'): Report {
  return buildReport(variant, pdfDocument(), pdfRequest(fields), (look) => look)
}

function leftOut(doc: Node, fields: Partial<ExportRequest> = {}): string {
  return buildReport('packet', doc, request(doc, fields), (look) => look).changesLeftOut
}

/** A text with so many changes, of words that do not touch. */
function edited(count: number) {
  const words = Array.from({ length: count }, (_, at) => [run('new', inserted(INES, `i${at}`)), ' old '])
  return article(para('headline', 'Ring'), para('body', ...words.flat()))
}

const leadsToChanges = (one: Report) => JSON.stringify(one).includes('"to":"change-')
const namesChanges = (one: Report) => Object.keys(one.anchors).some((name) => name.startsWith('change-'))

test('few changes are listed, and lead to and fro', () => {
  const listed = report({})
  expect(listed.changesLeftOut).toBe('')
  expect(leadsToChanges(listed)).toBe(true)
  expect(namesChanges(listed)).toBe(true)
})

test.each(['packet', 'redline'] as const)(
  'of the %s it can be left out, and nothing leads there',
  (variant) => {
    const left = report({ changeRegister: 'never' }, variant)
    expect(left.changesLeftOut).toBe(
      'The list of 1 change was left out, as it was asked for: the open ones stand in the redline, and all of them, with authors and times, in the data within this file.',
    )
    expect(left.changes).toHaveLength(1)
    expect(leadsToChanges(left)).toBe(false)
    expect(namesChanges(left)).toBe(false)
    // What leads elsewhere stays.
    expect(Object.keys(left.anchors)).toContain(variant === 'packet' ? 'claim-1' : 'comment-C1')
  },
)

test('many are left out unless they are asked for', () => {
  const many = edited(MOST_LISTED_CHANGES + 1)
  expect(leftOut(edited(MOST_LISTED_CHANGES))).toBe('')
  expect(leftOut(many)).toContain('as it is longer than 500')
  expect(leftOut(many, { changeRegister: 'always' })).toBe('')
})

test('a file without a change has nothing to leave out', () => {
  const doc = article(para('headline', 'Ring'))
  expect(leftOut(doc, { changeRegister: 'never' })).toBe('')
})
