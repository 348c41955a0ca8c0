import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../../src/main/opc/refusal.ts'
import { readSource } from '../../../../../src/main/import/docx/source.ts'
import type { WordSource } from '../../../../../src/main/import/docx/source-types.ts'
import {
  contentOfSource,
  editedText,
  patched,
  saidIn,
  withComment,
  withText,
} from '../../../../support/patched-word.ts'
import { randomTypedEdit } from '../../../../support/random-edits.ts'

/** `WORD_CORPUS` names a folder of Word files, `WORD_FILES` how many are tried (50), `WORD_SEED` with which edits. */
const corpus = process.env['WORD_CORPUS'] ?? ''
const wanted = Number(process.env['WORD_FILES'] ?? 50)
const seed = Number(process.env['WORD_SEED'] ?? 0)
const only = process.env['WORD_ONLY']

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx') && (only === undefined || name.includes(only)))
    .map((name) => join(folder, name))
    .sort()
}

/** The first words in which two files differ; null for none. */
function difference(found: readonly string[], wanted: readonly string[]): unknown {
  const index = wanted.findIndex((block, at) => found[at] !== block)
  if (index < 0) return found.length === wanted.length ? null : [found.length, wanted.length]
  const [one = '', other = ''] = [found[index], wanted[index]]
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const from = Math.max(0, at - 80)
  return { index, found: one.slice(from, at + 120), wanted: other.slice(from, at + 120) }
}

describe.skipIf(!existsSync(corpus))('edits of real files, written into them and read again', () => {
  const all = existsSync(corpus) ? filesIn(corpus) : []
  const step = Math.max(1, Math.floor(all.length / wanted))
  for (const file of all.filter((_, index) => index % step === 0)) {
    test(file, { timeout: 60_000 }, async () => {
      const source = await readSource(readFileSync(file), {}).catch((error: unknown): WordSource | null => {
        if (error instanceof Refusal) return null
        throw error
      })
      if (source === null) return
      const [edits = []] = fc.sample(fc.array(randomTypedEdit, { minLength: 3, maxLength: 6 }), {
        seed: file.length + seed,
        numRuns: 1,
      })
      const edited = withText(contentOfSource(source), editedText(source.doc, edits))
      const content = withComment(edited, file.length, ['Is this so?', 'It is.'])
      const { read } = await patched(content, source)
      expect(difference(saidIn(read), saidIn(content))).toBeNull()
    })
  }
})
