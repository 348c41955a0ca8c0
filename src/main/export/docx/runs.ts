import type { ChangeRef } from '../../../shared/document/attributes.ts'
import type { Segment } from '../../../shared/document/segments.ts'
import type { Emphasis } from '../../import/docx/styles.ts'
import { pictureKey } from '../../import/docx/payloads.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { chipRuns, keptOf } from './chips.ts'
import { formatBefore, runProperties, sameFormat } from './run-properties.ts'
import type { Format } from './run-properties.ts'
import { textRuns } from './text.ts'
import { trackedAttributes } from './tracked-attributes.ts'
import type { Writing } from './writing.ts'

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
  const target = link.startsWith('#')
    ? { 'w:anchor': link.slice(1) }
    : { 'r:id': writing.relations.link(link) }
  return tag('w:hyperlink', { ...target, 'w:history': 1 }, inner)
}

function run(segment: Segment, writing: Writing): Xml {
  const { object, deletion } = segment
  const properties = propertiesOf(segment, writing)
  if (object?.kind === 'preserved') return chipRuns(object.preserved, segment, properties, writing)
  if (object) {
    const drawn = object.kind === 'image' ? keptOf({ key: pictureKey(object) }, writing)?.xml : undefined
    return tag('w:r', {}, properties, drawn ?? writing.object(object, writing.relations))
  }
  return textRuns(segment.text, properties, deletion && !isMoved(deletion) ? 'w:delText' : 'w:t')
}

function propertiesOf(segment: Segment, writing: Writing): Xml {
  const { formatChange } = segment
  if (!writing.kept && !formatChange && isBare(segment)) return ''
  const isChanged = expressibleBefore(segment, (key) => writing.kept?.payload(key) !== undefined) !== null
  const change =
    formatChange && isChanged
      ? tag(
          'w:rPrChange',
          trackedAttributes(formatChange, writing),
          tag('w:rPr', {}, propertiesFor(formatBefore(formatChange.before), segment, writing)),
        )
      : undefined
  const inner = propertiesFor(segment, segment, writing, change)
  return inner === '' ? '' : tag('w:rPr', {}, inner)
}

/** Most text that was made here: there is nothing to say of it. */
function isBare({ marks, highlight, object, link }: Segment): boolean {
  return marks.length === 0 && highlight === null && !object && link === null
}

function propertiesFor(format: Format, { object, link }: Segment, writing: Writing, change?: Xml): Xml {
  const { names, kept } = writing
  const look = format.look === null ? undefined : kept?.payload(format.look)?.xml
  const isNote = object?.kind === 'footnote'
  const ofKind = isNote ? names.noteReference(object.endnote) : link === null ? null : names.link()
  // What the file wrote without a style keeps without one.
  const style = look === undefined ? ofKind : null
  const ofRun = /<(?:\w+:)?rStyle\b[^>]*\bval\s*=\s*["']([^"']*)/.exec(look ?? '')?.[1]
  const inherited = kept ? inheritedBy(isNote, ofRun ? kept.styles.run(ofRun) : {}, writing) : {}
  return runProperties(format, look, style, inherited, change)
}

/** The sign of a note is raised by its own style, not by being marked so; all else it has of its paragraph. */
function inheritedBy(isNote: boolean, ofStyle: Emphasis, { emphasis }: Writing): Emphasis {
  return isNote ? { ...emphasis, vertical: 'baseline' } : { ...emphasis, ...ofStyle }
}

/**
 * The format before a format change. Null when Word cannot say it: when only the link differs, or looks that no kept
 * file knows.
 */
export function expressibleBefore(
  segment: Format & Pick<Segment, 'formatChange'>,
  isKnown: (look: string) => boolean = () => false,
): Format | null {
  if (!segment.formatChange) return null
  const known = (format: Format): Format => ({
    ...format,
    look: format.look !== null && isKnown(format.look) ? format.look : null,
  })
  const before = known(formatBefore(segment.formatChange.before))
  return sameFormat(before, known(segment)) ? null : before
}
