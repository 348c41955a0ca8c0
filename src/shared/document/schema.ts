import { Schema } from 'prosemirror-model'
import type { Attrs, DOMOutputSpec, MarkSpec, NodeSpec } from 'prosemirror-model'

/**
 * The one document schema of Stet, on Word's model: a flat run of paragraphs, each ended by its paragraph
 * mark (¶). Inline changes are marks, changes of a ¶ and of paragraph properties are attributes, and lists are
 * paragraph attributes, so that every change has an element of its own in a Word file.
 */

/** Paragraph styles. The first paragraph of an article is its `headline`; `standfirst` and `byline` may follow. */
export const PARAGRAPH_STYLES = [
  'headline',
  'standfirst',
  'byline',
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'quote',
] as const
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number]

/** `level` counts from 0 to 8, as in Word. */
export type ListAttr = { readonly kind: 'bullet' | 'ordered'; readonly level: number }
export type Align = 'start' | 'center' | 'end' | 'justify'

/** Who changed something, under which change id. Times live in the database, by id. */
export type ChangeRef = { readonly id: string; readonly author: string }
/** The state of a paragraph's ¶: inserted, deleted, or both (by two authors). */
export type ParagraphMark = { readonly insertion?: ChangeRef; readonly deletion?: ChangeRef }
export type ParagraphProperties = {
  readonly style: ParagraphStyle
  readonly list: ListAttr | null
  readonly align: Align
}
/** A tracked change of paragraph properties; `before` is what rejecting restores (Word's pPrChange). */
export type ParagraphChange = ChangeRef & { readonly before: ParagraphProperties }
export type ParagraphAttrs = ParagraphProperties & {
  readonly paragraphMark: ParagraphMark | null
  readonly paragraphChange: ParagraphChange | null
}
/** One plain formatting mark as stored in `formatChange.before`. */
export type StoredMark = { readonly type: string; readonly attrs?: Attrs }

const MAX_ID = 64

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new RangeError(`Invalid ${what}`)
}

function checkId(value: unknown): void {
  assert(typeof value === 'string' && value.length > 0 && value.length <= MAX_ID, 'id')
}

function checkOnly(value: Record<string, unknown>, keys: readonly string[], what: string): void {
  assert(
    Object.keys(value).every((key) => keys.includes(key)),
    what,
  )
}

function checkChangeRef(value: unknown): void {
  assert(isRecord(value), 'change reference')
  checkOnly(value, ['id', 'author'], 'change reference')
  checkId(value['id'])
  checkId(value['author'])
}

function checkStyle(value: unknown): void {
  assert(
    PARAGRAPH_STYLES.some((style) => style === value),
    'paragraph style',
  )
}

function checkList(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'list')
  checkOnly(value, ['kind', 'level'], 'list')
  assert(value['kind'] === 'bullet' || value['kind'] === 'ordered', 'list kind')
  const level = value['level']
  assert(typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= 8, 'list level')
}

function checkAlign(value: unknown): void {
  assert(value === 'start' || value === 'center' || value === 'end' || value === 'justify', 'alignment')
}

function checkParagraphMark(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'paragraph mark')
  checkOnly(value, ['insertion', 'deletion'], 'paragraph mark')
  assert(Object.keys(value).length > 0, 'paragraph mark')
  for (const ref of Object.values(value)) checkChangeRef(ref)
}

function checkParagraphChange(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'paragraph change')
  checkOnly(value, ['id', 'author', 'before'], 'paragraph change')
  checkId(value['id'])
  checkId(value['author'])
  const before = value['before']
  assert(isRecord(before), 'paragraph change')
  checkOnly(before, ['style', 'list', 'align'], 'paragraph change')
  checkStyle(before['style'])
  checkList(before['list'])
  checkAlign(before['align'])
}

const FORMATTING = ['strong', 'em', 'underline', 'strike', 'superscript', 'subscript', 'link']

/** Links may lead only here; anything else is text without a link. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2048) return false
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(href)
}

function checkHref(value: unknown): void {
  assert(typeof value === 'string' && isSafeHref(value), 'link')
}

function checkBefore(value: unknown): void {
  assert(Array.isArray(value) && value.length <= FORMATTING.length, 'format change')
  for (const mark of value as unknown[]) {
    assert(isRecord(mark), 'format change')
    checkOnly(mark, ['type', 'attrs'], 'format change')
    assert(typeof mark['type'] === 'string' && FORMATTING.includes(mark['type']), 'format change')
    if (mark['type'] === 'link') {
      assert(isRecord(mark['attrs']), 'format change')
      checkOnly(mark['attrs'], ['href'], 'format change')
      checkHref(mark['attrs']['href'])
    } else assert(mark['attrs'] === undefined, 'format change')
  }
}

const TAG_OF_STYLE: Record<ParagraphStyle, string> = {
  headline: 'h1',
  standfirst: 'p',
  byline: 'p',
  body: 'p',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  quote: 'blockquote',
}

/** Tracking state travels through the DOM whole: ProseMirror reads composed (IME) text back from it. */
function readJson(dom: HTMLElement, name: string): unknown {
  const text = dom.getAttribute(name)
  if (text === null || text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function readStyle(dom: HTMLElement): ParagraphStyle | null {
  const name = dom.getAttribute('data-style')
  return PARAGRAPH_STYLES.find((style) => style === name) ?? null
}

function parseParagraph(style: ParagraphStyle) {
  return (dom: HTMLElement): Attrs => ({
    style: readStyle(dom) ?? style,
    list: readJson(dom, 'data-list'),
    align: dom.getAttribute('data-align') ?? 'start',
    paragraphMark: readJson(dom, 'data-paragraph-mark'),
    paragraphChange: readJson(dom, 'data-paragraph-change'),
  })
}

function paragraphToDom(attrs: Attrs): DOMOutputSpec {
  const values = attrs as ParagraphAttrs
  const dom: Record<string, string> = { 'data-style': values.style, dir: 'auto' }
  if (values.list) {
    dom['data-list'] = JSON.stringify(values.list)
    dom['data-list-kind'] = values.list.kind
    dom['data-list-level'] = String(values.list.level)
  }
  if (values.align !== 'start') dom['data-align'] = values.align
  const mark = values.paragraphMark
  if (mark) {
    dom['data-paragraph-mark'] = JSON.stringify(mark)
    if (mark.insertion) dom['data-mark-inserted-by'] = mark.insertion.author
    if (mark.deletion) dom['data-mark-deleted-by'] = mark.deletion.author
  }
  if (values.paragraphChange) {
    dom['data-paragraph-change'] = JSON.stringify(values.paragraphChange)
    dom['data-changed-by'] = values.paragraphChange.author
  }
  return [TAG_OF_STYLE[values.style], dom, 0]
}

const para: NodeSpec = {
  group: 'block',
  content: 'inline*',
  attrs: {
    style: { default: 'body', validate: checkStyle },
    list: { default: null, validate: checkList },
    align: { default: 'start', validate: checkAlign },
    paragraphMark: { default: null, validate: checkParagraphMark },
    paragraphChange: { default: null, validate: checkParagraphChange },
  },
  parseDOM: [
    { tag: 'p', getAttrs: parseParagraph('body') },
    { tag: 'h1', getAttrs: parseParagraph('heading1') },
    { tag: 'h2', getAttrs: parseParagraph('heading1') },
    { tag: 'h3', getAttrs: parseParagraph('heading2') },
    { tag: 'h4', getAttrs: parseParagraph('heading3') },
    { tag: 'h5', getAttrs: parseParagraph('heading4') },
    { tag: 'h6', getAttrs: parseParagraph('heading4') },
    { tag: 'blockquote', getAttrs: parseParagraph('quote') },
    { tag: 'li', getAttrs: parseParagraph('body') },
  ],
  toDOM: (node) => paragraphToDom(node.attrs),
}

const nodes = {
  doc: { content: 'para+' },
  para,
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
} satisfies Record<string, NodeSpec>

function anchorMark(name: 'claim' | 'comment'): MarkSpec {
  return {
    attrs: { id: { validate: checkId } },
    excludes: '',
    inclusive: false,
    parseDOM: [{ tag: `span[data-${name}]`, getAttrs: (dom) => ({ id: dom.getAttribute(`data-${name}`) }) }],
    toDOM: (mark) => ['span', { [`data-${name}`]: String(mark.attrs['id']), class: name }, 0],
  }
}

function changeMark(tag: 'ins' | 'del', name: 'insertion' | 'deletion'): MarkSpec {
  return {
    attrs: { id: { validate: checkId }, author: { validate: checkId } },
    inclusive: false,
    parseDOM: [
      {
        tag: `${tag}[data-change]`,
        getAttrs: (dom) => ({ id: dom.getAttribute('data-change'), author: dom.getAttribute('data-author') }),
      },
    ],
    toDOM: (mark) => [
      tag,
      {
        class: name,
        'data-change': String(mark.attrs['id']),
        'data-author': String(mark.attrs['author']),
      },
      0,
    ],
  }
}

function plainMark(tag: string, others: MarkSpec['parseDOM'] = [], excludes?: string): MarkSpec {
  const spec: MarkSpec = { parseDOM: [{ tag }, ...(others ?? [])], toDOM: () => [tag, 0] }
  return excludes === undefined ? spec : { ...spec, excludes }
}

/** Outermost first. Anchors carry an id only; the remark or claim behind it lives in the database. */
const marks = {
  claim: anchorMark('claim'),
  comment: anchorMark('comment'),
  insertion: changeMark('ins', 'insertion'),
  deletion: changeMark('del', 'deletion'),
  formatChange: {
    attrs: { id: { validate: checkId }, author: { validate: checkId }, before: { validate: checkBefore } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'span[data-format-change]',
        getAttrs: (dom) => ({
          id: dom.getAttribute('data-format-change'),
          author: dom.getAttribute('data-author'),
          before: readJson(dom, 'data-before') ?? [],
        }),
      },
    ],
    toDOM: (mark) => [
      'span',
      {
        class: 'format-change',
        'data-format-change': String(mark.attrs['id']),
        'data-author': String(mark.attrs['author']),
        'data-before': JSON.stringify(mark.attrs['before']),
      },
      0,
    ],
  },
  link: {
    attrs: { href: { validate: checkHref } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const href = dom.getAttribute('href') ?? ''
          return isSafeHref(href) ? { href } : false
        },
      },
    ],
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noopener noreferrer' }, 0],
  },
  strong: plainMark('strong', [{ tag: 'b' }]),
  em: plainMark('em', [{ tag: 'i' }]),
  underline: plainMark('u'),
  strike: plainMark('s', [{ tag: 'strike' }]),
  superscript: plainMark('sup', [], 'superscript subscript'),
  subscript: plainMark('sub', [], 'superscript subscript'),
} satisfies Record<string, MarkSpec>

export const schema = new Schema({ nodes, marks })

/** The names of marks that are plain formatting: what `formatChange.before` may hold. */
export const FORMATTING_MARKS: readonly string[] = FORMATTING

/** Version of the schema; stored beside every snapshot. */
export const SCHEMA_VERSION = 1
