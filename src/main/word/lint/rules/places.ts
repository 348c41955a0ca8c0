import { BLOCK_HOLDERS, holderOf, RUN_HOLDERS } from '../around.ts'
import type { CreateRule, Listener } from '../rule.ts'
import type { Frame } from '../walk.ts'

const both = [...BLOCK_HOLDERS, ...RUN_HOLDERS, 'w:tbl', 'w:tr']
const inRun = new Set(['w:r'])
const inDrawn = new Set(['w:r', 'w:numPicBullet', 'w:background'])
const tracked = new Set([...both, 'w:rPr', 'w:trPr', 'w:numPr'])
const moved = new Set([...both, 'w:rPr'])
const styled = ['w:style', 'w:tblStylePr']

/** Where elements may stand, of those that Word is strict about. Inside of other namespaces everything goes. */
const PLACES: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:p': BLOCK_HOLDERS,
  'w:tbl': BLOCK_HOLDERS,
  'w:tr': new Set(['w:tbl']),
  'w:tc': new Set(['w:tr']),
  'w:r': RUN_HOLDERS,
  'w:hyperlink': RUN_HOLDERS,
  'w:fldSimple': RUN_HOLDERS,
  ...places(inRun, [
    'w:t',
    'w:delText',
    'w:instrText',
    'w:delInstrText',
    'w:fldChar',
    'w:commentReference',
    'w:footnoteReference',
    'w:endnoteReference',
    'w:annotationRef',
    'w:footnoteRef',
    'w:endnoteRef',
    'w:separator',
    'w:continuationSeparator',
    'w:br',
    'w:cr',
    'w:noBreakHyphen',
    'w:softHyphen',
    'w:object',
    'w:ruby',
  ]),
  ...places(inDrawn, ['w:drawing', 'w:pict']),
  ...places(tracked, ['w:ins', 'w:del']),
  ...places(moved, ['w:moveFrom', 'w:moveTo']),
  ...places(new Set(both), [
    'w:commentRangeStart',
    'w:commentRangeEnd',
    'w:bookmarkStart',
    'w:bookmarkEnd',
    'w:moveFromRangeStart',
    'w:moveFromRangeEnd',
    'w:moveToRangeStart',
    'w:moveToRangeEnd',
  ]),
  'w:pPr': new Set(['w:p', 'w:pPrChange', 'w:pPrDefault', 'w:lvl', ...styled]),
  'w:rPr': new Set([
    'w:r',
    'w:pPr',
    'w:rPrChange',
    'w:rPrDefault',
    'w:lvl',
    'w:sdtPr',
    'w:sdtEndPr',
    ...styled,
  ]),
  'w:tblPr': new Set(['w:tbl', 'w:tblPrChange', ...styled]),
  'w:tblPrEx': new Set(['w:tr', 'w:tblPrExChange']),
  'w:tblGrid': new Set(['w:tbl', 'w:tblGridChange']),
  'w:trPr': new Set(['w:tr', 'w:trPrChange', ...styled]),
  'w:tcPr': new Set(['w:tc', 'w:tcPrChange', ...styled]),
  'w:sectPr': new Set(['w:body', 'w:pPr', 'w:sectPrChange', 'w:docPartBody']),
  'w:rPrChange': new Set(['w:rPr']),
  'w:pPrChange': new Set(['w:pPr']),
  'w:tblPrChange': new Set(['w:tblPr']),
  'w:tblPrExChange': new Set(['w:tblPrEx']),
  'w:tblGridChange': new Set(['w:tblGrid']),
  'w:trPrChange': new Set(['w:trPr']),
  'w:tcPrChange': new Set(['w:tcPr']),
  'w:sectPrChange': new Set(['w:sectPr']),
  ...places(new Set(['w:tcPr']), ['w:cellIns', 'w:cellDel', 'w:cellMerge']),
  'w:comment': new Set(['w:comments']),
  'w:footnote': new Set(['w:footnotes', 'w:footnotePr']),
  'w:endnote': new Set(['w:endnotes', 'w:endnotePr']),
}

function places(holders: ReadonlySet<string>, names: readonly string[]): Record<string, ReadonlySet<string>> {
  return Object.fromEntries(names.map((name) => [name, holders]))
}

/** Properties come before all else in what they belong to. */
const FIRST: Readonly<Record<string, string>> = { 'w:pPr': 'w:p', 'w:rPr': 'w:r', 'w:tcPr': 'w:tc' }

/** Properties of tables and rows have marks of ranges before them, and never what they are properties of. */
const BEFORE: Readonly<Record<string, string>> = { 'w:tblPr': 'w:tr', 'w:tblGrid': 'w:tr', 'w:trPr': 'w:tc' }

/** Where a word that stands by itself is lost, or the file with it. */
const NO_TEXT = new Set([...both, 'w:r', 'w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr'])

/** Elements and text that stand where the format has no place for them. */
export const createPlaces: CreateRule = (report) => ({
  open: Object.fromEntries(
    Object.entries(PLACES).map(([name, allowed]): [string, Listener] => [
      name,
      (frame, part) => {
        const holder = stranger(frame, allowed)
        if (holder) report('misplaced', part, `${name} in ${holder.name}`)
        else if (isLate(frame)) report('misplaced', part, `${name} after ${frame.parent?.last ?? ''}`)
      },
    ]),
  ),
  text: (text, parent, part) => {
    if (NO_TEXT.has(parent.name)) report('misplaced', part, `“${text.trim().slice(0, 20)}” in ${parent.name}`)
  },
})

/** What an element stands in and must not; null when all is well. */
function stranger(frame: Frame, allowed: ReadonlySet<string>): Frame | null {
  const holder = holderOf(frame)
  if (!holder || allowed.has(holder.name) || !isOurs(holder)) return null
  return isInFormula(holder) ? null : holder
}

function isLate({ name, parent }: Frame): boolean {
  if (!parent || parent.last === '') return false
  return FIRST[name] === parent.name || BEFORE[name] === parent.last
}

function isOurs(frame: Frame): boolean {
  return frame.name.startsWith('w:')
}

/** A change in a formula holds properties, not runs. */
function isInFormula({ name, parent }: Frame): boolean {
  return (name === 'w:ins' || name === 'w:del') && parent !== null && !isOurs(parent)
}
