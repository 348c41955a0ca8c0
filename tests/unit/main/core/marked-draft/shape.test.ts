import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../../support/library.ts'
import {
  COMMISSIONED,
  COMMISSIONED_NAME,
  readListed,
  SAMPLE,
} from '../../../../support/marked-draft/drafts.ts'
import type { ListedDraft } from '../../../../support/marked-draft/drafts.ts'
import { shapeOf } from '../../../../support/marked-draft/shape.ts'
import { sentenceStarts } from '../../../../../src/shared/document/sentences.ts'

function documentIn({ bytes }: ListedDraft) {
  return documentOf(new TextDecoder().decode(bytes).trim())
}

function checkShape(path: string): void {
  const draft = readListed(path)
  expect(shapeOf(draft.list, documentIn(draft))).toEqual(draft.shape)
  const keys = draft.list.claims.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
}

describe('a marked draft', () => {
  test('of the bundled sample has the shape it is known by', () => checkShape(SAMPLE))

  test.skipIf(COMMISSIONED === null)(`has the shape it is known by: ${COMMISSIONED_NAME}`, () => {
    const path = COMMISSIONED ?? ''
    checkShape(path)
    const text = documentIn(readListed(path))
    const sentences = text.children.flatMap((paragraph) => sentenceStarts(paragraph.textContent))
    expect(sentences).toHaveLength(31)
    expect(readListed(path).shape).toMatchObject({ claims: 59, anchors: 90, notes: 118, onArticle: 11 })
  })

  test('is refused for a draft that was changed since', () => {
    expect(() => readListed(join(dirname(SAMPLE), 'README.md'))).toThrow(
      /No list was made for .*changed since/,
    )
  })
})
