import type { Attrs, DOMOutputSpec, NodeSpec } from 'prosemirror-model'
import { checkFlag } from './assertions.ts'
import { checkColumnWidths, checkSpan, checkTracking } from './attributes.ts'
import type { CellAttrs, RowAttrs, TableAttrs, Tracking } from './attributes.ts'
import { readJson, readKey, readNumber } from './dom-attributes.ts'
import { checkLayoutChange, checkLook } from './word-attributes.ts'
import type { LayoutAttrs } from './word-attributes.ts'

/** The tables of the schema. Rows and cells are tracked by attributes; a cell holds paragraphs alone. */

function trackingToDom(tracking: Tracking | null): Record<string, string> {
  if (!tracking) return {}
  return {
    'data-tracking': JSON.stringify(tracking),
    ...(tracking.insertion ? { 'data-inserted-by': tracking.insertion.author } : {}),
    ...(tracking.deletion ? { 'data-deleted-by': tracking.deletion.author } : {}),
  }
}

/** Of a table, a row and a cell. */
const LAYOUT = {
  look: { default: null, validate: checkLook },
  layoutChange: { default: null, validate: checkLayoutChange },
}

function layoutToDom({ look, layoutChange }: LayoutAttrs): Record<string, string> {
  return {
    ...(look === null ? {} : { 'data-look': look }),
    ...(layoutChange === null
      ? {}
      : { 'data-layout-change': JSON.stringify(layoutChange), 'data-changed-by': layoutChange.author }),
  }
}

function parseLayout(dom: HTMLElement): LayoutAttrs {
  const layoutChange = readJson(dom, 'data-layout-change') as LayoutAttrs['layoutChange']
  return { look: readKey(dom, 'data-look'), layoutChange }
}

function cellToDom(attrs: Attrs): DOMOutputSpec {
  const { tracking, header, colspan, rowspan, colwidth, ...layout } = attrs as CellAttrs
  const dom: Record<string, string> = { ...trackingToDom(tracking), ...layoutToDom(layout) }
  if (colspan > 1) dom['colspan'] = String(colspan)
  if (rowspan > 1) dom['rowspan'] = String(rowspan)
  if (colwidth) dom['data-colwidth'] = colwidth.join(',')
  return [header ? 'th' : 'td', dom, 0]
}

function parseCell(header: boolean) {
  return (dom: HTMLElement): Attrs => {
    const widths = dom.getAttribute('data-colwidth')
    return {
      tracking: readJson(dom, 'data-tracking'),
      header,
      colspan: Math.min(readNumber(dom, 'colspan') ?? 1, 63),
      rowspan: Math.min(readNumber(dom, 'rowspan') ?? 1, 63),
      colwidth: widths !== null && /^\d+(,\d+)*$/.test(widths) ? widths.split(',').map(Number) : null,
      ...parseLayout(dom),
    }
  }
}

export const TABLE_SPECS = {
  table: {
    group: 'block',
    content: 'row+',
    tableRole: 'table',
    isolating: true,
    attrs: LAYOUT,
    parseDOM: [{ tag: 'table', getAttrs: parseLayout }],
    toDOM: (node) => ['table', layoutToDom(node.attrs as TableAttrs), ['tbody', 0]],
  },
  row: {
    content: 'cell+',
    tableRole: 'row',
    attrs: { tracking: { default: null, validate: checkTracking }, ...LAYOUT },
    parseDOM: [
      {
        tag: 'tr',
        getAttrs: (dom) => ({ tracking: readJson(dom, 'data-tracking'), ...parseLayout(dom) }),
      },
    ],
    toDOM: ({ attrs }) => {
      const { tracking, ...layout } = attrs as RowAttrs
      return ['tr', { ...trackingToDom(tracking), ...layoutToDom(layout) }, 0]
    },
  },
  cell: {
    content: 'para+',
    tableRole: 'cell',
    isolating: true,
    attrs: {
      tracking: { default: null, validate: checkTracking },
      header: { default: false, validate: checkFlag },
      colspan: { default: 1, validate: checkSpan },
      rowspan: { default: 1, validate: checkSpan },
      colwidth: { default: null, validate: checkColumnWidths },
      ...LAYOUT,
    },
    parseDOM: [
      { tag: 'td', getAttrs: parseCell(false) },
      { tag: 'th', getAttrs: parseCell(true) },
    ],
    toDOM: (node) => cellToDom(node.attrs),
  },
} satisfies Record<string, NodeSpec>
