import { trackedAttributes } from '../tracked-attributes.ts'
import type { Node } from 'prosemirror-model'
import { readBlocks } from '../../../../shared/document/segments.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { storyParagraphs } from '../../all-paragraphs.ts'
import { placeThreads } from '../anchors.ts'
import { writeEachBlock, writeParagraphs } from '../blocks.ts'
import type { WordContent } from '../content.ts'
import { holdable } from '../holdable.ts'
import { withWholeComments } from '../comment-marks.ts'
import { withoutLoneRanges } from '../lone-ranges.ts'
import { createMarkers } from '../markers.ts'
import { createMedia } from '../media.ts'
import { planMoves } from '../moves.ts'
import { createNumbers } from '../numbers.ts'
import type { RunObject, Writing } from '../writing.ts'
import { patchBody } from './body.ts'
import { createPatchComments } from './comments.ts'
import { addEndingType } from './content-types.ts'
import { highest } from './highest.ts'
import { createKept } from './keep.ts'
import { createPatchLists } from './lists.ts'
import { withoutMarks } from './marks.ts'
import { createPatchNotes } from './notes.ts'
import type { PartFinder } from './part-finder.ts'
import { addPeople } from './people.ts'
import type { PatchPlan } from './plan.ts'
import { createPatchRelations } from './relations.ts'
import type { PatchRelations } from './relations.ts'
import { writeReviewPart } from './review-part.ts'
import { dropSignatures } from './signatures.ts'
import { withSignOff } from './sign-off.ts'
import { standingThreads } from './standing.ts'
import { createPatchStyles } from './styles.ts'
import { withPrefixes } from './surgery.ts'
import type { KnownThreads } from './threads.ts'
import { zipBlocks } from './zip.ts'

type Patch = {
  readonly content: WordContent
  readonly source: WordSource
  readonly plan: PatchPlan
  readonly known: KnownThreads
  readonly finder: PartFinder
  readonly fromMain: PatchRelations
}

/** Writes what changed into the parts of the file. */
export function writeInto(patch: Patch): void {
  const { content, source, plan, known, finder, fromMain } = patch
  const { parts } = finder
  parts.leaveStrict()
  const isBlock = (key: string): boolean => source.payloads.get(key)?.place === 'block'
  const isKnown = (key: string): boolean => source.payloads.has(key)
  const { doc } = holdable(content.doc, content.images, isKnown, isBlock)
  const held: WordContent = { ...content, doc }
  const blocks = readBlocks(doc)
  const zip = zipBlocks(content.doc, blocks)
  const above = highest(parts)
  const numbers = createNumbers(above.id, above.hexIds)
  const comments = createPatchComments(held, source, known, numbers)
  const media = createMedia(content.images, above)
  const lists = createPatchLists(source)
  const styles = createPatchStyles(source)
  const places = placeThreads(storyParagraphs(blocks), held.threads)
  const standing = standingThreads(places.unplaced, source, known)
  const marks = new Set(
    [...standing].flatMap((thread) => thread.messages.flatMap(({ id }) => known.numbers.get(id) ?? [])),
  )
  const keepsMarks = (comment: string): boolean => marks.has(comment)
  const kept = createKept({ doc: content.doc, source, plan, zip, lists, styles: styles.meaning, keepsMarks })
  const notes = {
    footnote: createPatchNotes('footnote', { source, plan, zip, kept }),
    endnote: createPatchNotes('endnote', { source, plan, zip, kept }),
  }
  const object = (one: RunObject, relations: Writing['relations']): Xml =>
    one.kind === 'image'
      ? media.drawing(one, relations)
      : notes[one.endnote ? 'endnote' : 'footnote'].reference(one.paragraphs)
  const authors = new Set<string>()
  const shared = { content: held, numbers, lists, authors, object, kept, names: styles.names, emphasis: {} }
  const markers = createMarkers(planMoves(blocks), (range) => trackedAttributes(range.ref, shared), {
    book: comments,
    places,
  })
  const writing = (part: string, relations: PatchRelations, bodyStyle: string | null): Writing => {
    return { ...shared, part, relations, bodyStyle, markers }
  }
  const first = comments.point(places.unplaced, standing)
  const written = writeEachBlock(blocks, first, writing(source.pack.mainName, fromMain, null))
  const body = bodyOf(patch, written)
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = finder.nameFor(`${kind}s`)
    const inNotes = writing(
      part,
      createPatchRelations(parts, source.pack, part),
      styles.names.noteText(kind === 'endnote'),
    )
    notes[kind].write(body, finder, (paragraphs, mark) => writeParagraphs(paragraphs, mark, null, inNotes))
  }
  parts.setText(source.pack.mainName, withSignOff(body, content, numbers))
  comments.write(finder)
  lists.write(finder)
  styles.write(finder)
  addPeople(new Set([...authors, ...comments.authors()]), finder)
  for (const part of media.parts()) parts.setBytes(part.name, part.data)
  for (const [ending, type] of media.types()) addEndingType(parts, ending, type)
  writeReviewPart(content, comments.messages(), numbers, parts, fromMain)
  dropSignatures(parts)
}

/** The text of the main part; `written`: the blocks of the review, as those that changed are written. */
function bodyOf({ content, source, plan, known }: Patch, written: readonly Xml[]): Xml {
  const isSame = (node: Node): boolean => plan.blocks.get(node)?.isSame === true
  const anew = content.doc.children.map((node, index) => (isSame(node) ? '' : (written[index] ?? '')))
  const { local } = withPrefixes(source.text, anew.join(''))
  const body = patchBody(
    source,
    content.doc.children.map((node, index) => ({
      source: plan.blocks.get(node)?.source ?? null,
      xml: isSame(node) ? null : local(anew[index] ?? ''),
    })),
  )
  const left = new Set(known.numbers.values())
  const gone = source.comments.map((comment) => comment.number).filter((number) => !left.has(number))
  const paired = withoutLoneRanges(withoutMarks(body, new Set(gone)), source.text)
  const whole = withWholeComments(paired, source.text)
  return withPrefixes(whole, anew.join('')).text
}
