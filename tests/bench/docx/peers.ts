import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { workParagraphs, workThreads } from './work-file.ts'
import type { Piece } from './work-file.ts'

const DATE = new Date(Date.UTC(2026, 8, 14, 12))

/** The work file, written by `docx`. */
export async function writeWithDocx(): Promise<Uint8Array> {
  let number = 10_000
  const numbersOf: number[][] = []
  let next = 0
  const comments = workThreads().flatMap(({ texts, resolved }) => {
    const first = next
    next += texts.length
    numbersOf.push(texts.map((_, at) => first + at))
    return texts.map((text, at) => ({
      id: first + at,
      author: at === 0 ? 'Ines Calloway' : 'Tobias Reuk',
      date: DATE,
      resolved,
      ...(at === 0 ? {} : { parentId: first }),
      children: [new Paragraph({ children: [new TextRun(text)] })],
    }))
  })
  const runs = ({ text, state, thread }: Piece) => {
    const numbers = thread === null ? [] : (numbersOf[thread] ?? [])
    const change = { id: (number += 1), date: DATE.toISOString() }
    const run =
      state === 'inserted'
        ? new InsertedTextRun({ text, author: 'Ines Calloway', ...change })
        : state === 'deleted'
          ? new DeletedTextRun({ text, author: 'Tobias Reuk', ...change })
          : new TextRun(text)
    return [
      ...numbers.map((id) => new CommentRangeStart(id)),
      run,
      ...numbers.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
    ]
  }
  const children = workParagraphs().map((pieces) => new Paragraph({ children: pieces.flatMap(runs) }))
  const file = new Document({ comments: { children: comments }, sections: [{ children }] })
  return Packer.toBuffer(file)
}
