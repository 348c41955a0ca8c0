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

const NOON = Date.UTC(2026, 8, 14, 12)
/** Minute after minute, as in the work that is ours. */
const minute = (count: number): Date => new Date(NOON + 60_000 * count)

/** The work file, written by `docx`. */
export async function writeWithDocx(): Promise<Uint8Array> {
  let number = 10_000
  let changes = 0
  const numbersOf: number[][] = []
  let next = 0
  const comments = workThreads().flatMap(({ texts, resolved }) => {
    const first = next
    next += texts.length
    numbersOf.push(texts.map((_, at) => first + at))
    return texts.map((text, at) => ({
      id: first + at,
      author: at === 0 ? 'Ines Calloway' : 'Tobias Reuk',
      date: minute(at),
      resolved,
      ...(at === 0 ? {} : { parentId: first }),
      children: [new Paragraph({ children: [new TextRun(text)] })],
    }))
  })
  const runs = ({ text, state, thread }: Piece) => {
    const numbers = thread === null ? [] : (numbersOf[thread] ?? [])
    number += 1
    const at = state === 'plain' ? 0 : (changes += 1)
    const change = { id: number, date: minute(at).toISOString() }
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
