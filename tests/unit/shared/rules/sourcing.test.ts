import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/shared/model/claim.ts'
import { NO_DETAILS } from '../../../../src/shared/model/claim.ts'
import type { PersonId } from '../../../../src/shared/model/ids.ts'
import type { RuleBook, RuleResult } from '../../../../src/shared/model/rule.ts'
import type { Source } from '../../../../src/shared/model/source.ts'
import { evaluateClaim } from '../../../../src/shared/rules/sourcing.ts'
import { loadRules } from '../../../../src/main/core/load-rules.ts'
import { AT, claimLink, claimRow, sourceRow } from '../../../support/rows.ts'

/** The rules that ship, not ones made for the test: the file itself is what is tested. */
let book: RuleBook
beforeAll(async () => {
  const loaded = await loadRules(join(import.meta.dirname, '../../../../resources/rules/sourcing.yaml'))
  if (!loaded.ok) throw new Error(loaded.error.message)
  book = loaded.value
})

type Fields = Partial<Source>

/** What one rule says of a claim with these sources; null when the rule does not bear on it. */
function judge(rule: string, claim: Partial<Claim>, sources: readonly Fields[]): RuleResult | null {
  const rows = sources.map((fields, place) => sourceRow(`s${place + 1}`, fields))
  const ids = rows.map((row) => row.id)
  const results = evaluateClaim(claimRow('c', claim, ids), rows, book)
  return results.find((result) => result.rule === rule) ?? null
}

function state(rule: string, claim: Partial<Claim>, sources: readonly Fields[]): string {
  return judge(rule, claim, sources)?.state ?? 'not asked'
}

const said = { ...NO_DETAILS, speaker: 'Edric Vole', spokenOn: '18 November', wordForWord: true }
const attestation = { by: 'ines' as PersonId, at: AT, reason: 'Would lose the post.' }
const unnamed: Fields = { kind: 'person', grade: 'D', onRecord: 'unnamed' }
const witness: Fields = { kind: 'person', grade: 'B', directKnowledge: true }

describe('R1 number', () => {
  const number: Partial<Claim> = { kind: 'number' }
  test.each<[string, Partial<Claim>, readonly Fields[]]>([
    ['met', number, [{ locator: 'p. 3', period: '2026' }]],
    ['unmet', number, []],
    ['unmet', number, [{ locator: 'p. 3' }]],
    ['unmet', number, [{ period: '2026' }]],
    ['unmet', number, [{ grade: 'B', locator: 'p. 3', period: '2026' }]],
    ['not asked', { kind: 'event' }, []],
    ['not asked', { kind: 'number', status: 'cut' }, []],
  ])('%s: %j with %j', (wanted, claim, sources) => {
    expect(state('R1', claim, sources)).toBe(wanted)
  })

  test('the place may stand at the claim instead of the source', () => {
    const source = sourceRow('s', { period: '2026' })
    const claim = claimRow('c', { kind: 'number' })
    const link = { ...claimLink(source.id), locator: 'table 4' }
    expect(evaluateClaim({ ...claim, sources: [link] }, [source], book)[0]?.state).toBe('met')
  })
})

describe('R2 quotation', () => {
  const recording: Fields = { kind: 'recording', medium: 'audio' }
  test.each<[string, Partial<Claim>, readonly Fields[]]>([
    ['met', { kind: 'quotation', details: said }, [recording]],
    ['unmet', { kind: 'quotation', details: said }, []],
    ['unmet', { kind: 'quotation', details: said }, [{ ...recording, medium: '' }]],
    ['unmet', { kind: 'quotation', details: said }, [{ ...recording, kind: 'outlet' }]],
    ['unmet', { kind: 'quotation', details: { ...said, wordForWord: false } }, [recording]],
    ['unmet', { kind: 'quotation', details: { ...said, spokenOn: ' ' } }, [recording]],
  ])('%s: %j with %j', (wanted, claim, sources) => {
    expect(state('R2', claim, sources)).toBe(wanted)
  })

  test('each thing missing is named, with its remedy', () => {
    const result = judge('R2', { kind: 'quotation' }, [recording])
    expect(result?.why).toBe(
      'It is not said who spoke, or when. Nobody has compared the quotation word by word.',
    )
    expect(result?.remedy).toBe(
      'Name the speaker and the date. Have a checker compare it word by word and tick it.',
    )
  })
})

describe('R6 event', () => {
  const event: Partial<Claim> = { kind: 'event' }
  test.each<[string, readonly Fields[]]>([
    ['met', [{}]],
    ['met', [{ kind: 'observation', grade: 'B' }]],
    ['met', [{ grade: 'B' }, { grade: 'C' }]],
    [
      'met',
      [
        { grade: 'B', origin: 'Harbour office' },
        { grade: 'C', origin: 'the wire' },
      ],
    ],
    ['unmet', []],
    ['unmet', [{ grade: 'B' }]],
    [
      'unmet',
      [
        { grade: 'C', origin: 'The Wire' },
        { grade: 'C', origin: ' the  wire ' },
      ],
    ],
    ['unmet', [{ grade: 'C' }, { grade: 'E' }]],
    ['unmet', [{ grade: 'E', kind: 'observation' }]],
  ])('%s with %j', (wanted, sources) => {
    expect(state('R6', event, sources)).toBe(wanted)
  })

  test('sources that share an origin are named, and so is what never counts', () => {
    const wire: Fields = { grade: 'C', origin: 'the wire' }
    const result = judge('R6', event, [wire, wire, { grade: 'E', title: 'A post' }])
    expect(result?.why).toContain('“Source s1” and “Source s2” share one origin, “the wire”, and count once.')
    expect(result?.why).toContain('“A post”: grade E, guidance only and never support.')
  })
})

describe('R8 allegation', () => {
  const allegation: Partial<Claim> = { kind: 'allegation' }
  test.each<[string, readonly Fields[]]>([
    ['met', [{}]],
    ['met', [witness, { ...witness, onRecord: 'unnamed' }]],
    ['unmet', []],
    ['unmet', [{ kind: 'person' }]],
    ['unmet', [witness]],
    [
      'unmet',
      [
        { ...witness, origin: 'x' },
        { ...witness, origin: 'X' },
      ],
    ],
    ['unmet', [witness, { ...witness, directKnowledge: false }]],
    [
      'unmet',
      [
        { ...witness, onRecord: 'unnamed' },
        { ...witness, onRecord: 'background' },
      ],
    ],
  ])('%s with %j', (wanted, sources) => {
    expect(state('R8', allegation, sources)).toBe(wanted)
  })
})

describe('R9 opinion', () => {
  test.each<[string, Partial<Claim>]>([
    ['met', { kind: 'opinion', details: { ...NO_DETAILS, holder: 'The union' } }],
    ['met', { kind: 'opinion', status: 'opinion-labelled' }],
    ['unmet', { kind: 'opinion' }],
  ])('%s: %j', (wanted, claim) => {
    expect(state('R9', claim, [])).toBe(wanted)
  })
})

describe('R14 unnamed source', () => {
  test.each<[string, readonly Fields[]]>([
    ['not asked', [{}]],
    ['not asked', [{ ...unnamed, grade: 'E' }]],
    ['met', [{ ...unnamed, directKnowledge: true, attestation }]],
    ['unmet', [{ ...unnamed, directKnowledge: true }]],
    ['unmet', [{ ...unnamed, attestation }]],
    ['unmet', [{ ...unnamed, directKnowledge: true, attestation }, unnamed]],
  ])('%s with %j', (wanted, sources) => {
    expect(state('R14', { kind: 'event' }, sources)).toBe(wanted)
  })

  test('nobody may waive it', () => {
    expect(judge('R14', {}, [unnamed])?.waivedBy).toEqual([])
  })
})

describe('R15 outlet', () => {
  const outlet: Fields = { kind: 'outlet', grade: 'C' }
  test.each<[string, Partial<Claim>, readonly Fields[]]>([
    ['not asked', { risk: 'medium' }, [outlet]],
    ['not asked', { risk: 'high' }, [{}]],
    ['unmet', { risk: 'high' }, [outlet, { kind: 'press-release', grade: 'C' }]],
    ['met', { risk: 'high' }, [outlet, witness]],
  ])('%s: %j with %j', (wanted, claim, sources) => {
    expect(state('R15', claim, sources)).toBe(wanted)
  })
})

test('a source that is attached nowhere bears out nothing', () => {
  const result = evaluateClaim(claimRow('c', { kind: 'event' }), [sourceRow('s')], book)
  expect(result.map((one) => one.state)).toEqual(['unmet'])
})
