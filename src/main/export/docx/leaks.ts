import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { paragraphTexts } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { Segment } from '../../../shared/document/segments.ts'
import type { Package } from '../../opc/read.ts'
import { allParagraphs } from '../all-paragraphs.ts'

/** Whether a word that must not be in a file stands in it all the same. */

/** The same paragraphs, tables, marks and links with an x for their words: what is left is how such a file is built. */
export function withoutWords(node: Node): Node {
  const marks = node.marks.map((mark) =>
    mark.type === schema.marks.link ? schema.marks.link.create({ href: 'https://x.x' }) : mark,
  )
  if (node.isText) return schema.text('x', marks)
  const attrs =
    node.type === schema.nodes.image
      ? { ...node.attrs, alt: '' }
      : node.type === schema.nodes.preserved
        ? { ...node.attrs, text: '' }
        : node.attrs
  return node.type.create(attrs, Fragment.fromArray(node.children.map(withoutWords)), marks)
}

/**
 * The first of these words, of four letters or more, that stands in any part although the text does not have it.
 * Words of the file's own build (names of elements and styles) say nothing and are left out. `blank`: the parts of
 * such a file without a text.
 */
export function findLeak(
  pack: Package,
  blank: readonly string[],
  wanted: Node,
  words: readonly string[],
): string | null {
  const known = new Set(blank.flatMap(wordsOf))
  for (const piece of [...piecesOf(wanted), ...paragraphTexts(wanted), 'quot']) {
    for (const word of wordsOf(piece)) known.add(word)
  }
  const mayNot = new Set(words.filter((word) => !known.has(word)))
  return (
    textParts(pack)
      .flatMap((name) => wordsOf(textOf(pack, name)))
      .find((word) => mayNot.has(word)) ?? null
  )
}

/** A word may be cut by a change of formatting, so the pieces count as well as the whole. */
function piecesOf(doc: Node): readonly string[] {
  return allParagraphs(doc).flatMap(({ segments }) =>
    segments.flatMap(({ text, link, object }) => [
      text,
      link ?? '',
      object?.kind === 'image' ? object.alt : object?.kind === 'preserved' ? object.preserved.text : '',
    ]),
  )
}

/** Words of the stretches of a redline that one side of its changes takes away. */
export function wordsGone(redline: Node, isGone: (segment: Segment) => boolean): readonly string[] {
  return allParagraphs(redline).flatMap(({ segments }) =>
    wordsOf(segments.map((segment) => (isGone(segment) ? segment.text : ' ')).join('')),
  )
}

/** The bytes of a picture hold no words. */
export function textParts(pack: Package): readonly string[] {
  return pack.names.filter((name) => /\.(xml|rels)$/i.test(name))
}

export function wordsOf(of: string): readonly string[] {
  return of.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

export function textOf(pack: Package, name: string): string {
  return new TextDecoder().decode(pack.get(name))
}

const STORY = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/i

/** The parts of a file that came in, without the letters of its stories: what it says by how it is built. */
export function builtOf(pack: Package): readonly string[] {
  return textParts(pack).map((name) => {
    const text = textOf(pack, name)
    return STORY.test(name) ? text.replace(/<w:(t|delText)(?:\s[^>]*)?>[^<]*<\/w:\1>/g, '') : text
  })
}
