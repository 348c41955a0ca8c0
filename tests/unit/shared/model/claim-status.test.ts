import { describe, expect, test } from 'vitest'
import { CLAIM_STATUSES } from '../../../../src/shared/model/claim.ts'
import type { ClaimStatus } from '../../../../src/shared/model/claim.ts'
import {
  canMove,
  nextStatuses,
  statusByOtherRules,
  statusBySources,
} from '../../../../src/shared/model/claim-status.ts'
import type { StatusFacts } from '../../../../src/shared/model/claim-status.ts'
import { claimLink } from '../../../support/rows.ts'
import type { SourceId } from '../../../../src/shared/model/ids.ts'

const BARE: StatusFacts = { isSourced: false, hasWords: true, isStale: false, isWaived: false }

const OPEN = ['found', 'needs-source', 'sourced', 'checking'] as const
const VERDICTS = ['verified', 'verified-with-change', 'disputed', 'unverifiable'] as const
const EXITS = ['opinion-labelled', 'waived', 'cut'] as const

describe('the table', () => {
  test('goes along the line, and past what lies between', () => {
    for (const from of OPEN) for (const to of [...VERDICTS, ...EXITS]) expect(canMove(from, to)).toBe(true)
    expect(canMove('found', 'checking')).toBe(true)
  })

  test('leads nowhere back to found', () => {
    for (const from of CLAIM_STATUSES) expect(canMove(from, 'found')).toBe(false)
  })

  test.each([...VERDICTS, ...EXITS])('opens %s again by checking', (from) => {
    expect(canMove(from, 'checking')).toBe(true)
    for (const to of EXITS) expect(canMove(from, to)).toBe(to === 'cut' && from !== 'cut')
  })

  test('lets what was verified be disputed at once, and no dispute be verified without checking', () => {
    expect(canMove('verified', 'disputed')).toBe(true)
    expect(canMove('disputed', 'verified')).toBe(false)
    expect(canMove('waived', 'verified')).toBe(false)
  })

  test('leads from every status on, so that no claim is stuck', () => {
    const facts = { ...BARE, hasWords: false }
    for (const from of CLAIM_STATUSES) expect(nextStatuses(from, facts).length).toBeGreaterThan(0)
  })
})

describe('what a claim may become', () => {
  test('sourced with a source, needing one without', () => {
    expect(nextStatuses('checking', BARE)).toContain('needs-source')
    expect(nextStatuses('checking', BARE)).not.toContain('sourced')
    const sourced = { ...BARE, isSourced: true }
    expect(nextStatuses('cut', sourced)).toEqual(['sourced', 'checking'])
  })

  test('cut only without words, waived only under waivers', () => {
    expect(nextStatuses('checking', BARE)).not.toContain('cut')
    expect(nextStatuses('checking', { ...BARE, hasWords: false })).toContain('cut')
    expect(nextStatuses('checking', BARE)).not.toContain('waived')
    expect(nextStatuses('checking', { ...BARE, isWaived: true })).toContain('waived')
  })

  test('verified again only when stale', () => {
    expect(nextStatuses('verified', BARE)).toEqual(['disputed', 'unverifiable', 'checking'])
    expect(nextStatuses('verified', { ...BARE, isStale: true })).toEqual([...VERDICTS, 'checking'])
  })
})

describe('what follows by itself', () => {
  const supports = claimLink('s' as SourceId)
  const contradicts = { ...supports, stance: 'contradicts' as const }

  test.each<[ClaimStatus, readonly (typeof supports)[], ClaimStatus]>([
    ['found', [supports], 'sourced'],
    ['needs-source', [supports], 'sourced'],
    ['checking', [supports], 'checking'],
    ['sourced', [], 'needs-source'],
    ['found', [], 'found'],
    ['verified', [], 'verified'],
  ])('%s with %j becomes %s', (status, sources, next) => {
    expect(statusBySources({ status, sources })).toBe(next)
  })

  test('a source that contradicts does not make it sourced', () => {
    expect(statusBySources({ status: 'found', sources: [contradicts] })).toBe('found')
    expect(statusBySources({ status: 'sourced', sources: [contradicts] })).toBe('needs-source')
  })

  test('another kind or risk opens again what was settled, except what was cut', () => {
    for (const status of VERDICTS) expect(statusByOtherRules(status)).toBe('checking')
    expect(statusByOtherRules('waived')).toBe('checking')
    expect(statusByOtherRules('cut')).toBe('cut')
    for (const status of OPEN) expect(statusByOtherRules(status)).toBe(status)
  })
})
