import { readCmap } from '../cmap.ts'
import type { PdfDictionary, PdfValue } from '../objects.ts'
import { NotPdf } from '../parse.ts'
import type { FinishedFile } from './finished-file.ts'
import { isRightToLeft, reversed } from './visual-order.ts'

/** A composite font with two bytes to each letter (ISO 32000-1, 9.7), as far as its text is read. */
export type Font = {
  /** By code; none for a code that stands for no letter. */
  readonly letters: readonly (string | undefined)[]
  /** By code, in thousandths of the size; `width` for all others. */
  readonly widths: readonly (number | undefined)[]
  readonly width: number
}

/** One more than the highest code. */
const CODES = 0x10000

/** Throws NotPdf for any other kind of font, and for one that does not tell its letters. */
export function readFont(file: FinishedFile, value: PdfValue): Font {
  const { entries } = file.dictionary(value)
  const isOurs =
    nameOf(entries.get('Subtype')) === 'Type0' && nameOf(entries.get('Encoding')) === 'Identity-H'
  if (!isOurs) throw new NotPdf('A font is of another kind than ours are.')
  const descendants = file.resolve(entries.get('DescendantFonts'))
  if (!Array.isArray(descendants) || descendants.length !== 1) throw new NotPdf('A font is not as expected.')
  return {
    letters: readLetters(file.stream(entries.get('ToUnicode')).toString('latin1')),
    ...readWidths(file, file.dictionary(descendants[0])),
  }
}

function nameOf(value: PdfValue | undefined): string | null {
  const isName = typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'name'
  return isName ? value.name : null
}

function readLetters(cmap: string): readonly string[] {
  const letters: string[] = []
  // Runs from right to left are drawn backwards, and so is what one sign of them stands for.
  for (const [code, text] of readCmap(cmap)) letters[code] = isRightToLeft(text) ? reversed(text) : text
  return letters
}

/** The array W of a font (9.7.4.3): `first [width width …]` or `first last width`. */
function readWidths(file: FinishedFile, { entries }: PdfDictionary): Pick<Font, 'widths' | 'width'> {
  const widths: number[] = []
  const list = file.resolve(entries.get('W') ?? [])
  if (!Array.isArray(list)) throw new NotPdf('A font does not tell its widths.')
  for (let at = 0; at < list.length;) {
    const first = asCode(list[at])
    const second = file.resolve(list[at + 1])
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) widths[asCode(first + index)] = asNumber(width)
      at += 2
    } else {
      const width = asNumber(list[at + 2])
      for (let code = first; code <= asCode(second); code += 1) widths[code] = width
      at += 3
    }
  }
  return { widths, width: asNumber(entries.get('DW') ?? 1000) }
}

function asCode(value: PdfValue | undefined): number {
  const code = asNumber(value)
  if (!Number.isInteger(code) || code < 0 || code >= CODES)
    throw new NotPdf('A font has other codes than ours have.')
  return code
}

function asNumber(value: PdfValue | undefined): number {
  if (typeof value !== 'number') throw new NotPdf('A font does not tell its widths.')
  return value
}
