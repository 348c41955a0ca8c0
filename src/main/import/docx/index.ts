import type { Node } from 'prosemirror-model'
import type { ImportRequest } from '../../../shared/model/interchange.ts'
import { parseXml } from '../../opc/xml.ts'
import { unreadable } from '../../opc/refusal.ts'
import type { DraftParagraph, ImportTools, ReadResult } from '../draft.ts'
import { createWarnings } from '../warnings.ts'
import type { Warnings } from '../warnings.ts'
import { createAnchors } from './anchors.ts'
import { createAuthors } from './authors.ts'
import { readBlock } from './blocks.ts'
import { createChangeLog } from './changes.ts'
import { readComments } from './comments.ts'
import type { Reading } from './context.ts'
import { readNotes } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { openWord } from './package.ts'
import type { WordPackage } from './package.ts'
import { readStyles } from './styles.ts'

/** A Word file with its tracked changes and comments. Throws a Refusal. */
export async function readDocx(request: ImportRequest, tools: ImportTools): Promise<ReadResult> {
  const pack = await openWord(request.bytes)
  const warnings = createWarnings()
  warnOfParts(pack, warnings)
  const authors = createAuthors(request.outside, tools, warnings)
  const comments = readComments(pack, authors, tools, warnings)
  const anchors = createAnchors(comments, warnings)
  const changes = createChangeLog(authors, tools)
  const reading: Reading = {
    pack,
    styles: readStyles(pack.side('styles')),
    numbering: readNumbering(pack.side('numbering')),
    footnotes: readNotes(pack.side('footnotes')),
    endnotes: readNotes(pack.side('endnotes')),
    changes,
    anchors,
    warnings,
    fields: [],
  }
  const read = readBody(reading)
  const paragraphs = withoutComments(read, anchors.unclosed())
  const threads = comments.list(quotesOf(paragraphs))
  if (threads.some((thread) => thread.target.kind === 'article')) {
    warnings.add('comment', 'Comments without a place in the text stand on the article as a whole.')
  }
  return {
    paragraphs,
    people: authors.people(),
    changes: changes.list(paragraphs),
    threads,
    warnings: warnings.list(),
  }
}

function warnOfParts(pack: WordPackage, warnings: Warnings): void {
  const relations = [...pack.relations.values()]
  if (relations.some((one) => one.external && one.type !== 'hyperlink')) {
    warnings.add('external', 'The file links to pictures or files elsewhere; nothing was fetched.')
  }
  if (relations.some((one) => one.type === 'header' || one.type === 'footer')) {
    warnings.add('header', 'Headers and footers were left out.')
  }
}

function readBody(reading: Reading): readonly DraftParagraph[] {
  const paragraphs: DraftParagraph[] = []
  const root = parseXml(reading.pack.main, {
    budget: reading.pack.budget,
    stream: { parent: 'w:body', take: (block) => readBlock(block, {}, paragraphs, reading, 0) },
  })
  if (root.name !== 'w:document') throw unreadable('This is not a Word document.')
  const last = paragraphs.at(-1)
  // In Stet as in Word the last ¶ of a text is never tracked: a tracked one gets an untracked one after it.
  if (last?.paragraphMark)
    paragraphs.push({ ...last, paragraphMark: null, paragraphChange: null, content: [] })
  return paragraphs
}

function withoutComments(
  paragraphs: readonly DraftParagraph[],
  ids: ReadonlySet<string>,
): readonly DraftParagraph[] {
  if (ids.size === 0) return paragraphs
  const strip = (node: Node): Node =>
    node.mark(node.marks.filter((mark) => mark.type.name !== 'comment' || !ids.has(String(mark.attrs['id']))))
  return paragraphs.map((paragraph) => ({ ...paragraph, content: paragraph.content.map(strip) }))
}

/** Final words under each comment that has a place; deleted words count only when there are no others. */
function quotesOf(paragraphs: readonly DraftParagraph[]): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>()
  for (const { content } of paragraphs) {
    const seen = new Set<string>()
    for (const node of content) {
      const isDeleted = node.marks.some((mark) => mark.type.name === 'deletion')
      for (const mark of node.marks.filter((one) => one.type.name === 'comment')) {
        const id = String(mark.attrs['id'])
        const so = quotes.get(id) ?? ''
        const gap = so === '' || seen.has(id) ? '' : ' '
        seen.add(id)
        quotes.set(id, isDeleted ? so : `${so}${gap}${node.text ?? ' '}`.slice(0, 4000))
      }
    }
  }
  return quotes
}
