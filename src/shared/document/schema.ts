import { Schema } from 'prosemirror-model'
import type { Attrs, DOMOutputSpec, NodeSpec } from 'prosemirror-model'
import { checkFlag } from './assertions.ts'
import {
  PARAGRAPH_STYLES,
  checkAlign,
  checkAlt,
  checkBlob,
  checkList,
  checkParagraphChange,
  checkPixels,
  checkStyle,
  checkTracking,
} from './attributes.ts'
import type { FootnoteAttrs, ImageAttrs, ParagraphAttrs, ParagraphStyle } from './attributes.ts'
import { readJson, readKey, readNumber } from './dom-attributes.ts'
import { MARK_SPECS } from './mark-specs.ts'
import { TABLE_SPECS } from './table-specs.ts'
import {
  MAX_PRESERVED_TEXT,
  PRESERVED_KINDS,
  checkKey,
  checkLook,
  checkPreservedKind,
  checkPreservedText,
} from './word-attributes.ts'
import type { PreservedAttrs } from './word-attributes.ts'

/**
 * The one document schema of Stet, on Word's model: a flat run of paragraphs, each ended by its paragraph
 * mark (¶), with tables among them. Inline changes are marks, changes of a ¶, of a row, of a cell and of paragraph
 * properties are attributes, and lists are paragraph attributes, so that every change has an element of its own in a
 * Word file.
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
  caption: 'p',
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
    look: readKey(dom, 'data-look'),
  })
}

function paragraphToDom(attrs: Attrs): DOMOutputSpec {
  const values = attrs as ParagraphAttrs
  const dom: Record<string, string> = { 'data-style': values.style, dir: 'auto' }
  if (values.list) {
    dom['data-list'] = JSON.stringify(values.list)
    dom['data-list-kind'] = values.list.kind
    dom['data-list-level'] = String(values.list.level)
    if (values.list.start !== undefined) dom['data-list-start'] = String(values.list.start)
  }
  if (values.align !== 'start') dom['data-align'] = values.align
  if (values.look !== null) dom['data-look'] = values.look
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
    paragraphMark: { default: null, validate: checkTracking },
    paragraphChange: { default: null, validate: checkParagraphChange },
    look: { default: null, validate: checkLook },
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

function imageToDom(attrs: Attrs): DOMOutputSpec {
  const { blob, alt, width, height } = attrs as ImageAttrs
  const size = {
    ...(width === null ? {} : { width: String(width) }),
    ...(height === null ? {} : { height: String(height) }),
  }
  return ['img', { 'data-blob': blob, alt, ...size }]
}

function preservedToDom(attrs: Attrs): DOMOutputSpec {
  const { key, kind, text } = attrs as PreservedAttrs
  return ['span', { 'data-preserved': key, 'data-kind': kind, 'data-text': text, class: 'preserved' }, text]
}

/** Tables and notes hold paragraphs of their own; an edit never reaches out of them (`isolating`). */
const nodes = {
  doc: { content: '(para | table)* para' },
  para,
  ...TABLE_SPECS,
  text: { group: 'inline' },
  image: {
    group: 'inline',
    inline: true,
    draggable: true,
    attrs: {
      blob: { validate: checkBlob },
      alt: { default: '', validate: checkAlt },
      width: { default: null, validate: checkPixels },
      height: { default: null, validate: checkPixels },
    },
    parseDOM: [
      {
        tag: 'img[data-blob]',
        getAttrs: (dom) => ({
          blob: dom.getAttribute('data-blob'),
          alt: dom.getAttribute('alt') ?? '',
          width: readNumber(dom, 'width'),
          height: readNumber(dom, 'height'),
        }),
      },
    ],
    toDOM: (node) => imageToDom(node.attrs),
  },
  footnote: {
    group: 'inline',
    inline: true,
    content: 'para+',
    isolating: true,
    attrs: { endnote: { default: false, validate: checkFlag } },
    parseDOM: [
      {
        tag: 'span[data-footnote]',
        getAttrs: (dom) => ({ endnote: dom.getAttribute('data-footnote') === 'end' }),
      },
    ],
    toDOM: (node) => ['span', { 'data-footnote': (node.attrs as FootnoteAttrs).endnote ? 'end' : '' }, 0],
  },
  /** Something of a Word file that is kept as it is: it can be moved, deleted and commented on, not edited. */
  preserved: {
    group: 'inline',
    inline: true,
    draggable: true,
    attrs: {
      key: { validate: checkKey },
      kind: { validate: checkPreservedKind },
      text: { default: '', validate: checkPreservedText },
    },
    parseDOM: [
      {
        tag: 'span[data-preserved]',
        getAttrs: (dom) => {
          const [key, kind] = [readKey(dom, 'data-preserved'), dom.getAttribute('data-kind')]
          if (key === null || !PRESERVED_KINDS.some((one) => one === kind)) return false
          return { key, kind, text: (dom.getAttribute('data-text') ?? '').slice(0, MAX_PRESERVED_TEXT) }
        },
      },
    ],
    toDOM: (node) => preservedToDom(node.attrs),
  },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
} satisfies Record<string, NodeSpec>

export const schema = new Schema({ nodes, marks: MARK_SPECS })

/**
 * Version of the schema; stored beside every snapshot. 2: tables, pictures, footnotes and moves. 3: what a Word file
 * brings along (looks, kept objects, changes of layout, endnotes), and small capitals, capitals and markers. A text of
 * an earlier version is one of the next as it is.
 */
export const SCHEMA_VERSION = 3
