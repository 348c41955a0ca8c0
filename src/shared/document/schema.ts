import { Schema } from 'prosemirror-model'
import type { Attrs, DOMOutputSpec, MarkSpec, NodeSpec } from 'prosemirror-model'
import {
  PARAGRAPH_STYLES,
  checkAlign,
  checkBefore,
  checkHref,
  checkId,
  checkList,
  checkParagraphChange,
  checkParagraphMark,
  checkStyle,
  isSafeHref,
} from './attributes.ts'
import type { ParagraphAttrs, ParagraphStyle } from './attributes.ts'

/**
 * The one document schema of Stet, on Word's model: a flat run of paragraphs, each ended by its paragraph
 * mark (¶). Inline changes are marks, changes of a ¶ and of paragraph properties are attributes, and lists are
 * paragraph attributes, so that every change has an element of its own in a Word file.
 */

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

/** Version of the schema; stored beside every snapshot. */
export const SCHEMA_VERSION = 1
