import { attribute } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** Letters of the font Symbol from 0x41 and from 0x61 on; a space where it has none of Unicode's. */
const UPPER = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xe5: '∑',
}
const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

/** What a w:sym shows, where Unicode has a letter for it that is known here; else nothing. */
export function symbolOf(element: XmlElement): string {
  const written = Number.parseInt(attribute(element, 'w:char') ?? '', 16)
  if (!Number.isInteger(written) || written < 0x20) return ''
  const font = (attribute(element, 'w:font') ?? '').toLowerCase()
  // Fonts of symbols have their letters in the private area, or below 0x100.
  const code = written >= 0xf000 && written <= 0xf0ff ? written - 0xf000 : written
  if (font === 'symbol') return SYMBOL[code] ?? UPPER[code - 0x41] ?? LOWER[code - 0x61] ?? ''
  if (font === 'wingdings') return WINGDINGS[code] ?? ''
  const isPrivate = written >= 0xe000 && written <= 0xf8ff
  return isPrivate || /^(webdings|wingdings)/.test(font) || written > 0xffff
    ? ''
    : String.fromCharCode(written)
}
