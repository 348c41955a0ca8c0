import { NotPdf } from './parse.ts'

/** The table of a font that tells what its codes, of two bytes each, stand for (ISO 32000-1, 9.10.3). */

/** One more than the highest code. */
const CODES = 0x10000

const HEX = '<([0-9A-Fa-f]+)>'
const CHAR = new RegExp(`${HEX}\\s*${HEX}`, 'g')
const RANGE = new RegExp(`${HEX}\\s*${HEX}\\s*(?:${HEX}|\\[([^\\]]*)\\])`, 'g')

/** By code; each character of `cmap` is one byte. Throws NotPdf where the codes are not of two bytes. */
export function readCmap(cmap: string): ReadonlyMap<number, string> {
  const spaces = [...cmap.matchAll(/begincodespacerange\s*([^]*?)\s*endcodespacerange/g)].map(
    (found) => found[1] ?? '',
  )
  if (!/^<0000>\s*<FFFF>$/i.test(spaces.join(' '))) throw new NotPdf('A font has other codes than ours have.')
  const letters = new Map<number, string>()
  const set = (code: number, hex: string, plus = 0): void => {
    if (hex.length % 4 !== 0) throw new NotPdf('A font tells half a letter.')
    const text = Buffer.from(hex, 'hex').swap16().toString('utf16le')
    const last = String.fromCharCode(text.charCodeAt(text.length - 1) + plus)
    letters.set(code, plus === 0 ? text : text.slice(0, -1) + last)
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of section.matchAll(CHAR)) set(parseInt(code, 16), hex)
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, low = '', high = '', hex, list] of section.matchAll(RANGE)) {
      const [from, to] = [parseInt(low, 16), Math.min(parseInt(high, 16), CODES - 1)]
      const each = list?.match(/[0-9A-Fa-f]+/g)
      for (let code = from; code <= to; code += 1) {
        if (hex === undefined) set(code, each?.[code - from] ?? '')
        else set(code, hex, code - from)
      }
    }
  }
  return letters
}

const TOLD = /\d+\s+begin(bfchar|bfrange)[^]*?end\1\s*/g
/** At most a hundred letters a section (Adobe Technical Note 5014). */
const MOST = 100

/** The same table, telling these letters instead of its own. */
export function withLetters(cmap: string, letters: ReadonlyMap<number, string>): string {
  const rows = [...letters]
    .toSorted(([one], [other]) => one - other)
    .map(([code, text]) => `<${code.toString(16).toUpperCase().padStart(4, '0')}> <${encoded(text)}>\n`)
  let sections = ''
  for (let from = 0; from < rows.length; from += MOST) {
    const some = rows.slice(from, from + MOST)
    sections += `${some.length} beginbfchar\n${some.join('')}endbfchar\n`
  }
  return cmap.replaceAll(TOLD, '').replace('endcmap', () => `${sections}endcmap`)
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}
