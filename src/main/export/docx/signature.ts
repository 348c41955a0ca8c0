import type { ParagraphProperties } from '../../../shared/document/attributes.ts'
import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import { listOf, sameProperties } from './paragraphs.ts'
import { expressibleBefore } from './runs.ts'
import { plainLines } from './text.ts'

/** Who made a change and when, as one comparable word. */
export type Sign = (changeId: string, authorId: string) => string

/**
 * What Word can hold of a text, one line for each stretch of equal state: two texts with the same signature
 * are the same review. Ids differ between a text and its copy read back, so changes are compared by what `sign`
 * makes of them.
 */
export function signatureOf(paragraphs: readonly ParagraphSegments[], sign: Sign): readonly string[] {
  return paragraphs.flatMap((paragraph, index) => [
    ...stretches(paragraph.segments, sign),
    endOf(paragraph, index === paragraphs.length - 1, sign),
  ])
}

function stretches(segments: readonly Segment[], sign: Sign): readonly string[] {
  const result: { readonly state: string; text: string }[] = []
  for (const segment of segments) {
    const text = plainLines(segment.text)
    const state = stateOf(segment, sign)
    const last = result.at(-1)
    if (text === '') continue
    if (last?.state === state) last.text += text
    else result.push({ state, text })
  }
  return result.map(({ state, text }) => JSON.stringify([text, state]))
}

function stateOf(segment: Segment, sign: Sign): string {
  const signed = (change: { readonly id: string; readonly author: string } | null): string =>
    change ? sign(change.id, change.author) : ''
  const before = segment.formatChange ? expressibleBefore(segment) : null
  return JSON.stringify([
    [...segment.marks].sort(),
    segment.link,
    signed(segment.insertion),
    signed(segment.deletion),
    before ? [signed(segment.formatChange), [...before].sort()] : null,
  ])
}

function endOf({ attrs }: ParagraphSegments, isLast: boolean, sign: Sign): string {
  const { insertion, deletion } = (isLast ? null : attrs.paragraphMark) ?? {}
  const change = attrs.paragraphChange
  const changed = change && !sameProperties(change.before, attrs)
  return JSON.stringify([
    '¶',
    properties(attrs),
    insertion ? sign(insertion.id, insertion.author) : '',
    deletion ? sign(deletion.id, deletion.author) : '',
    changed ? [sign(change.id, change.author), properties(change.before)] : null,
  ])
}

function properties(of: ParagraphProperties): string {
  const list = listOf(of)
  return [of.style, of.align, list ? `${list.kind} ${list.level}` : ''].join(' ')
}
