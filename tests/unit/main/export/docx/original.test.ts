import { expect, test } from 'vitest'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { exportRequest, REVIEWED } from '../../../../support/export-request.ts'

test.each(['docx-original', 'docx-clean'] as const)(
  '%s holds one reading of the text, in a file of its own and in the one that came in',
  async (kind) => {
    const review = await exportReview(exportRequest({ kind: 'docx-review' }))
    if (!review.ok) throw new Error(review.error.message)
    const original = { name: 'draft.docx', bytes: review.value.bytes }
    for (const more of [{}, { original }]) {
      const outcome = await exportReview(exportRequest({ kind, ...more }))
      if (!outcome.ok) throw new Error(outcome.error.message)
      const read = await readBack(outcome.value.bytes)
      const wanted = project(REVIEWED, kind === 'docx-clean' ? 'final' : 'original')
      expect(paragraphTexts(read.doc)).toEqual(paragraphTexts(wanted))
      expect(read.changes).toEqual([])
      expect(read.threads).toEqual([])
    }
  },
)
