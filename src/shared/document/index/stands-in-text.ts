import type { Node } from 'prosemirror-model'
import { foldWords, standsIn } from '../../fold-words.ts'
import { forEachParagraph } from '../paragraphs.ts'
import { project } from '../projection.ts'
import { schema } from '../schema.ts'
import { isMarkDeleted } from '../tracking-state.ts'
import type { BlockSummary } from './block-summary.ts'
import type { PlacedIndex } from './document-index.ts'
import { once } from './document-index.ts'
import type { Chunk } from './index-chunk.ts'
import type { LetterRuns } from './letter-runs.ts'
import { mayHold, runsOf } from './letter-runs.ts'

/** Nothing that is looked for goes over the end of a paragraph. */
const PARAGRAPH_END = '\u0000'

function textsOfNode(node: Node): readonly string[] {
  const texts: string[] = []
  const alone = schema.nodes.doc.create(null, [node])
  forEachParagraph(project(alone, 'final'), ({ paragraph, container }) => {
    // What stands in the paragraph itself is read with the paragraphs around it.
    if (container.kind !== 'doc') texts.push(paragraph.children.map((child) => child.text ?? ' ').join(''))
  })
  return texts
}

/** Cells and footnotes of a block; a paragraph without a note has none. */
function innerTexts(block: Node): readonly string[] {
  const isPlain = block.isTextblock && block.children.every((node) => node.isLeaf)
  return isPlain ? [] : textsOfNode(block)
}

/** The folded final text of a chunk, paragraph by paragraph. */
function readChunk({ blocks, summaries }: Chunk): string {
  const texts: string[] = []
  let open = ''
  blocks.forEach((block, at) => {
    texts.push(...innerTexts(block))
    const flow: BlockSummary['flow'] = summaries[at]?.flow ?? null
    if (!flow) return
    open += flow.text
    if (isMarkDeleted(block)) return
    texts.push(open)
    open = ''
  })
  texts.push(open)
  return foldWords(texts.join(PARAGRAPH_END))
}

type Read = { readonly text: string; readonly runs: LetterRuns }

const read = new WeakMap<Chunk, Read>()

function textOf(chunk: Chunk): Read {
  const known = read.get(chunk)
  if (known) return known
  const text = readChunk(chunk)
  const made = { text, runs: runsOf(text) }
  read.set(chunk, made)
  return made
}

function holds(chunk: Chunk, words: string): boolean {
  const { text, runs } = textOf(chunk)
  return mayHold(runs, words) && standsIn(text, words)
}

/** Paragraphs whose text goes on, over a deleted ¶, from one chunk into the next. */
function overBorders(chunks: readonly Chunk[]): readonly string[] {
  const texts: string[] = []
  let open: string | null = null
  for (const { words } of chunks) {
    const head: string | null = open === null ? null : open + words.head
    if (head !== null) texts.push(foldWords(head))
    open = words.headStyle === null && head !== null ? head : words.tail
  }
  return texts
}

/** What is known of one text: words, as they were asked for, and the chunk in which they stand, or that none does. */
type Search = {
  readonly chunks: ReadonlySet<Chunk>
  readonly answers: Map<string, Chunk | null>
}

/** The last search that read a chunk. */
const searches = new WeakMap<Chunk, Search>()

/** What was found in the last text that shares its beginning or its end with this one, as far as it holds for this. */
type Carried = { readonly answers: Search['answers']; readonly come: readonly Chunk[] }

function openSearch(chunks: readonly Chunk[]): { readonly search: Search; readonly carried: Carried | null } {
  const ends = [chunks[0], chunks.at(-1)].filter((chunk) => chunk !== undefined)
  const before = ends.map((chunk) => searches.get(chunk)).find((known) => known !== undefined)
  const search: Search = { chunks: new Set(chunks), answers: new Map() }
  for (const chunk of ends) searches.set(chunk, search)
  if (!before) return { search, carried: null }
  const come = chunks.filter((chunk) => !before.chunks.has(chunk))
  return { search, carried: { answers: before.answers, come } }
}

function findIn(chunks: readonly Chunk[], words: string): Chunk | null {
  const folded = foldWords(words)
  return chunks.find((chunk) => holds(chunk, folded)) ?? null
}

/**
 * Asks whether words stand in the final text, cells and footnotes included, as whole words in one paragraph, without
 * regard to case, spaces and the forms of quotes and dashes. What was asked of the text before an edit is searched for
 * again only in the part that the edit touched.
 */
export function findsInText({ chunks }: PlacedIndex): (words: string) => boolean {
  const open = once(() => openSearch(chunks))
  const borders = once(() => overBorders(chunks))
  const find = (words: string): Chunk | null => {
    const { search, carried } = open()
    const before = carried?.answers.get(words)
    if (before && search.chunks.has(before)) return before
    return findIn(before === null && carried ? carried.come : chunks, words)
  }
  return (words) => {
    const { answers } = open().search
    let found = answers.get(words)
    if (found === undefined) {
      found = find(words)
      answers.set(words, found)
    }
    return (
      found !== null || (borders().length > 0 && borders().some((text) => standsIn(text, foldWords(words))))
    )
  }
}
