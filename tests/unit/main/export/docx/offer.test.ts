import { expect, test } from 'vitest'
import { offerWord, OWN_FILE } from '../../../../../src/main/export/docx/offer.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { brokenWordFileBytes, soundWordFile } from '../../../../support/sound-word-file.ts'

const BROKEN = brokenWordFileBytes('word/document.xml', '<w:b/><w:i/>', '<w:i/><w:b/>')
const original = { name: 'draft.docx', bytes: soundWordFile() }

function file(bytes: Uint8Array) {
  return { ok: true, value: { name: 'review.docx', bytes, checked: '', warnings: [] } } as const
}

test('a file that Word would repair is not offered', async () => {
  const outcome = await offerWord(exportRequest(), () => Promise.resolve(file(BROKEN)))
  expect(outcome.ok ? null : outcome.error.message).toBe(
    'The Word file failed its own check: Word would not open it as it is, because properties stand in another order ' +
      'than the format wants, or twice (word/document.xml, w:b after w:i in w:rPr). No file was written; the review is ' +
      'untouched.',
  )
})

test('what cannot be written into the file that came in is written as a file of its own, and that is said', async () => {
  const make = (request: ExportRequest) => Promise.resolve(file(request.original ? BROKEN : soundWordFile()))
  const outcome = await offerWord(exportRequest({ original }), make)
  expect(outcome.ok && outcome.value.warnings.map((warning) => warning.code)).toEqual([OWN_FILE])
})

test('the fault of the file that came in is told where no other can be made', async () => {
  const outcome = await offerWord(exportRequest({ original }), () => Promise.resolve(file(BROKEN)))
  expect(outcome.ok).toBe(false)
})
