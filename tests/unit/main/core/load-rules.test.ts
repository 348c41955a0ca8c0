import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadRules, parseRules } from '../../../../src/main/core/load-rules.ts'
import { RULES_FILE } from '../../../support/shipped-rules.ts'

const whole = readFileSync(RULES_FILE, 'utf8')

/** A smallest file of rules, of which each mistake spoils one line. */
const SMALL = `version: '1'
words:
  sure: [certain]
shared:
  twice:
    unmet: One.
    remedy: Two.
    met: Yes.
    anyOf:
      - count: 2
rules:
  - id: R1
    title: Number
    applies: { kinds: [number] }
    demands:
      - unmet: 'Not in {text}.'
        remedy: Attach one.
        met: Attached.
        anyOf:
          - test: { grades: [A] }
    also: [twice]
    waivedBy: [desk]
`

function refusal(text: string): string {
  const parsed = parseRules('desk.yaml', text)
  return parsed.ok ? 'accepted' : parsed.error.message
}

test('the small file is a good one', () => {
  expect(refusal(SMALL)).toBe('accepted')
})

/** Each: what stands in the small file, what is written in its place, and the line and words of the refusal. */
const MISTAKES: readonly (readonly [name: string, from: string, to: string, line: number, words: string])[] =
  [
    [
      'an unknown grade',
      'grades: [A]',
      'grades: [Z]',
      20,
      '(rules.0.demands.0.anyOf.0.test.grades.0): Invalid option',
    ],
    [
      'an unknown kind of claim',
      'kinds: [number]',
      'kinds: [figure]',
      14,
      '(rules.0.applies.kinds.0): Invalid option',
    ],
    ['an unknown role', 'waivedBy: [desk]', 'waivedBy: [boss]', 22, '(rules.0.waivedBy.0): Invalid option'],
    ['a misspelt word', 'title: Number', 'titel: Number', 13, '(rules.0.titel): Unrecognized key: "titel"'],
    [
      'an unknown condition',
      'test: { grades: [A] }',
      'tset: { grades: [A] }',
      20,
      'Unrecognized key: "tset"',
    ],
    [
      'a sentence left out',
      '        remedy: Attach one.\n',
      '',
      16,
      '(rules.0.demands.0.remedy): Invalid input',
    ],
    ['an empty sentence', 'remedy: Attach one.', "remedy: ''", 17, '(rules.0.demands.0.remedy): Too small'],
    [
      'an unknown word in braces',
      '{text}',
      '{name}',
      16,
      'only {sources}, {parties}, {words}, {text} may stand in braces',
    ],
    [
      'no way at all',
      'anyOf:\n          - test: { grades: [A] }',
      'anyOf: []',
      19,
      '(rules.0.demands.0.anyOf): Too small',
    ],
    [
      'half a source',
      '- count: 2',
      '- count: 1.5',
      10,
      '(shared.twice.anyOf.0.count): Invalid input: expected int',
    ],
    [
      'a list that is not there',
      '- test: { grades: [A] }',
      '- claim: { noWords: doubt }',
      20,
      'there is no list of words called “doubt”',
    ],
    [
      'a shared demand that is not there',
      'also: [twice]',
      'also: [thrice]',
      21,
      'there is no shared demand called “thrice”',
    ],
    ['a list with a capital', 'sure: [certain]', 'Sure: [certain]', 3, '(words.Sure): Invalid key in record'],
    ['an empty list', 'sure: [certain]', 'sure: []', 3, '(words.sure): Too small'],
    [
      'a rule with another name',
      'id: R1',
      'id: Rule 1',
      12,
      'a rule is called R and a number of one or two digits',
    ],
    [
      'an unknown slot',
      'waivedBy: [desk]',
      'waivedBy: [desk]\n    requires: [copy]',
      23,
      '(rules.0.requires.0): Invalid option',
    ],
    [
      'an unknown blocker',
      'waivedBy: [desk]',
      'waivedBy: [desk]\n    blocker: B1',
      23,
      '(rules.0.blocker): Invalid option',
    ],
    ['a tab', '    waivedBy: [desk]', '\twaivedBy: [desk]', 22, 'Tabs are not allowed as indentation'],
    [
      'an open bracket',
      'waivedBy: [desk]',
      'waivedBy: [desk',
      23,
      'Flow sequence in block collection must be',
    ],
    [
      'a key that stands twice',
      'title: Number',
      'title: Number\n    title: Sum',
      14,
      'Map keys must be unique',
    ],
    [
      'an alias',
      'waivedBy: [desk]',
      'waivedBy: &who [desk]\n    requires: *who',
      23,
      'an alias (*name); write the value out',
    ],
  ]

describe('a mistake is refused with file, line and words', () => {
  test.each(MISTAKES)('%s', (_name, from, to, line, words) => {
    expect(SMALL).toContain(from)
    const told = refusal(SMALL.replace(from, to))
    expect(told).toContain(`The rule file “desk.yaml” cannot be used: line ${line}`)
    expect(told).toContain(words)
    expect(told).toContain('Nothing was changed. Mend the file and start Stet again.')
  })

  test('a rule that stands twice', () => {
    const [, rule = ''] = SMALL.split('rules:\n')
    expect(refusal(SMALL + rule)).toContain('line 23 (rules.1.id): there are two rules R1.')
  })

  test('of several the first in the file', () => {
    expect(refusal(SMALL.replace('[desk]', '[boss]').replace('title: Number', "title: ''"))).toContain(
      'line 13',
    )
  })

  test('a file that is missing, too long, or no rules', async () => {
    const missing = await loadRules('/nowhere/rules.yaml')
    expect(missing.ok ? '' : missing.error.message).toContain('“rules.yaml” cannot be used: it is missing')
    expect(refusal('#'.repeat(1_000_001))).toContain('it is too long')
    expect(refusal('')).toContain('line 1')
    expect(refusal('version: 1')).toContain('line 1')
    expect(refusal('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]')).toContain('line 2: an alias')
  })
})

test('a mistake in the shipped file is found on its line, far down', () => {
  const at = whole.slice(0, whole.indexOf('id: R18')).split('\n').length
  expect(refusal(whole.replace('id: R18', 'id: R17'))).toContain(
    `line ${at} (rules.17.id): there are two rules R17`,
  )
})
