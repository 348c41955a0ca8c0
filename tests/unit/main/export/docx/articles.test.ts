import * as fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { holdable } from '../../../../../src/main/export/docx/holdable.ts'
import { listOf, sameProperties } from '../../../../../src/main/export/docx/paragraph-looks.ts'
import { readBack, signRead, signWritten } from '../../../../../src/main/export/docx/read-back.ts'
import { signatureOf } from '../../../../../src/main/export/docx/signature.ts'
import { writeDocx } from '../../../../../src/main/export/docx/write.ts'
import type { StoredMark } from '../../../../../src/shared/document/attributes.ts'
import { project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { readBlocks } from '../../../../../src/shared/document/segments.ts'
import { isFormatting, storeMarks } from '../../../../../src/shared/document/tracking-state.ts'
import { mapParagraphs, randomWordArticle } from '../../../../support/word-articles.ts'

const RUNS = Number(process.env['WORD_RUNS'] ?? 40)

/** What Word has no words for: a list in the head of an article, and a link that a format change added. */
function asWordSaysIt(doc: Node): Node {
  const paragraphs = mapParagraphs(doc, (attrs) => {
    const { paragraphChange: change } = attrs
    const isSaid = change && !sameProperties(change.before, attrs)
    return {
      list: listOf(attrs),
      paragraphChange: isSaid
        ? { ...change, before: { ...change.before, list: listOf(change.before) } }
        : null,
    }
  })
  return mapInline(paragraphs)
}

function mapInline(node: Node): Node {
  const marks = node.marks.flatMap((mark) => mapFormatChange(mark, node.marks))
  if (node.isText) return node.mark(marks)
  return node.type.create(node.attrs, node.children.map(mapInline), marks)
}

function mapFormatChange(mark: Mark, marks: readonly Mark[]): readonly Mark[] {
  if (mark.type !== schema.marks.formatChange) return [mark]
  const now = storeMarks(marks.filter(isFormatting))
  const before = (mark.attrs['before'] as readonly StoredMark[]).filter(({ type }) => type !== 'link')
  const said = [...now.filter(({ type }) => type === 'link'), ...before]
  if (JSON.stringify(said) === JSON.stringify(now)) return []
  return [mark.type.create({ ...mark.attrs, before: said })]
}

describe('an article with everything, edited by two authors', () => {
  test(`comes back from a Word file as it went in (${String(RUNS)} articles)`, async () => {
    await fc.assert(
      fc.asyncProperty(randomWordArticle(12), async (content) => {
        content.doc.check()
        const written = asWordSaysIt(holdable(content.doc, content.images).doc)
        const read = await readBack(writeDocx(content))
        for (const reading of ['original', 'final'] as const) {
          expect(project(read.doc, reading).toJSON()).toEqual(project(written, reading).toJSON())
        }
        expect(signatureOf(readBlocks(read.doc), signRead(read))).toEqual(
          signatureOf(readBlocks(written), signWritten(content)),
        )
      }),
      { numRuns: RUNS },
    )
  }, 120_000)
})
