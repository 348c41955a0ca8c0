import type { MarkSpec } from 'prosemirror-model'
import { checkId } from './assertions.ts'
import { checkBefore, checkHref, checkMove, isPlaceHref, isSafeHref } from './attributes.ts'
import { readJson, readKey } from './dom-attributes.ts'
import { HIGHLIGHT_COLOURS, checkColour, checkKey } from './word-attributes.ts'

/** The marks of the schema: anchors, tracked changes, and plain formatting. */

function anchorMark(name: 'claim' | 'comment'): MarkSpec {
  return {
    attrs: { id: { validate: checkId } },
    excludes: '',
    inclusive: false,
    parseDOM: [{ tag: `span[data-${name}]`, getAttrs: (dom) => ({ id: dom.getAttribute(`data-${name}`) }) }],
    toDOM: (mark) => ['span', { [`data-${name}`]: String(mark.attrs['id']), class: name }, 0],
  }
}

type ChangeAttrs = { readonly id: string; readonly author: string; readonly move: string | null }

function changeMark(tag: 'ins' | 'del', name: 'insertion' | 'deletion'): MarkSpec {
  return {
    attrs: {
      id: { validate: checkId },
      author: { validate: checkId },
      move: { default: null, validate: checkMove },
    },
    inclusive: false,
    parseDOM: [
      {
        tag: `${tag}[data-change]`,
        getAttrs: (dom) => ({
          id: dom.getAttribute('data-change'),
          author: dom.getAttribute('data-author'),
          move: dom.getAttribute('data-move'),
        }),
      },
    ],
    toDOM: (mark) => {
      const { id, author, move } = mark.attrs as ChangeAttrs
      const dom = { class: name, 'data-change': id, 'data-author': author }
      return [tag, move === null ? dom : { ...dom, 'data-move': move }, 0]
    },
  }
}

function plainMark(tag: string, others: MarkSpec['parseDOM'] = [], excludes?: string): MarkSpec {
  const spec: MarkSpec = { parseDOM: [{ tag }, ...(others ?? [])], toDOM: () => [tag, 0] }
  return excludes === undefined ? spec : { ...spec, excludes }
}

/** Formatting that HTML has no element for. */
function namedMark(name: 'small-caps' | 'caps'): MarkSpec {
  return {
    parseDOM: [{ tag: `span[data-${name}]` }],
    toDOM: () => ['span', { [`data-${name}`]: '', class: name }, 0],
  }
}

/** Outermost first. Anchors carry an id only; the remark or claim behind it lives in the database. */
export const MARK_SPECS = {
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
          return isSafeHref(href) || isPlaceHref(href) ? { href } : false
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
  smallCaps: namedMark('small-caps'),
  caps: namedMark('caps'),
  highlight: {
    attrs: { colour: { validate: checkColour } },
    parseDOM: [
      {
        tag: 'mark[data-colour]',
        getAttrs: (dom) => {
          const colour = dom.getAttribute('data-colour')
          return HIGHLIGHT_COLOURS.some((one) => one === colour) ? { colour } : false
        },
      },
    ],
    toDOM: (mark) => ['mark', { 'data-colour': String(mark.attrs['colour']) }, 0],
  },
  /** What else the Word file says of how these letters look; not shown. */
  look: {
    attrs: { key: { validate: checkKey } },
    parseDOM: [
      {
        tag: 'span[data-look]',
        getAttrs: (dom) => {
          const key = readKey(dom, 'data-look')
          return key === null ? false : { key }
        },
      },
    ],
    toDOM: (mark) => ['span', { 'data-look': String(mark.attrs['key']) }, 0],
  },
} satisfies Record<string, MarkSpec>
