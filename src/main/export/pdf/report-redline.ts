import type { Node } from 'prosemirror-model'
import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import { cutPieces, formatting, stretches } from './pieces.ts'
import type { Edge, Piece, Tag } from './pieces.ts'
import type { ObjectStyler } from './pictures.ts'
import { createListCounter, textBlocks } from './report-text.ts'
import type { CellMarks } from './report-text.ts'
import type { TextBlock } from './text-blocks.ts'
import type { Voice } from './voice.ts'

/** The text with every open change in it, and beside each line the numbers of what begins there. */

export type RedlineContext = {
  readonly voice: Voice
  /** Numbers of changes and of threads; a thread without one is not shown. */
  readonly changes: ReadonlyMap<string, number>
  readonly threads: ReadonlyMap<string, string>
  readonly objects: ObjectStyler
}

const CHANGES = ['insertion', 'deletion', 'formatChange'] as const
const PILCROW = '¶'

function isChanged(segment: Segment): boolean {
  return CHANGES.some((kind) => segment[kind] !== null)
}

function bars(segments: readonly Segment[]): readonly Edge[] {
  return stretches(segments, isChanged).flatMap(({ from, to }): readonly Edge[] => [
    { at: from, side: 'start', tag: { kind: 'from' } },
    { at: to, side: 'end', tag: { kind: 'to' } },
  ])
}

function changeTag(id: string, author: string, { voice, changes }: RedlineContext): Edge['tag'] & {} {
  const label = String(changes.get(id) ?? '')
  return { kind: 'change', label, initials: voice.initials(author), hue: voice.hue(author) }
}

/** One number at each place where a change begins; the halves of a replacement bear the same and are one place. */
function changeEdges(segments: readonly Segment[], context: RedlineContext): readonly Edge[] {
  const refsOf = (segment: Segment) => CHANGES.flatMap((kind) => segment[kind] ?? [])
  const numberOf = (id: string) => context.changes.get(id) ?? id
  const first = new Map(
    segments
      .flatMap(refsOf)
      .toReversed()
      .map((ref) => [numberOf(ref.id), ref]),
  )
  return [...first].flatMap(([number, { id, author }]) =>
    stretches(segments, (segment) => refsOf(segment).some((ref) => numberOf(ref.id) === number)).map(
      ({ from }): Edge => ({ at: from, side: 'start', tag: changeTag(id, author, context) }),
    ),
  )
}

function threadEdges(
  segments: readonly Segment[],
  style: string,
  { threads }: RedlineContext,
  seen: Set<string>,
): readonly Edge[] {
  const fresh = new Set(segments.flatMap((segment) => segment.comments))
  return [...fresh].flatMap((id): readonly Edge[] => {
    const label = threads.get(id)
    const places = stretches(segments, (segment) => segment.comments.includes(id))
    const [first] = places
    if (label === undefined || first === undefined) return []
    const noted = places.flatMap(({ from, to }): readonly Edge[] => [
      { at: from, side: 'start', tag: { kind: 'noted', side: 'from', label, style } },
      { at: to, side: 'end', tag: { kind: 'noted', side: 'to', label, style } },
    ])
    if (seen.has(id)) return noted
    seen.add(id)
    return [
      { at: first.from, side: 'start', tag: { kind: 'comment', label } },
      ...noted,
      { at: first.to, side: 'end', tag: { kind: 'ref', label } },
    ]
  })
}

function look(segment: Segment, { voice, threads, changes }: RedlineContext): Omit<Piece, 'text'> {
  const { insertion, deletion, formatChange } = segment
  const change = changes.get((deletion ?? insertion ?? formatChange)?.id ?? '')
  return {
    ...formatting(segment),
    ...(change === undefined ? {} : { to: `change-${change}` }),
    ...(insertion ? { inserted: voice.hue(insertion.author) } : {}),
    ...(deletion ? { deleted: voice.hue(deletion.author) } : {}),
    ...(formatChange ? { formatted: voice.hue(formatChange.author) } : {}),
    ...(segment.comments.some((id) => threads.has(id)) ? { noted: true } : {}),
  }
}

/** A changed ¶ is shown as a letter of its own at the end of its paragraph. */
function pilcrow({ attrs }: ParagraphSegments, context: RedlineContext): readonly Piece[] {
  const { insertion, deletion } = attrs.paragraphMark ?? {}
  const refs = [insertion, deletion].flatMap((ref) => (ref ? [ref] : []))
  if (refs.length === 0) return []
  const tags = refs.map((ref) => changeTag(ref.id, ref.author, context))
  return [
    {
      text: PILCROW,
      ...(insertion ? { inserted: context.voice.hue(insertion.author) } : {}),
      ...(deletion ? { deleted: context.voice.hue(deletion.author) } : {}),
      tags: [{ kind: 'from' }, ...tags, { kind: 'to' }],
    },
  ]
}

/** A change of style, list or alignment is noted beside the first line. */
function propertyEdges({ attrs, segments }: ParagraphSegments, context: RedlineContext): readonly Edge[] {
  const change = attrs.paragraphChange
  if (change === null || segments.length === 0) return []
  return [
    { at: 0, side: 'start', tag: { kind: 'from' } },
    { at: 0, side: 'start', tag: changeTag(change.id, change.author, context) },
    { at: 0, side: 'start', tag: { kind: 'to' } },
  ]
}

/** Of rows and cells that come or go, and of changed layout. */
function cellMarks(context: RedlineContext): CellMarks {
  return ({ tracking, layoutChange }) =>
    [tracking?.insertion, tracking?.deletion, layoutChange].flatMap((ref): readonly Tag[] =>
      ref ? [{ kind: 'from' }, changeTag(ref.id, ref.author, context), { kind: 'to' }] : [],
    )
}

export function reportRedline(doc: Node, context: RedlineContext): readonly TextBlock[] {
  const listOf = createListCounter()
  const seen = new Set<string>()
  const write = (paragraph: ParagraphSegments, isInCell: boolean) => {
    const { segments } = paragraph
    const style = isInCell ? 'cell' : paragraph.attrs.style
    const edges = [
      ...propertyEdges(paragraph, context),
      ...bars(segments),
      ...changeEdges(segments, context),
      ...threadEdges(segments, style, context, seen),
    ]
    const pieces = cutPieces(
      segments,
      edges,
      context.objects((segment) => look(segment, context)),
    )
    return { list: listOf(paragraph), pieces: [...pieces, ...pilcrow(paragraph, context)] }
  }
  return textBlocks(doc, write, cellMarks(context))
}
