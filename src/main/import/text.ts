import type { Warning } from '../../shared/model/review.ts'
import { PLAIN_BYTES, PLAIN_NODES } from '../opc/limits.ts'
import { tooLarge, unreadable } from '../opc/refusal.ts'
import { paragraphNode, PLAIN_PARAGRAPH, textNodes } from './draft.ts'
import type { ReadResult } from './draft.ts'

/** Characters of a file of plain text, and what was guessed about them. */
export type DecodedText = { readonly text: string; readonly warnings: readonly Warning[] }

/** UTF-8, or UTF-16 with its mark; failing that Windows-1252, said in a warning. Throws a Refusal for binary data. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > PLAIN_BYTES) throw tooLarge('The text is larger than 5 MB.')
  const encoding = encodingByMark(bytes)
  const text = encoding ? tryDecode(bytes, encoding) : tryDecode(bytes, 'utf-8')
  const decoded = text ?? tryDecode(bytes, 'windows-1252') ?? ''
  if (isBinary(decoded)) throw unreadable('This is not a text file: it holds binary data.')
  const message =
    'The file does not say how its letters are stored; it was read as Windows-1252. Look at accents and quotes.'
  return { text: decoded, warnings: text === null ? [{ code: 'encoding', message }] : [] }
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isBinary(text: string): boolean {
  const controls = text.slice(0, 65_536).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return text.includes('\u0000') || controls > text.length / 100
}

/** A plain text draft: the first line is the headline. */
export function readText(bytes: Uint8Array): ReadResult {
  const { text, warnings } = decodeText(bytes)
  const lines = splitParagraphs(text)
  if (lines.length > PLAIN_NODES) throw tooLarge('The text has too many paragraphs.')
  const blocks = lines.map((line) => paragraphNode({ ...PLAIN_PARAGRAPH, content: textNodes(line, []) }))
  return { blocks, people: [], changes: [], threads: [], warnings }
}

/**
 * A line is a paragraph, except where blank lines part blocks of lines of even, middling length: those were
 * wrapped by a mail program or a terminal and are joined again.
 */
export function splitParagraphs(text: string): readonly string[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\f/g, '\n\n')
  const blocks = lines
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map(linesOf)
    .filter((block) => block.length > 0)
  if (blocks.length < 2) return blocks.flat()
  return blocks.flatMap((block) => (isWrapped(block) ? [block.join(' ')] : block))
}

function linesOf(block: string): readonly string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isWrapped(block: readonly string[]): boolean {
  if (block.length < 2 || block.some((line) => /^by\s/i.test(line) || /^([-*•]|\d+[.)])\s/.test(line)))
    return false
  return block.slice(0, -1).every((line) => line.length >= 45 && line.length <= 100)
}
