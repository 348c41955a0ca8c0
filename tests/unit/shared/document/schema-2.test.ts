import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalText } from '../../../../src/shared/document/canonical.ts'
import { indexDocument } from '../../../../src/shared/document/index/document-index.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { storedForm } from '../../../../src/shared/document/stored-form.ts'

type Kept = { readonly textHash: string; readonly words: number; readonly document: string }

/** Texts as they were stored, and hashed, before a Word file could leave anything in them. */
const FIXTURE = join(import.meta.dirname, '../../../fixtures/schema-2.json')
const KEPT = JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly Kept[]

test.each(KEPT.map((kept, index) => [index + 1, kept] as const))(
  'text %i of schema 2 reads, is written and is hashed as it was',
  (_, { textHash, words, document }) => {
    const read = parseDocument(JSON.parse(document))
    if (!read.ok) throw new Error(read.message)
    expect(JSON.stringify(storedForm(read.doc))).toBe(document)
    expect(createHash('sha256').update(canonicalText(read.doc)).digest('hex')).toBe(textHash)
    expect(indexDocument(read.doc).words).toBe(words)
  },
)
