import { DOMParser, Slice } from 'prosemirror-model'
import type { Node as PmNode } from 'prosemirror-model'
import type { ListAttr, ParagraphStyle } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { PLAIN, formatOf, formatted } from './html-format.ts'
import type { Format } from './html-format.ts'
import { WORD_MARKER, listOfItem, listOfWord, rawStyle } from './html-lists.ts'
import type { MetLists } from './html-lists.ts'

/** Elements whose text no reader of the page sees, or that are no text. */
const DROPPED = new Set(
  'script style template noscript head title object embed iframe canvas svg math audio video select textarea button input datalist del map'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary ul'.split(
    ' ',
  ),
)
const TABLE_PARTS = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'col'])

/** Classes of Word: what a tracked deletion, a comment and the number of a comment look like. */
const GONE_CLASS = /(^|\s)(mso-?del|MsoCommentReference|msocomtxt|msocomanchor|msocomoff)(\s|$)/i
const GONE_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment/i

type Block = {
  readonly style: ParagraphStyle
  readonly list: ListAttr | null
  /** The list item that it is in. */
  readonly item: HTMLElement | null
  readonly pre: boolean
}

type Around = {
  readonly block: Block
  readonly format: Format
  readonly target: HTMLElement
  readonly inTable: boolean
}

const BODY: Block = { style: 'body', list: null, item: null, pre: false }

const HEADINGS: Readonly<Record<string, ParagraphStyle>> = {
  h1: 'heading1',
  h2: 'heading1',
  h3: 'heading2',
  h4: 'heading3',
  h5: 'heading4',
  h6: 'heading4',
}
const WORD_STYLES: readonly (readonly [RegExp, ParagraphStyle])[] = [
  [/(^|\s)MsoTitle(\s|$)/, 'heading1'],
  [/(^|\s)MsoSubtitle(\s|$)/, 'standfirst'],
  [/(^|\s)Mso(Intense)?Quote(\s|$)/, 'quote'],
  [/(^|\s)MsoCaption(\s|$)/, 'caption'],
]

function styleOf(element: HTMLElement, around: ParagraphStyle): ParagraphStyle {
  const tag = element.localName
  const heading = HEADINGS[tag]
  if (heading) return heading
  if (tag === 'blockquote') return 'quote'
  if (tag === 'figcaption' || tag === 'caption') return 'caption'
  return WORD_STYLES.find(([name]) => name.test(element.className))?.[1] ?? around
}

function isGone(element: HTMLElement): boolean {
  const style = rawStyle(element)
  return (
    DROPPED.has(element.localName) ||
    element.hasAttribute('hidden') ||
    GONE_STYLE.test(style) ||
    WORD_MARKER.test(style) ||
    GONE_CLASS.test(element.className) ||
    element.getAttribute('href')?.startsWith('#_msocom') === true
  )
}

/** A table that only lays out a page is its contents; so is one in a cell, since a cell holds paragraphs. */
function isLayout(table: HTMLElement): boolean {
  const cells = table.querySelectorAll('td, th').length
  return (
    /^(presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    cells < 2 ||
    table.querySelector('table') !== null
  )
}

class ForeignReader {
  readonly root = document.createElement('div')
  pictures = 0
  private paragraph: HTMLElement | null = null
  private endsInSpace = false
  private readonly lists: MetLists = new Set()
  private readonly begun = new Set<HTMLElement>()

  children(parent: Node, around: Around): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) this.text(node.data, around)
      else if (node instanceof HTMLElement) this.element(node, around)
    }
  }

  private element(element: HTMLElement, around: Around): void {
    if (isGone(element)) return
    const tag = element.localName
    if (tag === 'img' || tag === 'picture') this.pictures += 1
    else if (tag === 'br') this.lineBreak()
    else if (tag === 'table') this.table(element, around)
    else if (tag === 'tr' || TABLE_PARTS.has(tag)) this.children(element, around)
    else if (tag === 'td' || tag === 'th' || BLOCKS.has(tag)) this.block(element, around)
    else this.children(element, { ...around, format: this.formatIn(element, around) })
  }

  private formatIn(element: HTMLElement, { block, format }: Around): Format {
    if (/(^|\s)Apple-converted-space(\s|$)/.test(element.className)) return format
    return formatOf(element, format, block.style.startsWith('heading'))
  }

  private block(element: HTMLElement, around: Around): void {
    const tag = element.localName
    const style = styleOf(element, around.block.style)
    const list = tag === 'li' ? listOfItem(element) : (listOfWord(element, this.lists) ?? around.block.list)
    const item = tag === 'li' ? element : around.block.item
    const block = { style, list, item, pre: around.block.pre || tag === 'pre' }
    this.close()
    this.children(element, { ...around, block, format: this.formatIn(element, { ...around, block }) })
    this.close()
  }

  /** One table at a time, in the shape in which it came. */
  private table(table: HTMLElement, around: Around): void {
    this.close()
    if (around.inTable || isLayout(table)) {
      this.children(table, around)
      this.close()
      return
    }
    const made = document.createElement('table')
    around.target.append(made)
    for (const row of table.querySelectorAll('tr')) {
      const line = made.appendChild(document.createElement('tr'))
      for (const cell of row.querySelectorAll<HTMLElement>('td, th')) this.cell(cell, line, around)
      if (line.childElementCount === 0) line.remove()
    }
    const caption = table.querySelector('caption')
    if (caption) this.block(caption, around)
  }

  private cell(cell: HTMLElement, line: HTMLElement, around: Around): void {
    const made = document.createElement(cell.localName)
    for (const name of ['colspan', 'rowspan']) {
      const value = cell.getAttribute(name)
      if (value !== null) made.setAttribute(name, value)
    }
    line.append(made)
    const format = this.formatIn(cell, { ...around, format: PLAIN })
    this.close()
    this.children(cell, { block: BODY, format: { ...format, strong: false }, target: made, inTable: true })
    this.close()
  }

  private open({ block: { style, list, item }, target }: Around): HTMLElement {
    if (this.paragraph) return this.paragraph
    const made = document.createElement('p')
    made.setAttribute('data-style', style)
    // Only the first paragraph of a list item has its number.
    if (list && !(item && this.begun.has(item))) made.setAttribute('data-list', JSON.stringify(list))
    if (item) this.begun.add(item)
    target.append(made)
    this.paragraph = made
    this.endsInSpace = true
    return made
  }

  private text(text: string, around: Around): void {
    if (around.block.pre) {
      text.split(/\r\n|[\n\r]/).forEach((line, index) => {
        if (index > 0) this.close()
        if (line !== '') this.open(around).append(formatted(line, around.format))
      })
      return
    }
    const folded = text.replace(/[ \t\r\n\f]+/g, ' ')
    // Space between blocks, and the one no-break space of a paragraph that is there to be empty.
    if (this.paragraph === null && folded.trim() === '') return
    const needed = this.paragraph === null || this.endsInSpace ? folded.replace(/^ /, '') : folded
    if (needed === '') return
    this.open(around).append(formatted(needed, around.format))
    this.endsInSpace = needed.endsWith(' ')
  }

  /** Between blocks a break is only space. */
  private lineBreak(): void {
    this.paragraph?.append(document.createElement('br'))
    this.endsInSpace = true
  }

  /** A break or a space at the end of a paragraph is nothing to be seen. */
  private close(): void {
    const { paragraph } = this
    this.paragraph = null
    let last = paragraph?.lastChild
    for (; last instanceof HTMLBRElement; last = paragraph?.lastChild) last.remove()
    while (last && !(last instanceof Text)) last = last.lastChild
    if (last) last.data = last.data.replace(/ $/, '')
  }
}

/** Text from another program by allow-list: paragraphs, headings, lists, tables and plain formatting. */
export function readForeignHtml(body: HTMLElement): { readonly slice: Slice; readonly pictures: number } {
  const reader = new ForeignReader()
  reader.children(body, { block: BODY, format: PLAIN, target: reader.root, inTable: false })
  const { content } = DOMParser.fromSchema(schema).parseSlice(reader.root, { preserveWhitespace: true })
  const isOpen = (node: PmNode | null) => (node?.isTextblock === true ? 1 : 0)
  // One heading or list item alone is a paragraph of its own; one plain paragraph is words.
  const { firstChild: first, lastChild: last } = content
  const isPlain = first !== last || first?.sameMarkup(schema.nodes.para.create()) === true
  const slice = new Slice(content, isOpen(first), isPlain ? isOpen(last) : 0)
  return { slice, pictures: reader.pictures }
}
