import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { paragraphTexts } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { Segment } from '../../../shared/document/segments.ts'
import type { Package } from '../../opc/read.ts'
import { readContentTypes } from '../../opc/relations.ts'
import { createXmlBudget } from '../../opc/xml.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import { storyParts } from './stories.ts'

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

/** What is XML by its name or by what the file says of it; the bytes of a picture hold no words. */
export function textParts(pack: Package): readonly string[] {
  const typeOf = readContentTypes(pack, createXmlBudget())
  return pack.names.filter((name) => /\.(xml|rels)$/i.test(name) || /[+/]xml$/i.test(typeOf(name)))
}

export function wordsOf(of: string): readonly string[] {
  return of.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

export function textOf(pack: Package, name: string): string {
  const data = pack.get(name) ?? new Uint8Array()
  const order = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const encoding = order === 0xfffe ? 'utf-16le' : order === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(data)
}

const LETTERS = /<((?:[\w.-]+:)?(?:t|delText))(?:\s[^>]*)?>[^<]*<\/\1>/g

/** The parts of a file that came in, without the letters of its stories: what it says by how it is built. */
export function builtOf(pack: Package): readonly string[] {
  const stories = new Set(storyParts(pack))
  return textParts(pack).map((name) => {
    const text = textOf(pack, name)
    return stories.has(name) ? text.replace(LETTERS, '') : text
  })
}

const WORD =
  /\sxmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/g

/** Whether a story has an element of Word's of one of these names, whatever its prefix. */
export function hasElement(story: string, names: string): boolean {
  return [...story.matchAll(WORD)].some(([, prefix]) =>
    new RegExp(`<${prefix === undefined ? '' : `${prefix}:`}(?:${names})[\\s/>]`).test(story),
  )
}
