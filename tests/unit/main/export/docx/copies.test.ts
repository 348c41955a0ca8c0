import { describe, expect, test } from 'vitest'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { exportRequest, REVIEWED } from '../../../../support/export-request.ts'

async function parts(request: ExportRequest) {
  const outcome = await exportReview(request)
  if (!outcome.ok) throw new Error(outcome.error.message)
  const pack = await readPackage(outcome.value.bytes)
  const text = pack.names.map((name) => new TextDecoder().decode(pack.get(name))).join('\n')
  return { ...outcome.value, names: pack.names, text }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

describe('the review copy', () => {
  test('holds native changes and threads, and says what it found in itself', async () => {
    const file = await parts(exportRequest())
    expect(file.name).toBe('teld-taskforce-26-v7-review.docx')
    expect(file.checked).toMatch(
      /^Read back and checked: \d+ words, same hash; 9 tracked changes \(10 in Word, where a replacement is two\), 3 comments with 2 replies, 1 resolved\.$/,
    )
    expect(count(file.text, /<w:comment /g)).toBe(5)
    expect(count(file.text, /<w15:commentEx [^>]*paraIdParent/g)).toBe(2)
    expect(count(file.text, /<w15:commentEx [^>]*w15:done="1"/g)).toBe(1)
    expect(count(file.text, /<w:rPrChange /g)).toBe(1)
    expect(count(file.text, /<w:pPrChange /g)).toBe(1)
    expect(
      count(
        file.text,
        /w:author="Tobias Reuk" w:date="2026-09-14T14:02:00Z" w16du:dateUtc="2026-09-14T12:02:00Z"/g,
      ),
    ).toBe(1)
    expect(file.text.includes(`>${exportRequest().state.textHash.slice(0, 12)}<`)).toBe(true)
    expect(count(file.text, /<w:trackRevisions\/>/g)).toBe(1)
  })

  test('for external readers holds no comment and no name of the desk', async () => {
    const file = await parts(exportRequest({ audience: 'external' }))
    expect(count(file.text, /Calloway|Reuk|commentReference/g)).toBe(0)
    expect(count(file.text, /w:author="Editor 2"/g)).toBe(4)
    expect(file.checked).toContain(
      '9 tracked changes (10 in Word, where a replacement is two), 0 comments with 0 replies, 0 resolved, no names of the desk.',
    )
    expect(file.warnings).toEqual([
      { code: 'audience', message: '3 comments left out for external readers.' },
    ])
  })

  test('for external readers with a name in it is an error, not a file', async () => {
    const request = exportRequest({ audience: 'external' })
    const named = { ...request.state.article, headline: 'As told to Ines Calloway' }
    const outcome = await exportReview({ ...request, state: { ...request.state, article: named } })
    expect(!outcome.ok && outcome.error.message).toMatch(/it tells the name of somebody at the desk/)
  })

  test('a comment whose words are gone is kept at the beginning, and said', async () => {
    const request = exportRequest()
    const bare = schema.nodes.doc.create(null, [
      schema.nodes.para.create({ style: 'headline' }, schema.text('Bare')),
    ])
    const file = await parts({ ...request, doc: bare.toJSON() as unknown })
    expect(count(file.text, /<w:commentReference /g)).toBe(5)
    expect(file.warnings.map((warning) => warning.code)).toEqual(['comment-place'])
  })
})

describe('the clean copy', () => {
  test('is the final text without changes, comments, names or deleted words', async () => {
    const file = await parts(exportRequest({ kind: 'docx-clean' }))
    expect(file.name).toBe('teld-taskforce-26-v7-clean.docx')
    const traces = /<w:ins[ >]|<w:del[ >]|comment(s|Range)|Calloway|Reuk|dredging|Secretive|trackRevisions/g
    expect(count(file.text, traces)).toBe(0)
    expect(file.names).not.toContain('word/people.xml')
    expect(file.checked).toMatch(
      /same hash; 0 tracked changes, 0 comments, no hidden text, no deleted word, no names\.$/,
    )
    const read = await readBack(file.bytes)
    expect(paragraphTexts(read.doc)).toEqual(paragraphTexts(project(REVIEWED, 'final')))
  })

  test('with a deleted word in it is an error, not a file', async () => {
    const request = exportRequest({ kind: 'docx-clean' })
    const leaky = { ...request.state.article, headline: 'Harbour dredging stops' }
    const outcome = await exportReview({ ...request, state: { ...request.state, article: leaky } })
    expect(outcome).toEqual({
      ok: false,
      error: {
        code: 'refused',
        message:
          'The Word file failed its own check: the word “dredging”, which is not in the final text, is left in it. ' +
          'No file was written; the review is untouched.',
      },
    })
  })
})
