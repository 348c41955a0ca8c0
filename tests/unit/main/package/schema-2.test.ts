import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDocumentReader } from '../../../../src/main/package/read-documents.ts'

type Kept = { readonly textHash: string; readonly document: string }

const FIXTURE = join(import.meta.dirname, '../../../fixtures/schema-2.json')

test('a text in the package of a desk that knows no schema 3 counts as written by Stet', () => {
  const read = createDocumentReader()
  for (const { textHash, document } of JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly Kept[]) {
    expect(read(document, false)).toMatchObject({ ok: true, value: { textHash } })
  }
})
