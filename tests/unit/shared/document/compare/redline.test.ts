import { describe, expect, test } from 'vitest'
import { redlineOf } from '../../../../../src/shared/document/compare/redline.ts'
import { project } from '../../../../../src/shared/document/projection.ts'
import { bold, claim, deleted, document, inserted, p, text } from '../../../../support/document.ts'
import { withoutAnchors } from '../../../../support/without-anchors.ts'

/** Two texts beside each other: what is listed, and what the redline leads to. */

describe('the redline of two texts', () => {
  test('lists what came, what went and what took its place, in the order of the text', () => {
    const one = document(
      'Six boats came in.',
      'Nobody on the quay saw them come in, the harbour master at least says so.',
    )
    const other = document(
      'Six dark boats came in.',
      'Nobody on the quay heard them come in, the harbour master says so.',
    )
    const { differences } = redlineOf(one, other)
    const told = differences.map(({ kind, deleted, inserted }) => [kind, deleted, inserted])
    expect(told).toEqual([
      ['insertion', '', 'dark '],
      ['replacement', 'saw', 'heard'],
      ['deletion', 'at least ', ''],
    ])
  })

  test('leads from the first to the second, whatever was open in either', () => {
    const one = document(p(text('Six '), inserted('dark ', 'mara'), text('boats came.')))
    const other = document(p(text('Six '), deleted('boats', 'ines'), bold('ships'), text(' came.')))
    const { doc, differences } = redlineOf(one, other)
    expect(project(doc, 'original').eq(project(one, 'final'))).toBe(true)
    expect(project(doc, 'final').eq(project(other, 'final'))).toBe(true)
    expect(differences.length).toBeGreaterThan(0)
    expect(new Set(differences.flatMap(({ ids }) => ids)).size).toBe(
      differences.flatMap(({ ids }) => ids).length,
    )
  })

  test('knows nothing of comments and claims', () => {
    const one = document(p(claim('Six boats', 'c1'), text(' came in.')))
    const { doc, differences } = redlineOf(one, document('Six boats came in.'))
    expect(differences).toEqual([])
    expect(doc.eq(withoutAnchors(doc))).toBe(true)
  })

  test('tells a change of format in words', () => {
    const { differences } = redlineOf(document(p(text('Six boats'))), document(p(bold('Six boats'))))
    expect(differences.map(({ kind, description }) => [kind, description])).toEqual([['format', 'bold']])
  })
})
