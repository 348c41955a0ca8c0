import type { Node } from 'prosemirror-model'
import { paragraphAttrs } from './tracking-state.ts'
import { paragraphTexts, project } from './projection.ts'

/** LINE SEPARATOR stands for a hard break, so that it never reads as the end of a paragraph. */
const LINE_SEPARATOR = '\u2028'

/**
 * The text that a sign-off signs: its SHA-256, over UTF-8, is the text hash. Form: the paragraphs of the final
 * projection, those of style `headline` first and else in the order of the text, each as plain text with a hard
 * break as U+2028, joined by "\n", the whole in Unicode NFC. Formatting, styles and anchors do not count.
 * Changing this form voids every stored hash.
 */
export function canonicalText(doc: Node): string {
  const final = project(doc, 'final')
  const paragraphs = paragraphTexts(final).map((text, index) => ({
    text: text.replaceAll('\n', LINE_SEPARATOR),
    isHeadline: paragraphAttrs(final.child(index)).style === 'headline',
  }))
  return [...paragraphs.filter((one) => one.isHeadline), ...paragraphs.filter((one) => !one.isHeadline)]
    .map((one) => one.text)
    .join('\n')
    .normalize('NFC')
}
