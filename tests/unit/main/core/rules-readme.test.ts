import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseRules } from '../../../../src/main/core/load-rules.ts'
import { evaluateClaim } from '../../../../src/shared/rules/sourcing.ts'
import { settingOf } from '../../../support/evidence.ts'
import { RULES_FILE } from '../../../support/shipped-rules.ts'

test('the rule that the README adds can be added, and does what it says', () => {
  const readme = readFileSync(RULES_FILE.replace('sourcing.yaml', 'README.md'), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const indented = example.replaceAll(/^(?=.)/gm, '  ')
  const parsed = parseRules('sourcing.yaml', `${readFileSync(RULES_FILE, 'utf8')}\n${indented}`)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const post = { kind: 'post', grade: 'C', title: 'A post' } as const
  const said = (url: string) => {
    const { claim, evidence } = settingOf({ claim: { kind: 'quotation' }, sources: [{ ...post, url }] })
    return evaluateClaim(claim, evidence, parsed.value).find((result) => result.rule === 'R19')
  }
  expect(said('')).toMatchObject({ state: 'unmet', why: 'Nobody saved the page of “A post”.' })
  expect(said('https://post.example/1')?.state).toBe('met')
})
