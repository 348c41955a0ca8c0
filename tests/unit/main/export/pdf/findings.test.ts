import { describe, expect, test } from 'vitest'
import { buildReport } from '../../../../../src/main/export/pdf/report.ts'
import type { Report, Variant } from '../../../../../src/main/export/pdf/report.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import type { RuleFindings, StyleFindings } from '../../../../../src/shared/model/style-findings.ts'
import { HANNE, marked, NOW, request } from './builders.ts'

const LOADED: RuleFindings = {
  title: 'Loaded word',
  explanation: 'The word takes a side.',
  level: 'should',
  open: 44,
  aside: 1,
  first: [
    { place: '1.1', words: 'regime', ofWhole: false, detail: '', instead: 'government', aside: null },
    { place: '2.1', words: 'x'.repeat(200), ofWhole: false, detail: 'Twice.', instead: '', aside: null },
    {
      place: '3.2',
      words: 'mob',
      ofWhole: false,
      detail: '',
      instead: null,
      aside: { by: HANNE.id, at: NOW },
    },
  ],
}
const WHOLE: RuleFindings = {
  ...LOADED,
  title: 'No date',
  open: 1,
  aside: 0,
  first: [{ place: 'The story', words: 'Ring', ofWhole: true, detail: '', instead: null, aside: null }],
}
const STYLE: StyleFindings = { house: 'Neutral', spelling: true, rules: [WHOLE, LOADED], claims: 12 }

function report(fields: Partial<ExportRequest>, variant: Variant = 'packet'): Report {
  return buildReport(variant, marked(), request(marked(), fields), (look) => look)
}
const countOf = (one: Report, label: string) => one.cover?.counts.find((pair) => pair.label === label)?.value

describe('what the style check proposes', () => {
  test('is told rule by rule, with what was put aside and by whom', () => {
    const { findings } = report({ style: STYLE })
    expect(findings?.intro).toContain('House style: Neutral.')
    expect(findings?.intro).toContain('takes 12 more passages for claims')
    const [whole, loaded] = findings?.rules ?? []
    expect(whole?.found).toEqual([{ place: 'The story', words: '', note: '' }])
    expect(loaded).toMatchObject({ counts: '44 open, 1 put aside', level: 'should', more: 'and 42 more' })
    expect(loaded?.found.map(({ note }) => note)).toEqual([
      'instead: “government”',
      'Twice.; can go',
      'put aside by Hanne Ostrow, 20 Nov 2026, 16:44:02',
    ])
    expect(loaded?.found[1]?.words.length).toBeLessThan(100)
  })

  test('is counted on the cover', () => {
    const one = report({ style: STYLE })
    expect(countOf(one, 'Style findings open, put aside')).toBe('45, 1')
    expect(countOf(one, 'Claims proposed, not yet pinned')).toBe('12')
  })

  test('may be nothing', () => {
    const one = report({ style: { ...STYLE, rules: [], claims: 0 } })
    expect(one.findings).toMatchObject({ nothing: 'No finding.', rules: [] })
    expect(one.findings?.intro).not.toContain('finder')
    expect(countOf(one, 'Style findings open, put aside')).toBe('0, 0')
  })

  test('is said to be unknown where the check could not be made', () => {
    for (const style of [null, undefined]) {
      const one = report(style === undefined ? {} : { style })
      expect(one.findings).toEqual({
        intro: 'The style check could not be made for this file.',
        nothing: '',
        rules: [],
      })
      expect(countOf(one, 'Style findings open, put aside')).toBe('not checked')
    }
  })

  test('says so where spelling was not checked', () => {
    expect(report({ style: { ...STYLE, spelling: false } }).findings?.intro).toContain(
      'Spelling was not checked',
    )
  })

  test('is kept from readers outside, and told to legal', () => {
    const outside = report({ style: STYLE, audience: 'external' })
    expect(outside.findings).toBeNull()
    expect(JSON.stringify(outside)).not.toMatch(/Loaded|Style findings|Claims proposed/)
    expect(report({ style: STYLE, audience: 'legal' }).findings?.rules).toHaveLength(2)
  })

  test.each(['redline', 'clean'] as const)('is no part of the %s', (variant) => {
    expect(report({ style: STYLE }, variant).findings).toBeNull()
  })
})

test('the last event of the log is printed, with its number', () => {
  const record = { seq: 374, hash: 'a'.repeat(64) }
  expect(report({ record }).hashes.record).toEqual({ event: '374', hash: record.hash })
  expect(report({}).hashes.record).toBeNull()
})
