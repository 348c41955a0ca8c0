import type { Node } from 'prosemirror-model'
import { foldWords, standsIn } from '../../fold-words.ts'
import { forEachParagraph } from '../paragraphs.ts'
import { project } from '../projection.ts'
import { schema } from '../schema.ts'
import { isMarkDeleted } from '../tracking-state.ts'
import type { BlockSummary } from './block-summary.ts'
import type { PlacedIndex } from './document-index.ts'
import type { Chunk } from './index-chunk.ts'

/** The folded final text of a chunk, paragraph by paragraph, and what was looked for in it before. */
type Searched = { readonly text: string; readonly answers: Map<string, boolean> }

/** Nothing that is looked for goes over the end of a paragraph. */
const PARAGRAPH_END = '\n'

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

function readChunk({ blocks, summaries }: Chunk): Searched {
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
  return { text: texts.map(foldWords).join(PARAGRAPH_END), answers: new Map() }
}

const read = new WeakMap<Chunk, Searched>()

function searchedOf(chunk: Chunk): Searched {
  const known = read.get(chunk)
  if (known) return known
  const searched = readChunk(chunk)
  read.set(chunk, searched)
  return searched
}

function standsInChunk(chunk: Chunk, words: string): boolean {
  const { text, answers } = searchedOf(chunk)
  const known = answers.get(words)
  if (known !== undefined) return known
  const answer = standsIn(text, words)
  answers.set(words, answer)
  return answer
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

/**
 * Asks whether words stand in the final text, cells and footnotes included, as whole words in one paragraph, without
 * regard to case, spaces and the forms of quotes and dashes. Each part of the text is read, and searched for the same
 * words, once in its life: after a keystroke only the part that it touched is searched again.
 */
export function findsInText({ chunks }: PlacedIndex): (words: string) => boolean {
  let borders: readonly string[] | null = null
  return (words) => {
    const folded = foldWords(words)
    if (folded === '') return false
    if (chunks.some((chunk) => standsInChunk(chunk, folded))) return true
    borders ??= overBorders(chunks)
    return borders.some((text) => standsIn(text, folded))
  }
}
