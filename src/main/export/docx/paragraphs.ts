import type { ChangeRef, ParagraphAttrs, Tracking } from '../../../shared/document/attributes.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { inSequence, propertiesIn } from './looks.ts'
import type { Properties } from './looks.ts'
import { hasOwnNumber, listOf, plainProperties, sameProperties } from './paragraph-looks.ts'
import type { Plain, SourcePlain } from './paragraph-looks.ts'
import { isMoved } from './runs.ts'
import { PARAGRAPH_PROPERTIES, RUN_PROPERTIES } from './sequences.ts'
import { trackedAttributes } from './tracked-attributes.ts'
import type { Writing } from './writing.ts'

/** w:pPr. `mark`: what is tracked of its ¶. `above`: the paragraph before. */
export function paragraphProperties(
  paragraph: ParagraphSegments,
  above: ParagraphSegments | undefined,
  mark: Tracking | null,
  writing: Writing,
): Xml {
  const { attrs } = paragraph
  if (!writing.kept && isBare(attrs, mark, writing)) return ''
  const source = sourceOf(paragraph, writing)
  const now = plainProperties(attrs, source, numberOf(attrs, source, above, writing), writing)
  const change = attrs.paragraphChange
  const before =
    change && isChanged(change.before, attrs, writing) ? earlier(change.before, source, writing) : null
  const tracked = change && before ? changesOf(change, before, now, writing) : {}
  const inner = inSequence(PARAGRAPH_PROPERTIES, now, {
    'w:rPr': markProperties(mark, now.get('w:rPr'), tracked.mark, writing),
    'w:sectPr': writing.kept?.section(paragraph) ?? undefined,
    'w:pPrChange': tracked.paragraph,
  })
  return inner === '' ? '' : tag('w:pPr', {}, inner)
}

/** Most paragraphs of a text that was made here: there is nothing to say of them. */
function isBare(attrs: ParagraphAttrs, mark: Tracking | null, { bodyStyle }: Writing): boolean {
  const isPlain = attrs.style === 'body' && attrs.align === 'start' && attrs.list === null
  return isPlain && bodyStyle === null && mark === null && attrs.paragraphChange === null
}

/** What the paragraph was in the file. */
function sourceOf(paragraph: ParagraphSegments, { kept }: Writing): SourcePlain | null {
  const found = kept?.source(paragraph)
  if (!found) return null
  const attrs = paragraphAttrs(found.node)
  const said = propertiesIn(found.properties, 'w:pPr')
  const isBare =
    attrs.look === null && !['w:pStyle', 'w:numPr', 'w:jc', 'w:outlineLvl'].some((name) => said.has(name))
  return { ...attrs, isBare }
}

function numberOf(
  attrs: Plain,
  source: Plain | null,
  above: ParagraphSegments | undefined,
  writing: Writing,
): number | null {
  const list = listOf(attrs)
  if (!list || hasOwnNumber(attrs, source, writing)) return null
  return writing.lists.numberOf(list, above ? listOf(above.attrs) : null)
}

/** A change of looks alone is one where the kept file knows them. */
function isChanged(before: Plain, now: Plain, { kept }: Writing): boolean {
  if (!sameProperties(before, now)) return true
  const known = (look: string | null | undefined): string | null =>
    look !== null && look !== undefined && kept?.payload(look) ? look : null
  return known(before.look) !== known(now.look)
}

function earlier(before: Plain, source: SourcePlain | null, writing: Writing): Properties {
  const list = listOf(before)
  const number = list && !hasOwnNumber(before, source, writing) ? writing.lists.numberOfEarlier(list) : null
  return plainProperties(before, source, number, writing)
}

/** What was changed of the paragraph and what of its ¶: Word has an element for each. */
function changesOf(
  change: ChangeRef,
  before: Properties,
  now: Properties,
  writing: Writing,
): { readonly paragraph?: Xml; readonly mark?: Xml } {
  const { 'w:rPr': mark = '', ...plain } = Object.fromEntries(before)
  const { 'w:rPr': markNow = '', ...plainNow } = Object.fromEntries(now)
  const inner = inSequence(PARAGRAPH_PROPERTIES, plain)
  const isMark = mark !== markNow
  const isPlain = inner !== inSequence(PARAGRAPH_PROPERTIES, plainNow)
  return {
    ...(isPlain || !isMark
      ? { paragraph: tag('w:pPrChange', trackedAttributes(change, writing), tag('w:pPr', {}, inner)) }
      : {}),
    ...(isMark
      ? {
          mark: tag(
            'w:rPrChange',
            trackedAttributes(change, writing),
            tag('w:rPr', {}, inSequence(RUN_PROPERTIES, propertiesIn(mark, 'w:rPr'))),
          ),
        }
      : {}),
  }
}

function markProperties(
  mark: Tracking | null,
  kept: Xml | undefined,
  change: Xml | undefined,
  writing: Writing,
): Xml | undefined {
  const { insertion, deletion } = mark ?? {}
  const inner = inSequence(RUN_PROPERTIES, propertiesIn(kept, 'w:rPr'), {
    ...(insertion ? tracked(isMoved(insertion) ? 'w:moveTo' : 'w:ins', insertion, writing) : {}),
    ...(deletion ? tracked(isMoved(deletion) ? 'w:moveFrom' : 'w:del', deletion, writing) : {}),
    'w:rPrChange': change,
  })
  return inner === '' ? undefined : tag('w:rPr', {}, inner)
}

function tracked(name: string, ref: ChangeRef, writing: Writing): Record<string, Xml> {
  return { [name]: tag(name, trackedAttributes(ref, writing)) }
}
