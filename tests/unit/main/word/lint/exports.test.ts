import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdable } from '../../../../../src/main/export/docx/holdable.ts'
import { writeDocx } from '../../../../../src/main/export/docx/write.ts'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { findWordFault } from '../../../../../src/main/word/lint/check-file.ts'
import { addedFaults, lintPackage } from '../../../../../src/main/word/lint/lint.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { brokenWordFile, brokenWordFileBytes, soundWordFile } from '../../../../support/sound-word-file.ts'
import { randomWordArticle } from '../../../../support/word-articles.ts'
import { randomContent } from '../../../../support/word-content.ts'

const RUNS = Number(process.env['WORD_RUNS'] ?? 60)

describe('files of ours have no defect', () => {
  test('random articles with everything', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomWordArticle(8), async (content) => {
        const { doc } = holdable(content.doc, content.images)
        expect(lintPackage(await readPackage(writeDocx({ ...content, doc })))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  test('random reviews with threads', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomContent, async (content) => {
        expect(lintPackage(await readPackage(writeDocx(content)))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  test('the copies that are offered', async () => {
    for (const kind of ['docx-review', 'docx-clean'] as const) {
      const outcome = await exportReview(exportRequest({ kind }))
      expect(outcome.ok && (await findWordFault(outcome.value.bytes))).toBe(null)
    }
  })
})

describe('a file made from another', () => {
  const twice = ['word/document.xml', '<w:b/><w:i/>', '<w:i/><w:b/>'] as const
  const badDate = ['word/comments.xml', '2026-09-14', '2026-13-14'] as const

  test('may have the defects that the other had', async () => {
    const bytes = brokenWordFileBytes(...twice)
    expect(await findWordFault(bytes)).toBe(
      'properties stand in another order than the format wants, or twice (word/document.xml, w:b after w:i in w:rPr)',
    )
    expect(await findWordFault(bytes, [soundWordFile()])).not.toBe(null)
    expect(await findWordFault(bytes, [soundWordFile(), bytes])).toBe(null)
  })

  test('may have half a field, where changes of others leave half of one', async () => {
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const bytes = brokenWordFileBytes('word/document.xml', end, '')
    expect(await findWordFault(bytes)).toMatch(/^a field has no beginning or no end/)
    expect(await findWordFault(bytes, [soundWordFile()])).toBe(null)
  })

  test('is told of kinds that are new', async () => {
    const before = lintPackage(await brokenWordFile(...twice))
    const after = lintPackage(await brokenWordFile(...badDate))
    expect(addedFaults([...before, ...after], before).map((fault) => fault.kind)).toEqual(['date'])
  })
})
