import { describe, expect, test } from 'vitest'
import { loadWorkflow, parseWorkflow } from '../../../../src/main/core/load-workflow.ts'
import { workflowText } from '../../../support/shipped-workflow.ts'

/** The message for the shipped workflow with one line written otherwise. */
function toldFor(from: string | RegExp, to: string): string {
  const text = workflowText.replace(from, to)
  expect(text).not.toBe(workflowText)
  const parsed = parseWorkflow('desk.yaml', text)
  return parsed.ok ? 'read' : parsed.error.message
}

function lineOf(words: string): number {
  return workflowText.split('\n').findIndex((line) => line.includes(words)) + 1
}

test('the workflow that ships is read, with its steps in their order', () => {
  const parsed = parseWorkflow('workflow.yaml', workflowText)
  if (!parsed.ok) throw new Error(parsed.error.message)
  expect(parsed.value.steps.map(({ status }) => status)).toEqual([
    'draft',
    'desk-edit',
    'fact-check',
    'copy',
    'read-back',
    'standards',
    'legal',
    'ready',
  ])
})

describe('a mistake is told with its line', () => {
  test.each([
    [
      'an unknown step',
      '- status: copy',
      '- status: subbing',
      '“subbing” is no step; there are draft, desk-edit',
    ],
    ['an unknown role', 'moves: [copy, desk]', 'moves: [copy, sub]', '“sub” is no role'],
    ['an unknown blocker', 'clear: [B3, B7, B8]', 'clear: [B3, B13]', '“B13” is no blocker'],
    ['an unknown slot', 'signed: [facts]', 'signed: [approval]', '“approval” is no slot'],
    ['a step twice', '- status: read-back', '- status: copy', '“copy” stands there twice'],
    ['a step that nobody leaves', 'moves: [copy, desk]', 'moves: []', 'nobody may move the article on'],
    ['a step without roles', '    moves: [copy, desk]\n', '', 'a list of roles is expected'],
    ['a misspelt field', 'signed: [facts]', 'sign: [facts]', 'Unrecognized key'],
    ['a role twice', 'moves: [copy, desk]', 'moves: [desk, desk]', 'a role stands there twice'],
    ['an act of nobody', 'kill: [desk, legal, approver]', 'kill: []', 'somebody must be able to do it'],
    ['filing that asks for too little', 'clear: [B7, B10, B11, B12]', 'clear: [B7]', 'B10, B11, B12 as well'],
    ['no first step', '- status: draft', '- status: legal', '“legal” stands there twice'],
  ])('%s', (_name, from, to, message) => {
    expect(toldFor(from, to)).toContain(message)
    expect(toldFor(from, to)).toMatch(/^The workflow file “desk\.yaml” cannot be used: line \d+ \(\S+\): /)
  })

  test('with the line of the very place', () => {
    expect(toldFor('moves: [copy, desk]', 'moves: [copy, sub]')).toContain(
      `line ${lineOf('moves: [copy, desk]')} (steps.3.moves.1)`,
    )
    expect(toldFor('- status: read-back', '- status: copy')).toContain(
      `line ${lineOf('- status: read-back')} `,
    )
  })

  test('draft and ready must be there', () => {
    const draft = /  - status: draft[\s\S]*?(?=  - status: desk-edit)/
    expect(toldFor(draft, '')).toContain('the first step must be “draft”')
    const ready = /  - status: ready\n    moves: \[desk, approver\]\n/
    expect(toldFor(ready, '')).toContain('the last step must be “ready”')
  })

  test('a list that is empty, a file that is none, and one that is not there', async () => {
    expect(toldFor(/steps:[\s\S]*?(?=# Who may do the rest)/, 'steps: []\n')).toContain('“draft”')
    expect(parseWorkflow('desk.yaml', 'steps: [').ok).toBe(false)
    const missing = await loadWorkflow('/nowhere/workflow.yaml')
    expect(missing.ok ? '' : missing.error.message).toContain('it is missing or may not be read')
  })
})
