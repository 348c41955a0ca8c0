import { describe, expect, test } from 'vitest'
import { reviewContent } from '../../../../src/shared/exchange/review-content.ts'
import { readPackage } from '../../../../src/main/package/read.ts'
import { writePackage } from '../../../../src/main/package/write.ts'
import { sortContent } from '../../../../src/shared/exchange/sort-content.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { requestOf } from '../../../support/package-desk.ts'
import { privateReview } from '../../../support/private-review.ts'

async function wholeReview() {
  const folder = temporaryFolder()
  try {
    const library = await openTestLibrary(folder.path)
    const { articleId } = await privateReview(library)
    const { doc } = await library.must('review.open', { articleId })
    await library.core.close()
    return requestOf(folder.path, articleId, doc, 'legal')
  } finally {
    folder.remove()
  }
}

describe('a package', () => {
  test('is read as it was written', async () => {
    const request = await wholeReview()
    const written = writePackage(request)
    if (!written.ok) throw new Error(written.error.message)
    const read = readPackage(written.value.bytes)
    if (!read.ok) throw new Error(read.error.message)
    expect(reviewContent.parse(read.value.content.review)).toEqual(
      reviewContent.parse(sortContent(request.review)),
    )
  })
})
