import { openPdf } from '../../src/main/pdf/file.ts'

/** A finished file with one page, drawn by hand; its font has the codes of ASCII and those of `LETTERS`. */

/** By code: a ligature, two letters that run from right to left, and nothing at all. */
const LETTERS = { 0x0100: 'ff', 0x0101: '\u05d0', 0x0102: '\u05d1' } as const

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}

function cmap(): string {
  const single = Object.entries(LETTERS).map(
    ([code, text]) => `<${Number(code).toString(16).padStart(4, '0')}> <${hex(text)}>`,
  )
  return [
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    `${single.length} beginbfchar\n${single.join('\n')}\nendbfchar`,
    '1 beginbfrange\n<0020> <007E> <0020>\nendbfrange',
  ].join('\n')
}

/** Letters by two bytes each, as they stand in a page. */
export function coded(text: string): string {
  return `<${hex(text)}>`
}

export type TinyPdf = {
  readonly content: string
  /** Beside the font; each is an object of the file. */
  readonly objects?: readonly string[]
  readonly resources?: string
  /** Instead of the font's own. */
  readonly encoding?: string
}

/** Objects 1 to 7 are the page and its font; `objects` follow from 8 on. Letters are 500 wide, and 10 high as `/F 10 Tf`. */
export function tinyPdf({
  content,
  objects = [],
  resources = '',
  encoding = 'Identity-H',
}: TinyPdf): Uint8Array {
  const stream = (text: string, head = '') =>
    `<<${head}/Length ${Buffer.byteLength(text, 'latin1')}>>\nstream\n${text}\nendstream`
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids [3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources <</Font <</F 5 0 R>>${resources}>>>>`,
    stream(content),
    `<</Type/Font/Subtype/Type0/Encoding/${encoding}/DescendantFonts [6 0 R]/ToUnicode 7 0 R>>`,
    '<</Type/Font/Subtype/CIDFontType2/DW 500/W [257 257 500]>>',
    stream(cmap()),
    ...objects,
  ]
  let file = '%PDF-1.7\n'
  const offsets = all.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`
  const end = `${table}trailer\n<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return openPdf(Buffer.from(file + end, 'latin1')).write()
}
