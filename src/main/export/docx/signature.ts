import type { ChangeRef, ParagraphProperties, Tracking } from '../../../shared/document/attributes.ts'
import type {
  BlockSegments,
  ParagraphSegments,
  RowSegments,
  Segment,
} from '../../../shared/document/segments.ts'
import { listOf, sameProperties } from './paragraph-looks.ts'
import type { Format } from './run-properties.ts'
import { expressibleBefore } from './runs.ts'
import { plainLines } from './text.ts'

/** Who made a change and when, as one comparable word. */
export type Sign = (changeId: string, authorId: string) => string

/**
 * What Word can hold of a text, one line for each stretch of equal state: two texts with the same signature
 * are the same review. Ids differ between a text and its copy read back, so changes are compared by what `sign`
 * makes of them.
 */
export function signatureOf(blocks: readonly BlockSegments[], sign: Sign): readonly string[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => rowLines(row, sign))
      : paragraphLines(block, index === blocks.length - 1, sign),
  )
}

function containerLines(paragraphs: readonly ParagraphSegments[], sign: Sign): readonly string[] {
  return paragraphs.flatMap((one, index) => paragraphLines(one, index === paragraphs.length - 1, sign))
}

function rowLines({ tracking, cells }: RowSegments, sign: Sign): readonly string[] {
  return [
    JSON.stringify(['row', ...trackingWords(tracking, sign)]),
    ...cells.flatMap(({ attrs, paragraphs }) => [
      JSON.stringify([
        'cell',
        attrs.header,
        attrs.colspan,
        attrs.rowspan,
        ...trackingWords(attrs.tracking, sign),
      ]),
      ...containerLines(paragraphs, sign),
    ]),
  ]
}

function paragraphLines(paragraph: ParagraphSegments, isLast: boolean, sign: Sign): readonly string[] {
  return [...stretches(paragraph.segments, sign), endOf(paragraph, isLast, sign)]
}

function stretches(segments: readonly Segment[], sign: Sign): readonly string[] {
  const result: { readonly state: string; text: string }[] = []
  for (const segment of segments) {
    const text = plainLines(segment.text)
    const state = stateOf(segment, sign)
    const last = result.at(-1)
    if (text === '') continue
    if (last?.state === state && !segment.object) last.text += text
    else result.push({ state, text })
  }
  return result.map(({ state, text }) => JSON.stringify([text, state]))
}

/** The two sides of a move, and what was typed into it, are told apart from what is only inserted or deleted. */
function signed(change: ChangeRef | null | undefined, sign: Sign): string {
  if (!change) return ''
  const move = change.move === undefined ? '' : change.move === change.id ? 'moved ' : 'in a move '
  return move + sign(change.id, change.author)
}

function trackingWords(tracking: Tracking | null, sign: Sign): readonly string[] {
  return [signed(tracking?.insertion, sign), signed(tracking?.deletion, sign)]
}

function stateOf(segment: Segment, sign: Sign): string {
  const before = segment.formatChange ? expressibleBefore(segment) : null
  return JSON.stringify([
    formatWords(segment),
    segment.link,
    signed(segment.insertion, sign),
    signed(segment.deletion, sign),
    before ? [signed(segment.formatChange, sign), formatWords(before)] : null,
    objectWords(segment, sign),
  ])
}

function formatWords({ marks, highlight }: Format): unknown {
  return [[...marks].sort(), highlight]
}

function objectWords({ object }: Segment, sign: Sign): unknown {
  if (!object) return null
  if (object.kind === 'footnote') return containerLines(object.paragraphs, sign)
  // A field may be written in another way than it came in; what it is and says stays.
  if (object.kind === 'preserved') return [object.preserved.kind, object.preserved.text]
  return [object.blob, object.alt, object.width, object.height]
}

function endOf({ attrs }: ParagraphSegments, isLast: boolean, sign: Sign): string {
  const change = attrs.paragraphChange
  const changed = change && !sameProperties(change.before, attrs)
  return JSON.stringify([
    '¶',
    properties(attrs),
    ...trackingWords(isLast ? null : attrs.paragraphMark, sign),
    changed ? [sign(change.id, change.author), properties(change.before)] : null,
  ])
}

function properties(of: Omit<ParagraphProperties, 'look'>): string {
  const list = listOf(of)
  return [of.style, of.align, list ? `${list.kind} ${list.level} ${list.start ?? ''}` : ''].join(' ')
}
