import { describe, expect, test } from 'vitest'
import { createStyleCheck } from '../../../../src/shared/checks/style-findings.ts'
import { commentOn } from '../../../../src/shared/checks/taken.ts'
import type { Dismissal } from '../../../../src/shared/model/check.ts'
import type { RuleFindings, StyleFindings } from '../../../../src/shared/model/style-findings.ts'
import { beginning, checkTexts } from '../../../support/checks.ts'
import {
  article,
  deleted,
  HANNE,
  inserted,
  NOW,
  noted,
  para,
  run,
  thread,
} from '../../main/export/pdf/builders.ts'

const { book } = beginning()
const check = createStyleCheck(book, null)
const NOTHING_SAID = { threads: [], dismissals: [] }

const LOADED = 'The regime fell.'
const [regime] = checkTexts([LOADED]).filter(({ rule }) => rule === 'loaded')
if (regime?.kind !== 'note') throw new Error('The rules that are delivered find no loaded word any more.')

function ruled(found: StyleFindings, title: string): RuleFindings | undefined {
  return found.rules.find((rule) => rule.title === title)
}

/** Paragraphs of which the third is looked at. */
const doc = article(
  para('headline', 'Coup'),
  para('body', 'It rained.'),
  para('body', 'Dov Lassiter left. ', LOADED),
)

describe('what stands', () => {
  test('is told by its rule, with the sentence as it is printed', () => {
    const found = check(doc, NOTHING_SAID)
    expect(found.house).toBe(book.house.title)
    expect(found.spelling).toBe(false)
    const rule = ruled(found, regime.title)
    expect(rule).toMatchObject({ open: 1, aside: 0, level: regime.severity, explanation: regime.explanation })
    expect(rule?.first).toEqual([
      {
        place: '2.2',
        words: regime.words,
        ofWhole: false,
        detail: '',
        instead: regime.replacement,
        aside: null,
      },
    ])
  })

  test('paragraphs are counted as the final text has them', () => {
    const joined = article(
      para('headline', 'Coup'),
      para('body', run('All of it goes.', deleted(HANNE))),
      para('body', run('It rained. ', inserted(HANNE)), LOADED),
    )
    expect(ruled(check(joined, NOTHING_SAID), regime.title)?.first[0]?.place).toBe('1.2')
  })

  test('the same text gives the same findings, whatever was looked at before', () => {
    const first = check(doc, NOTHING_SAID)
    check(article(para('headline', 'Other'), para('body', 'Experts say it works.')), NOTHING_SAID)
    expect(check(doc, NOTHING_SAID)).toEqual(first)
  })

  test('many of one rule are counted, and the first of them told', () => {
    const many = article(para('headline', 'Coup'), ...Array.from({ length: 90 }, () => para('body', LOADED)))
    const rule = ruled(check(many, NOTHING_SAID), regime.title)
    expect(rule?.open).toBe(90)
    expect(rule?.first).toHaveLength(40)
    expect(rule?.first.at(-1)?.place).toBe('40.1')
  })

  test('what must be looked at comes first', () => {
    const levels = check(doc, NOTHING_SAID).rules.map(({ level }) => ['must', 'should', 'fyi'].indexOf(level))
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
  })
})

describe('what was said of it', () => {
  test('what was put aside is told as such, behind what stands', () => {
    const dismissal: Dismissal = {
      key: regime.key,
      words: regime.words,
      rule: regime.rule,
      by: HANNE.id,
      at: NOW,
    }
    const rule = ruled(check(doc, { threads: [], dismissals: [dismissal] }), regime.title)
    expect(rule).toMatchObject({ open: 0, aside: 1 })
    expect(rule?.first[0]?.aside).toEqual({ by: HANNE.id, at: NOW })
  })

  test('what became a comment is a comment, and no finding', () => {
    const { words } = regime
    const [before = '', behind = ''] = LOADED.split(words)
    const taken = article(para('headline', 'Coup'), para('body', before, run(words, noted('t1')), behind))
    const said = { threads: [thread('t1', HANNE, commentOn(regime))], dismissals: [] }
    expect(ruled(check(taken, said), regime.title)).toBeUndefined()
    expect(
      ruled(check(taken, { ...said, threads: [thread('t1', HANNE, 'Who says so?')] }), regime.title)?.open,
    ).toBe(1)
  })

  test('words for a claim are counted until they are put aside', () => {
    const claims = article(para('headline', 'Coup'), para('body', 'Eleven men were arrested on Monday.'))
    const { claims: count } = check(claims, NOTHING_SAID)
    expect(count).toBeGreaterThan(0)
    const proposals = checkTexts(['Coup', 'Eleven men were arrested on Monday.'], { headline: true })
    const dismissals = proposals.flatMap(({ kind, key, words, rule }): readonly Dismissal[] =>
      kind === 'claim' ? [{ key, words, rule, by: HANNE.id, at: NOW }] : [],
    )
    expect(check(claims, { threads: [], dismissals }).claims).toBe(0)
  })
})
