import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import {
  changedText,
  corpusFiles,
  readCorpus,
  readCorpusFile,
  wordsOf,
} from '../../../../support/word-corpus.ts'
import type { CorpusChange, CorpusComment, CorpusFile } from '../../../../support/word-corpus.ts'

/**
 * What the reader makes of real files, beside what a plain reading of their XML, LibreOffice and pandoc make of them.
 * Files that differ are told by name in the failure; the shares are those of the design.
 */

const skipped = corpusFiles(/./).length === 0
const LONG = 300_000

async function unlike(
  files: readonly CorpusFile[],
  differs: (file: CorpusFile) => Promise<string>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const file of files) {
    const why = await differs(file)
    if (why !== '') found.push(`${file.id}: ${why}`)
  }
  return found
}

function expectShare(found: readonly string[], all: number, share: number): void {
  const enough = found.length <= Math.floor(all * (1 - share))
  expect(enough ? [] : found).toEqual([])
}

const reviews = corpusFiles(/^review/)
const facts = (file: CorpusFile) =>
  JSON.parse(readCorpus(file.oracles.xml ?? '')) as {
    readonly changes: readonly CorpusChange[]
    readonly comments: readonly CorpusComment[]
  }

// Moved text that is deleted as well is deleted here; text in a text box is kept, and not listed.
test.skipIf(skipped)(
  'changed text has its kind, author and date in 95 of 100 reviews (STET_WORD_CORPUS)',
  async () => {
    const found = await unlike(reviews, async (file) => {
      const wanted = new Map<string, string>()
      for (const { kind, what, author, date, text } of facts(file).changes) {
        const words = (text ?? '').replace(/\s/g, '')
        const key = [kind, author, date ?? ''].join(' ')
        if (what === 'content' && words !== '') wanted.set(key, (wanted.get(key) ?? '') + words)
      }
      const got = changedText(await readCorpusFile(file))
      const keys = [...new Set([...wanted.keys(), ...got.keys()])]
      return keys.filter((key) => wanted.get(key) !== got.get(key)).join(', ')
    })
    expectShare(found, reviews.length, 0.95)
  },
  LONG,
)

// A comment with neither words nor anything else under it stands on the article.
test.skipIf(skipped)(
  'comments are who said what when, under which, on which words (STET_WORD_CORPUS)',
  async () => {
    const found = await unlike(reviews, async (file) => {
      const { result, commentNumbers } = await readCorpusFile(file)
      const names = new Map(result.people.map(({ id, name }) => [String(id), name]))
      const said = new Map(
        result.threads.flatMap((thread) =>
          thread.messages.map((message, index) => [
            commentNumbers.get(message.id),
            { thread, message, index },
          ]),
        ),
      )
      const wrong = facts(file).comments.filter((comment) => {
        const one = said.get(comment.id)
        if (!one) return true
        const { thread, message, index } = one
        const isRight =
          names.get(message.authorId) === comment.author &&
          message.dateRaw === (comment.date ?? '') &&
          message.text === comment.text &&
          (comment.parent === null) === (index === 0)
        if (!isRight || index > 0) return !isRight
        const isDone = (comment.done ?? false) === (thread.resolvedAt !== null)
        return !isDone || (comment.anchor.trim() !== '' && thread.target.kind !== 'range')
      })
      return wrong.map(({ id }) => id).join(', ')
    })
    expect(found).toEqual([])
  },
  LONG,
)

// LibreOffice writes the numbers of empty items, and turns text that runs upwards into a frame.
test.skipIf(skipped)(
  'the text of Strict files is that of LibreOffice (STET_WORD_CORPUS)',
  async () => {
    const files = corpusFiles(/^strict$/)
    const found = await unlike(files, async (file) => {
      const { all, accept } = file.oracles.libreoffice ?? {}
      const wanted = readCorpus(all ?? accept ?? '').replace(/[\s\u00ad]/g, '')
      const got = linesOf((await readCorpusFile(file)).doc)
        .join('')
        .replace(/[\s\u00ad]/g, '')
      return wanted === got ? '' : 'other text'
    })
    expectShare(found, files.length, 0.93)
  },
  LONG,
)

/** Text boxes and tables within tables are apart in other programs. */
function linesOf(doc: Node): readonly string[] {
  const lines: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'footnote') return false
    if (!node.isTextblock) return true
    const isSeen = (one: Node): boolean => !['textbox', 'table'].includes(String(one.attrs['kind']))
    lines.push(node.children.filter(isSeen).map(wordsOf).join(''))
    return false
  })
  return lines
}

// Headings by their outline level alone are none to pandoc, and objects are pictures.
test.skipIf(skipped)(
  'headings, tables, notes and pictures are as many as pandoc counts in 95 of 100 (STET_WORD_CORPUS)',
  async () => {
    const files = corpusFiles(/^structure$/).filter((file) => file.oracles.pandoc?.counts)
    const found = await unlike(files, async (file) => {
      const word = await readCorpusFile(file).catch(() => null)
      if (!word) return ''
      const counts = file.oracles.pandoc?.counts ?? {}
      const got = countsOf(word.doc)
      return Object.keys(got)
        .filter((key) => (counts[key] ?? 0) !== got[key])
        .join(', ')
    })
    expectShare(found, files.length, 0.95)
  },
  LONG,
)

function countsOf(doc: Node): Readonly<Record<string, number>> {
  const counts = { Header: 0, Table: 0, Note: 0, Image: 0 }
  doc.descendants(({ type, attrs, content }) => {
    const kept = type.name === 'preserved' ? attrs['kind'] : null
    if (type.name === 'para' && content.size > 0 && String(attrs['style']).startsWith('head'))
      counts.Header += 1
    if (type.name === 'table' || kept === 'table') counts.Table += 1
    if (type.name === 'footnote') counts.Note += 1
    if (type.name === 'image' || kept === 'picture') counts.Image += 1
  })
  return counts
}
