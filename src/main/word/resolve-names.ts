/** Which way open changes are decided: all accepted, or all rejected. */
export type Side = 'accept' | 'reject'

/** Names of elements that a decision of all changes meets (ECMA-376 part 1, 17.13.5). */

const INSERTED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo'])
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

/** What becomes of that which stands under such an element; null where it tracks no text. */
export function fateOf(name: string, side: Side): 'stays' | 'goes' | null {
  if (INSERTED.has(name)) return side === 'accept' ? 'stays' : 'goes'
  if (DELETED.has(name)) return side === 'accept' ? 'goes' : 'stays'
  return null
}

/** Marks of moved ranges and of tracked wrappers: without the tracking they say nothing. */
const RANGE = /^w:(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/

export function isTrackedRange(name: string): boolean {
  return RANGE.test(name)
}

/** Whether the wrapper whose beginning stands in such a range goes, and leaves what it holds. */
export function takesWrapper(rangeStart: string, side: Side): boolean {
  return side === 'accept'
    ? rangeStart === 'w:customXmlDelRangeStart' || rangeStart === 'w:customXmlMoveFromRangeStart'
    : rangeStart === 'w:customXmlInsRangeStart' || rangeStart === 'w:customXmlMoveToRangeStart'
}

/** Properties, by the element that keeps how they were before a tracked change. */
const CHANGE_OF: Readonly<Record<string, string>> = {
  'w:rPr': 'w:rPrChange',
  'w:pPr': 'w:pPrChange',
  'w:sectPr': 'w:sectPrChange',
  'w:tblPr': 'w:tblPrChange',
  'w:tblPrEx': 'w:tblPrExChange',
  'w:tblGrid': 'w:tblGridChange',
  'w:trPr': 'w:trPrChange',
  'w:tcPr': 'w:tcPrChange',
}

export function changeOf(properties: string): string | undefined {
  return CHANGE_OF[properties]
}

const COMMENT_MARKS = ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']

export function isCommentMark(name: string): boolean {
  return COMMENT_MARKS.includes(name)
}

const TRACKED: ReadonlySet<string> = new Set([
  ...INSERTED,
  ...DELETED,
  ...Object.values(CHANGE_OF),
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:delText',
  'w:delInstrText',
])

/** Elements that a decision changes or takes away. */
export function isTracked(name: string): boolean {
  return TRACKED.has(name) || isTrackedRange(name)
}

/** What takes no room in a text, and may stand within a paragraph and between paragraphs alike. */
const WITHOUT_WIDTH: ReadonlySet<string> = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
  'w:proofErr',
])

export function isWithoutWidth(name: string): boolean {
  return WITHOUT_WIDTH.has(name) || isTrackedRange(name)
}

/** What holds paragraphs and must not be left without one. */
const STORIES: ReadonlySet<string> = new Set([
  'w:body',
  'w:tc',
  'w:txbxContent',
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
  'w:comment',
  'w:docPartBody',
])

export function isStory(name: string): boolean {
  return STORIES.has(name)
}
