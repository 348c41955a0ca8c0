import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import type { ReadBack } from '../../../../../src/main/export/docx/read-back.ts'
import type { WordContent } from '../../../../../src/main/export/docx/content.ts'
import { writtenDates } from '../../../../../src/main/export/docx/dates.ts'
import { writeDocx } from '../../../../../src/main/export/docx/write.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { rangeThread, randomContent, wordContent } from '../../../../support/word-content.ts'

/** The document and its threads with ids replaced by what they stand for. */
function spell(doc: WordContent['doc'], threads: WordContent['threads'], nameOf: (id: string) => string) {
  const json = JSON.stringify(doc.toJSON()).replace(
    /"(id|author)":"([^"]+)"/g,
    (_, key: string, id: string) => {
      return `"${key}":"${nameOf(id)}"`
    },
  )
  return {
    doc: JSON.parse(json) as unknown,
    threads: threads.map((thread) => ({
      name: nameOf(thread.id),
      target: thread.target.kind,
      done: thread.resolvedAt !== null,
      messages: thread.messages.map((message) => [nameOf(message.authorId), message.at, message.text]),
    })),
  }
}

function spellWritten(content: WordContent) {
  const firsts = new Map(content.threads.map((thread) => [String(thread.id), thread.messages[0]?.text ?? '']))
  return spell(content.doc, content.threads, (id) => {
    const facts = content.changes.get(id)
    if (facts) return String(writtenDates(facts, content.utcOffset).date)
    return (content.people.get(id)?.name ?? firsts.get(id) ?? '?').replace(/[\n"]/g, ' ')
  })
}

function spellRead(read: ReadBack) {
  const people = new Map(read.people.map((person) => [String(person.id), person.name]))
  const dates = new Map(read.changes.map((change) => [change.id, change.dateRaw]))
  const firsts = new Map(read.threads.map((thread) => [String(thread.id), thread.messages[0]?.text ?? '']))
  return spell(read.doc, read.threads, (id) =>
    (people.get(id) ?? dates.get(id) ?? firsts.get(id) ?? '?').replace(/[\n"]/g, ' '),
  )
}

describe('a Word file written and read back', () => {
  test('holds the same review: text, changes of two authors, comments, replies', async () => {
    await fc.assert(
      fc.asyncProperty(randomContent, async (content) => {
        content.doc.check()
        const read = await readBack(writeDocx(content))
        expect(spellRead(read)).toEqual(spellWritten(content))
      }),
      { numRuns: 120 },
    )
  })

  test('has the same bytes for the same review', () => {
    fc.assert(
      fc.property(randomContent, (content) => {
        expect(Buffer.compare(writeDocx(content), writeDocx(content))).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('keeps a comment on the article as a whole apart from one on its first words', async () => {
    const words = schema.text('Harbour dredging stops', [schema.marks.comment.create({ id: 'first' })])
    const doc = schema.nodes.doc.create(null, [schema.nodes.para.create({ style: 'headline' }, words)])
    const whole = { ...rangeThread('whole', ['Who asked them?']), target: { kind: 'article' } as const }
    const threads = [whole, rangeThread('first', ['Is it all of it?', 'Only the basin.'], true)]
    const read = await readBack(writeDocx(wordContent(doc, { threads })))
    expect(read.threads.map((thread) => [thread.target.kind, thread.messages.length, thread.quote])).toEqual([
      ['article', 1, ''],
      ['range', 2, 'Harbour dredging stops'],
    ])
  })
})
