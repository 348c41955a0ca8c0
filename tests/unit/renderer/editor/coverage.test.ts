import { describe, expect, test } from 'vitest'
import { schema } from '../../../../src/shared/document/schema.ts'
import { coverageOf } from '../../../../src/renderer/editor/places/coverage.ts'
import { claim, deleted, p, text } from '../../../support/document.ts'

const covered = (...blocks: readonly ReturnType<typeof p>[]) => {
  const { sentences, coveredSentences, words, coveredWords } = coverageOf(schema.node('doc', null, blocks))
  return [`${coveredSentences} of ${sentences} sentences`, `${coveredWords} of ${words} words`]
}

describe('how much of the article claims hold', () => {
  test('a sentence is covered as soon as a claim holds some of it', () => {
    const first = p([...claim('Nine boats', 'k'), ...text(' were seized. Nobody was hurt. ')])
    const second = p([...text('It is '), ...claim('the largest haul', 'm'), ...text('.')])
    expect(covered(first, second)).toEqual(['2 of 3 sentences', '5 of 12 words'])
  })

  test('a claim over several sentences covers each of them, and overlapping claims count once', () => {
    const all = p([...claim([...claim('One. ', 'a'), ...text('Two. Th')], 'b'), ...text('ree. Four.')])
    expect(covered(all)).toEqual(['3 of 4 sentences', '3 of 4 words'])
  })

  test('words that are deleted are no part of it', () => {
    const doc = p([...claim(deleted('Nine boats were seized. ', 'mo'), 'k'), ...text('Nobody was hurt.')])
    expect(covered(doc)).toEqual(['0 of 1 sentences', '0 of 3 words'])
  })

  test('headline, standfirst and byline have no number and are not counted', () => {
    const head = p({ style: 'headline' }, claim('Nine boats', 'k'))
    expect(covered(head, p({ style: 'byline' }, 'By Jonah Pell'), p('One.'))).toEqual([
      '0 of 1 sentences',
      '0 of 1 words',
    ])
  })

  test('the space behind a sentence alone covers nothing', () => {
    const doc = p([...text('One.'), ...claim(' ', 'k'), ...text('Two.')])
    expect(covered(doc)[0]).toBe('0 of 2 sentences')
  })
})
