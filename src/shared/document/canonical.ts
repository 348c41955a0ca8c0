import type { Node } from 'prosemirror-model'
import type { ImageAttrs } from './attributes.ts'
import { forEachParagraph } from './paragraphs.ts'
import { OBJECT, project } from './projection.ts'
import { schema } from './schema.ts'
import { isMarkDeleted, paragraphAttrs } from './tracking-state.ts'
import type { PreservedAttrs } from './word-attributes.ts'

/** LINE SEPARATOR stands for a hard break, so that it never reads as the end of a paragraph. */
const LINE_SEPARATOR = '\u2028'

function inlineText(node: Node): string {
  if (node.isText) return (node.text ?? '').replaceAll('\n', LINE_SEPARATOR)
  if (node.type === schema.nodes.hardBreak) return LINE_SEPARATOR
  if (node.type === schema.nodes.image) return OBJECT + (node.attrs as ImageAttrs).blob
  return node.type === schema.nodes.preserved ? OBJECT + preservedText(node.attrs as PreservedAttrs) : OBJECT
}

/** What is read of it; where that is nothing, the name of what it is. */
function preservedText({ key, text }: PreservedAttrs): string {
  return text === '' ? key : text.replaceAll('\n', LINE_SEPARATOR)
}

/**
 * The text that a sign-off signs: its SHA-256, over UTF-8, is the text hash. Form: the paragraphs of the final
 * projection, each as one line of plain text, joined by "\n", the whole in Unicode NFC.
 *
 * - Order: paragraphs of style `headline` that stand in no table and in no note come first, else as they are read.
 *   A table is read row by row and cell by cell. The paragraphs of a note come directly after the paragraph that
 *   refers to it, wherever that comes, in the order of the references.
 * - In a line a hard break is U+2028; a picture is U+FFFC and the SHA-256 of its bytes, 64 hexadecimal digits, so
 *   that a picture is signed too; what is kept as a Word file has it is U+FFFC and the words that it shows, or, where
 *   it shows none, the 16 digits that name it; the reference to a note is U+FFFC alone.
 * - Formatting, styles, anchors, alternative texts, sizes and the borders of tables and cells do not count.
 *
 * Changing this form voids every stored hash.
 */
export function canonicalText(doc: Node): string {
  const read = stretchesOf(doc).map(linesOf)
  const headlines = read.flatMap((lines) => lines.headlines)
  return [...headlines, ...read.flatMap((lines) => lines.others)].join('\n')
}

type Lines = { readonly headlines: readonly string[]; readonly others: readonly string[] }

/**
 * The blocks of a document, cut where a ¶ stands in the final text: what comes after it has nothing to do with what
 * comes before.
 */
function stretchesOf(doc: Node): readonly (readonly Node[])[] {
  const stretches: Node[][] = []
  let isOpen = false
  for (const block of doc.children) {
    if (isOpen) stretches.at(-1)?.push(block)
    else stretches.push([block])
    isOpen = !block.isTextblock || isMarkDeleted(block)
  }
  return stretches
}

/** By the last block. Nodes never change: of a long text only the paragraph that was edited is read again. */
const known = new WeakMap<Node, { readonly blocks: readonly Node[]; readonly lines: Lines }>()

function linesOf(blocks: readonly Node[]): Lines {
  const last = blocks.at(-1)
  if (!last) return { headlines: [], others: [] }
  const before = known.get(last)
  if (before?.blocks.length === blocks.length && blocks.every((block, at) => block === before.blocks[at])) {
    return before.lines
  }
  const lines = readLines(schema.nodes.doc.create(null, blocks))
  known.set(last, { blocks, lines })
  return lines
}

function readLines(doc: Node): Lines {
  const headlines: string[] = []
  const others: string[] = []
  let lines = others
  forEachParagraph(project(doc, 'final'), ({ paragraph, container }) => {
    if (container.kind === 'doc') {
      lines = paragraphAttrs(paragraph).style === 'headline' ? headlines : others
    } else if (container.kind === 'cell') lines = others
    lines.push(paragraph.children.map(inlineText).join('').normalize('NFC'))
  })
  return { headlines, others }
}
