import type { Segment } from '../../../shared/document/segments.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { piecesOf } from './looks.ts'
import type { KeptSlice } from './patch/kept.ts'
import { textRuns } from './text.ts'
import { withTrackedRows } from './tracked-rows.ts'
import type { Writing } from './writing.ts'

/** What the kept file says at a chip, or draws for a picture; undefined for what this part cannot hold so. */
export function keptOf({ key }: Pick<PreservedAttrs, 'key'>, writing: Writing): KeptSlice | undefined {
  const slice = writing.kept?.payload(key)
  if (!slice || slice.place === 'properties') return undefined
  // What a slice names by relation is another thing in another part.
  const isElsewhere = slice.part !== writing.part && /\br:(?:id|embed|link|pict|dm|lo|qs|cs)=/.test(slice.xml)
  return isElsewhere ? undefined : slice
}

/** Runs of something that is preserved, or its words where no kept file knows it. */
export function chipRuns(chip: PreservedAttrs, segment: Segment, properties: Xml, writing: Writing): Xml {
  const slice = keptOf(chip, writing)
  const isDeleted = segment.deletion !== null && segment.deletion.move !== segment.deletion.id
  if (!slice || slice.place === 'block')
    return textRuns(chip.text, properties, isDeleted ? 'w:delText' : 'w:t')
  const isTracked = segment.insertion !== null || segment.deletion !== null
  if (slice.place === 'run') return tag('w:r', {}, properties, slice.xml)
  return inState(isTracked ? withoutSimpleFields(slice.xml) : slice.xml, isDeleted)
}

const NO_BLOCKS = { xml: '', isAlone: false }

/**
 * Chips that are blocks: a table within a table, another file. `isAlone`: nothing else stands in their paragraph, and
 * they are written in its place; else after it.
 */
export function chipBlocks(
  segments: readonly Segment[],
  writing: Writing,
): { readonly xml: Xml; readonly isAlone: boolean } {
  if (!writing.kept) return NO_BLOCKS
  const slices = segments.map((segment) => {
    const { object } = segment
    const slice = object?.kind === 'preserved' ? keptOf(object.preserved, writing) : undefined
    return slice?.place === 'block' ? withTrackedRows(slice.xml, segment, writing) : undefined
  })
  const isAlone = slices.some((xml) => xml !== undefined) && slices.every((xml) => xml !== undefined)
  return { xml: slices.join(''), isAlone }
}

/** Letters and codes under a w:del have names of their own; not those of a text box, which is a text by itself. */
function inState(xml: Xml, isDeleted: boolean): Xml {
  if (xml.includes('txbxContent')) return xml
  return isDeleted
    ? xml.replace(/(<\/?w:)(t|instrText)(?=[\s/>])/g, (_, head: string, name: string) =>
        name === 't' ? `${head}delText` : `${head}delInstrText`,
      )
    : xml.replace(/(<\/?w:)del(Text|InstrText)(?=[\s/>])/g, (_, head: string, name: string) =>
        name === 'Text' ? `${head}t` : `${head}instrText`,
      )
}

/** A w:fldSimple may not stand within a tracked change: its code is written as Word writes longer ones. */
function withoutSimpleFields(xml: Xml): Xml {
  return piecesOf(xml)
    .map((piece) => {
      const code = piece.name === 'w:fldSimple' ? /\bw:instr\s*=\s*"([^"]*)"/.exec(piece.xml)?.[1] : undefined
      if (code === undefined) return piece.xml
      const character = (type: string): Xml => tag('w:r', {}, tag('w:fldChar', { 'w:fldCharType': type }))
      const instruction = tag('w:r', {}, tag('w:instrText', { 'xml:space': 'preserve' }, code))
      return character('begin') + instruction + character('separate') + piece.inner + character('end')
    })
    .join('')
}
