import type { ChangeRef, StoredMark } from '../../../shared/document/attributes.ts'
import type { Segment } from '../../../shared/document/segments.ts'
import { inOrder, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { signerOf } from './content.ts'
import { writtenDates } from './dates.ts'
import { RUN_PROPERTIES } from './sequences.ts'
import { LINK_STYLE, NOTE_REFERENCE } from './other-styles.ts'
import { textRuns } from './text.ts'
import type { Writing } from './writing.ts'

/** w:id, author and dates of a tracked element. */
export function trackedAttributes(
  ref: ChangeRef,
  { content, numbers, authors }: Pick<Writing, 'content' | 'numbers' | 'authors'>,
): Record<string, string | number | undefined> {
  const facts = content.changes.get(ref.id) ?? { authorId: ref.author, at: null, dateRaw: null }
  const { date, utc } = writtenDates(facts, content.utcOffset)
  const author = signerOf(content, ref.author).name
  authors.add(author)
  return { 'w:id': numbers.next(), 'w:author': author, 'w:date': date, 'w16du:dateUtc': utc }
}

/** One side of a move, and not what was typed into it since. */
export function isMoved(ref: ChangeRef): boolean {
  return ref.move === ref.id
}

/** Runs of segments between which no comment and no move begins or ends. */
export function writeSegments(segments: readonly Segment[], writing: Writing): Xml {
  let result = ''
  for (let from = 0; from < segments.length;) {
    let to = from + 1
    while (to < segments.length && sameWrapper(segments[from], segments[to])) to += 1
    result += wrapped(segments.slice(from, to), writing)
    from = to
  }
  return result
}

function sameWrapper(a: Segment | undefined, b: Segment | undefined): boolean {
  return (
    a?.insertion?.id === b?.insertion?.id &&
    a?.insertion?.author === b?.insertion?.author &&
    a?.deletion?.id === b?.deletion?.id &&
    a?.deletion?.author === b?.deletion?.author &&
    a?.link === b?.link
  )
}

/** hyperlink > ins > del > runs: the only nesting that Word writes itself. A move stands in the place of either. */
function wrapped(segments: readonly Segment[], writing: Writing): Xml {
  const [first] = segments
  if (!first) return ''
  const { insertion, deletion, link } = first
  let inner = segments.map((segment) => run(segment, writing)).join('')
  if (inner === '') return ''
  if (deletion) {
    inner = tag(isMoved(deletion) ? 'w:moveFrom' : 'w:del', trackedAttributes(deletion, writing), inner)
  }
  if (insertion) {
    inner = tag(isMoved(insertion) ? 'w:moveTo' : 'w:ins', trackedAttributes(insertion, writing), inner)
  }
  if (link === null) return inner
  return tag('w:hyperlink', { 'r:id': writing.relations.link(link), 'w:history': 1 }, inner)
}

function run(segment: Segment, writing: Writing): Xml {
  const { object, deletion } = segment
  const style = object?.kind === 'footnote' ? NOTE_REFERENCE : segment.link === null ? null : LINK_STYLE
  const before = segment.formatChange && expressibleBefore(segment)
  const change =
    segment.formatChange && before
      ? tag(
          'w:rPrChange',
          trackedAttributes(segment.formatChange, writing),
          tag('w:rPr', {}, runProperties(before, style)),
        )
      : undefined
  const inner = runProperties(segment.marks, style, change)
  const properties = inner === '' ? '' : tag('w:rPr', {}, inner)
  if (object) return tag('w:r', {}, properties, writing.object(object, writing.relations))
  return textRuns(segment.text, properties, deletion && !isMoved(deletion) ? 'w:delText' : 'w:t')
}

/**
 * Names of the marks before a format change. Null when only the link differs: Word cannot say that a link was
 * added or taken away by a format change.
 */
export function expressibleBefore(
  segment: Pick<Segment, 'marks' | 'formatChange'>,
): readonly string[] | null {
  const before = (segment.formatChange?.before ?? []).filter(isPlain).map((mark) => mark.type)
  const isSame =
    before.length === segment.marks.length && before.every((name) => segment.marks.includes(name))
  return isSame ? null : before
}

function isPlain(mark: StoredMark): boolean {
  return mark.type !== 'link'
}

function runProperties(marks: readonly string[], style: string | null, change?: Xml): Xml {
  const on = (mark: string, xml: Xml): Xml | undefined => (marks.includes(mark) ? xml : undefined)
  return inOrder(RUN_PROPERTIES, {
    'w:rStyle': style === null ? undefined : tag('w:rStyle', { 'w:val': style }),
    'w:b': on('strong', '<w:b/>'),
    'w:bCs': on('strong', '<w:bCs/>'),
    'w:i': on('em', '<w:i/>'),
    'w:iCs': on('em', '<w:iCs/>'),
    'w:strike': on('strike', '<w:strike/>'),
    'w:u': on('underline', tag('w:u', { 'w:val': 'single' })),
    'w:vertAlign':
      on('superscript', tag('w:vertAlign', { 'w:val': 'superscript' })) ??
      on('subscript', tag('w:vertAlign', { 'w:val': 'subscript' })),
    'w:rPrChange': change,
  })
}
