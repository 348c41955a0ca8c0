import type { Mark } from 'prosemirror-model'
import markdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { isSafeHref } from '../../shared/document/attributes.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ListAttr, ParagraphStyle } from '../../shared/document/attributes.ts'
import { PLAIN_NODES } from '../opc/limits.ts'
import { tooLarge } from '../opc/refusal.ts'
import { headingStyle, paragraphNode, PLAIN_PARAGRAPH, textNodes } from './draft.ts'
import type { DraftParagraph, PlainMark, ReadResult } from './draft.ts'
import { decodeText } from './text.ts'
import { createWarnings } from './warnings.ts'
import type { Warnings } from './warnings.ts'

const MARK_OF: Readonly<Record<string, PlainMark>> = { strong: 'strong', em: 'em', s: 'strike' }

/** CommonMark with strike-through. HTML inside it stays visible as text. */
export function readMarkdown(bytes: Uint8Array): ReadResult {
  const decoded = decodeText(bytes)
  const warnings = createWarnings()
  const tokens = markdownIt({ html: false, linkify: false }).parse(decoded.text, {})
  if (tokens.length > 3 * PLAIN_NODES) throw tooLarge('The text has too many paragraphs.')
  const paragraphs = readBlocks(tokens, warnings)
  return {
    blocks: paragraphs.map(paragraphNode),
    people: [],
    changes: [],
    threads: [],
    warnings: [...decoded.warnings, ...warnings.list()],
  }
}

function readBlocks(tokens: readonly Token[], warnings: Warnings): readonly DraftParagraph[] {
  const result: DraftParagraph[] = []
  const lists: ListAttr['kind'][] = []
  let quotes = 0
  let heading: ParagraphStyle | null = null
  const add = (content: DraftParagraph['content']): void => {
    const kind = lists.at(-1)
    const list = kind && !heading ? { kind, level: Math.min(8, lists.length - 1) } : null
    const style = heading ?? (quotes > 0 ? 'quote' : 'body')
    if (content.length > 0) result.push({ ...PLAIN_PARAGRAPH, style, list, content })
  }
  for (const token of tokens) {
    if (token.type === 'bullet_list_open') lists.push('bullet')
    else if (token.type === 'ordered_list_open') lists.push('ordered')
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'blockquote_open') quotes += 1
    else if (token.type === 'blockquote_close') quotes -= 1
    else if (token.type === 'heading_open') heading = headingStyle(Number(token.tag.slice(1)))
    else if (token.type === 'heading_close') heading = null
    else if (token.type === 'table_open') warnings.add('table', 'Tables came in as paragraphs, a cell each.')
    else if (token.type === 'inline') add(readInline(token.children ?? [], warnings))
    else if (token.type === 'fence' || token.type === 'code_block')
      add(textNodes(token.content.trimEnd(), []))
  }
  return result
}

function readInline(tokens: readonly Token[], warnings: Warnings): DraftParagraph['content'] {
  let marks: readonly Mark[] = []
  return tokens.flatMap((token) => {
    const plain = MARK_OF[token.tag]
    if (plain) {
      const mark = schema.marks[plain].create()
      marks = token.nesting > 0 ? mark.addToSet(marks) : mark.removeFromSet(marks)
    } else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '')
      if (isSafeHref(href)) marks = schema.marks.link.create({ href }).addToSet(marks)
      else warnings.add('link', 'Links that do not lead to a web or mail address became plain text.')
    } else if (token.type === 'link_close') marks = marks.filter((mark) => mark.type !== schema.marks.link)
    else if (token.type === 'softbreak') return textNodes(' ', marks)
    else if (token.type === 'hardbreak') return textNodes('\n', marks)
    else if (token.type === 'image') {
      warnings.add('picture', 'Pictures were left out; their descriptions were kept.')
      return textNodes(token.content, marks)
    } else if (token.content !== '') return textNodes(token.content, marks)
    return []
  })
}
