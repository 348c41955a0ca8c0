import type { Node } from 'prosemirror-model'
import { readBlocks } from '../../../../shared/document/segments.ts'
import type { Thread } from '../../../../shared/model/thread.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { storyParagraphs } from '../../all-paragraphs.ts'
import { placeThreads } from '../anchors.ts'
import { writeEachBlock, writeParagraphs } from '../blocks.ts'
import type { WordContent } from '../content.ts'
import { holdable } from '../holdable.ts'
import { withoutLoneRanges } from '../lone-ranges.ts'
import { createMarkers } from '../markers.ts'
import { createMedia } from '../media.ts'
import { planMoves } from '../moves.ts'
import { createNumbers } from '../numbers.ts'
import { trackedAttributes } from '../runs.ts'
import type { RunObject, Writing } from '../writing.ts'
import { patchBody } from './body.ts'
import { createPatchComments } from './comments.ts'
import { addEndingType } from './content-types.ts'
import { createKept } from './keep.ts'
import { createPatchLists } from './lists.ts'
import { namesOfReview, namesOfSource } from './names.ts'
import { createPatchNotes } from './notes.ts'
import { highest } from './highest.ts'
import { createPartFinder } from './part-finder.ts'
import { createParts } from './parts.ts'
import type { Parts } from './parts.ts'
import { addPeople } from './people.ts'
import { planPatch } from './plan.ts'
import type { PatchPlan } from './plan.ts'
import { createPatchRelations } from './relations.ts'
import type { PatchRelations } from './relations.ts'
import { keepTracking } from './settings.ts'
import { createPatchStyles } from './styles.ts'
import { withPrefixes } from './surgery.ts'
import { knowThreads } from './threads.ts'
import type { KnownThreads } from './threads.ts'
import { zipBlocks } from './zip.ts'

/**
 * The parts of the file that a review began with, with what the review says now in them. What the review left alone
 * stands byte for byte as it stood; where nothing changed, that is every part.
 */
export function patchWord(content: WordContent, source: WordSource): Parts {
  const parts = createParts(source.pack)
  const known = knowThreads(content.threads, source)
  const names = namesOfReview(content, known)
  const plan = planPatch(source, namesOfSource(source), { doc: content.doc, names })
  const fromMain = createPatchRelations(parts, source.pack, source.pack.mainName)
  const finder = createPartFinder(parts, source.pack, fromMain)
  if (content.keepTracking) keepTracking(finder)
  if (!isUntouched(content, source, plan, known)) {
    writeAll(content, source, withStart(plan, content, source, known), known, finder, fromMain)
  }
  return parts
}

/** Whether the text and the comments say what the file says. */
function isUntouched(
  content: WordContent,
  source: WordSource,
  plan: PatchPlan,
  known: KnownThreads,
): boolean {
  const same = [...plan.blocks.values()].filter((match) => match.isSame).length
  if (same !== source.doc.childCount || same !== content.doc.childCount) return false
  if (known.gone.length > 0 || content.threads.length !== source.result.threads.length) return false
  return content.threads.every((thread) => {
    const was = known.sourceOf.get(thread.id)
    return (
      was !== undefined &&
      (was.resolvedAt === null) === (thread.resolvedAt === null) &&
      was.messages.length === thread.messages.length &&
      was.messages.every((message, index) => message.text === thread.messages[index]?.text)
    )
  })
}

/** Threads that had no words in the file either: their marks stay wherever they stand. */
function standingThreads(
  unplaced: readonly Thread[],
  source: WordSource,
  known: KnownThreads,
): ReadonlySet<Thread> {
  const paragraphs = storyParagraphs(readBlocks(source.doc))
  const before = new Set(placeThreads(paragraphs, source.result.threads).unplaced)
  return new Set(
    unplaced.filter((thread) => {
      const was = known.sourceOf.get(thread.id)
      return was !== undefined && before.has(was)
    }),
  )
}

/** The first paragraph is written anew where it has to take the marks of comments without a place. */
function withStart(
  plan: PatchPlan,
  content: WordContent,
  source: WordSource,
  known: KnownThreads,
): PatchPlan {
  const { unplaced } = placeThreads(storyParagraphs(readBlocks(content.doc)), content.threads)
  const standing = standingThreads(unplaced, source, known)
  const isNew = (thread: Thread): boolean =>
    !standing.has(thread) || thread.messages.some((message) => !known.numbers.has(message.id))
  const first = content.doc.children.find((node) => node.isTextblock)
  const match = first && plan.blocks.get(first)
  if (!first || !match || !unplaced.some(isNew)) return plan
  const anew = new Map([[first, { ...match, isSame: false }]])
  return {
    ...plan,
    blocks: new Map([...plan.blocks, ...anew]),
    paragraphs: new Map([...plan.paragraphs, ...anew]),
  }
}

function writeAll(
  content: WordContent,
  source: WordSource,
  plan: PatchPlan,
  known: KnownThreads,
  finder: ReturnType<typeof createPartFinder>,
  fromMain: PatchRelations,
): void {
  const { parts } = finder
  const { pack } = source
  parts.leaveStrict()
  const held: WordContent = {
    ...content,
    doc: holdable(content.doc, content.images, (key) => source.payloads.has(key)).doc,
  }
  const blocks = readBlocks(held.doc)
  const zip = zipBlocks(content.doc, blocks)
  const above = highest(parts)
  const numbers = createNumbers(above.id, above.hexIds)
  const comments = createPatchComments(held, source, known, numbers)
  const media = createMedia(content.images, above)
  const lists = createPatchLists(source)
  const styles = createPatchStyles(source)
  const places = placeThreads(storyParagraphs(blocks), held.threads)
  const standing = standingThreads(places.unplaced, source, known)
  const standingNumbers = new Set(
    [...standing].flatMap((thread) => thread.messages.flatMap(({ id }) => known.numbers.get(id) ?? [])),
  )
  const kept = createKept({
    source,
    plan,
    zip,
    lists,
    styles: styles.meaning,
    keepsMarks: (comment) => standingNumbers.has(comment),
  })
  const hasMark = (first: Parameters<typeof kept.source>[0]): boolean =>
    kept.verbatim(first) !== null ||
    kept.source(first)?.places.some((place) => /^w:(foot|end)noteRef$/.test(place.name)) === true
  const notes = {
    footnote: createPatchNotes('footnote', { source, plan, zip, hasMark }),
    endnote: createPatchNotes('endnote', { source, plan, zip, hasMark }),
  }
  const object = (one: RunObject, relations: Writing['relations']): Xml =>
    one.kind === 'image'
      ? media.drawing(one, relations)
      : notes[one.endnote ? 'endnote' : 'footnote'].reference(one.paragraphs)
  const shared = {
    content: held,
    numbers,
    lists,
    authors: new Set<string>(),
    object,
    kept,
    names: styles.names,
    emphasis: {},
  }
  const markers = createMarkers(planMoves(blocks), (range) => trackedAttributes(range.ref, shared), {
    book: comments,
    places,
  })
  const first = comments.point(places.unplaced, standing)
  const inText: Writing = {
    ...shared,
    relations: fromMain,
    part: pack.mainName,
    bodyStyle: null,
    markers,
  }
  const written = writeEachBlock(blocks, first, inText)
  const isSame = (node: Node): boolean => plan.blocks.get(node)?.isSame === true
  const body = patchBody(
    source,
    content.doc.children.map((node, index) => ({
      node,
      source: plan.blocks.get(node)?.source ?? null,
      xml: isSame(node) ? null : (written[index] ?? ''),
    })),
  )
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = finder.find(`${kind}s`) ?? `word/${kind}s.xml`
    const inNotes: Writing = {
      ...shared,
      relations: createPatchRelations(parts, pack, part),
      part,
      bodyStyle: styles.names.noteText(kind === 'endnote'),
      markers,
    }
    notes[kind].write(body, finder, (paragraphs, mark) => writeParagraphs(paragraphs, mark, null, inNotes))
  }
  comments.write(finder)
  lists.write(finder)
  styles.write(finder)
  addPeople(new Set([...shared.authors, ...comments.authors()]), finder)
  for (const part of media.parts()) parts.setBytes(part.name, part.data)
  for (const [ending, type] of media.types()) addEndingType(parts, ending, type)
  const { text } = withPrefixes(withoutLoneRanges(body, source.text), written.join(''))
  parts.setText(pack.mainName, text)
}
