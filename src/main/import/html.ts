import type { Mark } from 'prosemirror-model'
import { defaultTreeAdapter, parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { isSafeHref } from '../../shared/document/attributes.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ListAttr, ParagraphStyle } from '../../shared/document/attributes.ts'
import { PLAIN_NODES } from '../opc/limits.ts'
import { tooLarge } from '../opc/refusal.ts'
import { headingStyle, isSpace, paragraphNode, PLAIN_PARAGRAPH, textNodes } from './draft.ts'
import type { DraftParagraph, PlainMark, ReadResult } from './draft.ts'
import { decodeText } from './text.ts'
import { createWarnings } from './warnings.ts'
import type { Warnings } from './warnings.ts'

type HtmlNode = DefaultTreeAdapterTypes.ChildNode
type HtmlElement = DefaultTreeAdapterTypes.Element

/** Elements whose text is no part of what a reader of the page sees. */
const DROPPED = new Set(
  'script style template noscript head title object embed iframe canvas svg math audio video select textarea button input datalist'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const PLAIN_MARKS: Readonly<Record<string, PlainMark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  u: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
}

type Block = { readonly style: ParagraphStyle; readonly list: ListAttr | null; readonly pre: boolean }

/** HTML from a file or a clipboard, by allow-list: text and plain formatting come in, nothing is run or fetched. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const decoded = decodeText(bytes)
  const warnings = createWarnings()
  const out = createCollector(warnings)
  const block: Block = { style: 'body', list: null, pre: false }
  walk(parseBounded(decoded.text), out, block, [], { left: PLAIN_NODES }, 0)
  const paragraphs = out.finish()
  return {
    blocks: paragraphs.map(paragraphNode),
    people: [],
    changes: [],
    threads: [],
    warnings: [...decoded.warnings, ...warnings.list()],
  }
}

/**
 * The tree of a page. Elements are counted as they are made: repairing badly nested tags can make many more of
 * them than the page has, and takes a time that grows with their square.
 */
function parseBounded(html: string): readonly HtmlNode[] {
  let left = PLAIN_NODES
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...args) {
      left -= 1
      if (left < 0) throw tooLarge(TOO_MANY)
      return defaultTreeAdapter.createElement(...args)
    },
  }
  return parse(html, { treeAdapter }).childNodes
}

const TOO_MANY = 'The page has more than 20,000 pieces. Paste a part of it.'

type Collector = ReturnType<typeof createCollector>

/** Gathers inline text into paragraphs and folds white space as a browser does. */
function createCollector(warnings: Warnings) {
  const done: DraftParagraph[] = []
  let pieces: { readonly text: string; readonly marks: readonly Mark[] }[] = []
  let block: Block = { style: 'body', list: null, pre: false }
  const flush = (): void => {
    const content = foldEnds(pieces).flatMap((piece) => textNodes(piece.text, piece.marks))
    if (content.length > 0) done.push({ ...PLAIN_PARAGRAPH, style: block.style, list: block.list, content })
    pieces = []
  }
  return {
    warnings,
    start(next: Block): void {
      flush()
      block = next
    },
    add(text: string, marks: readonly Mark[]): void {
      const folded = block.pre ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
      const last = pieces.at(-1)?.text ?? ' '
      const needless = !block.pre && /[ \n]$/.test(last) ? folded.replace(/^ /, '') : folded
      if (needless !== '') pieces.push({ text: needless, marks })
    },
    lineBreak(marks: readonly Mark[]): void {
      pieces.push({ text: '\n', marks })
    },
    finish(): readonly DraftParagraph[] {
      flush()
      return done
    },
  }
}

function foldEnds<T extends { readonly text: string }>(pieces: readonly T[]): readonly T[] {
  let from = 0
  let to = pieces.length
  while (from < to && isSpace(pieces[from]?.text ?? 'x')) from += 1
  while (to > from && isSpace(pieces[to - 1]?.text ?? 'x')) to -= 1
  return pieces.slice(from, to).map((piece, index, all) => {
    const text = index === all.length - 1 ? piece.text.trimEnd() : piece.text
    return { ...piece, text: index === 0 ? text.trimStart() : text }
  })
}

function walk(
  nodes: readonly HtmlNode[],
  out: Collector,
  block: Block,
  marks: readonly Mark[],
  budget: { left: number },
  depth: number,
): void {
  for (const node of nodes) {
    budget.left -= 1
    if (budget.left < 0) throw tooLarge(TOO_MANY)
    // Nothing that a person wrote is nested deeper; the rest is an attack on the stack.
    if (depth > 512) throw tooLarge('The page is nested too deeply.')
    if ('value' in node) out.add(node.value, marks)
    else if ('tagName' in node) readElement(node, out, block, marks, budget, depth)
  }
}

function readElement(
  element: HtmlElement,
  out: Collector,
  block: Block,
  marks: readonly Mark[],
  budget: { left: number },
  depth: number,
): void {
  const name = element.tagName
  const style = attributeOf(element, 'style')
  if (isHidden(element, style)) return
  if (name === 'br') return out.lineBreak(marks)
  if (name === 'img' || name === 'picture') return out.warnings.add('picture', 'Pictures were left out.')
  if (name === 'table') out.warnings.add('table', 'Tables came in as paragraphs, a cell each.')
  const inner = addMarks(element, style, marks, out)
  if (!BLOCKS.has(name)) return walk(element.childNodes, out, block, inner, budget, depth + 1)
  const own = blockOf(name, block, element)
  out.start(own)
  walk(element.childNodes, out, own, inner, budget, depth + 1)
  out.start(block)
}

function isHidden(element: HtmlElement, style: string): boolean {
  if (DROPPED.has(element.tagName)) return true
  if (element.attrs.some((attr) => attr.name === 'hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
}

function blockOf(name: string, block: Block, element: HtmlElement): Block {
  const heading = /^h([1-6])$/.exec(name)
  if (heading) return { style: headingStyle(Number(heading[1])), list: null, pre: false }
  if (name === 'blockquote') return { ...block, style: 'quote' }
  if (name === 'pre') return { ...block, pre: true }
  if (name === 'ul' || name === 'ol') {
    const level = Math.min(8, block.list ? block.list.level + 1 : 0)
    return { ...block, list: { kind: name === 'ol' ? 'ordered' : 'bullet', level } }
  }
  if (name === 'li') return block.list ? block : { ...block, list: { kind: 'bullet', level: 0 } }
  const named = attributeOf(element, 'class')
  if (block.style === 'body' && /(^|[\s_-])byline($|[\s_-])/i.test(named))
    return { ...block, style: 'byline' }
  return block
}

function addMarks(
  element: HtmlElement,
  style: string,
  marks: readonly Mark[],
  out: Collector,
): readonly Mark[] {
  let result = marks
  const add = (name: PlainMark): void => {
    result = schema.marks[name].create().addToSet(result)
  }
  const plain = PLAIN_MARKS[element.tagName]
  // Google Docs wraps everything that it copies in a <b> that is not bold.
  const undone = plain === 'strong' && /font-weight\s*:\s*(normal|400)/i.test(style)
  if (plain && !undone) add(plain)
  if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) add('strong')
  if (/font-style\s*:\s*italic/i.test(style)) add('em')
  if (/vertical-align\s*:\s*super/i.test(style)) add('superscript')
  if (/vertical-align\s*:\s*sub(?!e)/i.test(style)) add('subscript')
  if (element.tagName !== 'a') return result
  const href = attributeOf(element, 'href').trim()
  if (isSafeHref(href)) return schema.marks.link.create({ href }).addToSet(result)
  if (href !== '' && !href.startsWith('#')) {
    out.warnings.add('link', 'Links that do not lead to a web or mail address became plain text.')
  }
  return result
}

function attributeOf(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}
