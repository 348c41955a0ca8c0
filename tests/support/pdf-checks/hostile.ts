import { exportPdf } from '../../../src/main/export/pdf/index.ts'
import { squeezed } from '../../../src/main/export/pdf/read-back.ts'
import { pdfRequest } from '../pdf-review.ts'
import { isConforming, isSound } from './form.ts'
import { finished, openWithPdfJs } from './told.ts'
import type { Told } from './told.ts'

/** As they stand in `pdf-review.ts`, without spaces; what no font has as its code. */
const PRINTED = [
  '#panic("out")@smith#import"@preview/x:1.0.0"$x^2$<label>',
  'before⟦U+0000⟧after⟦U+202E⟧reversed⟦U+202C⟧⟦U+FEFF⟧⟦U+E000⟧⟦U+D800⟧',
  '⟦U+0E20⟧',
  '⟦U+10E5⟧',
]
/** Of the word of 5,000 letters, in lines of thirty; packets hold it twice. */
const LINES_OF_N = 160

/** 11. Words that break a page, a reader or the template are printed as they are, and the file is as sound as any. */
export async function printsHostileWords(folder: string, told: Told): Promise<void> {
  const outcome = await exportPdf('packet', pdfRequest())
  if (!outcome.ok) {
    told.faults.push(outcome.error.message)
    return
  }
  const file = await finished(folder, 'hostile.pdf', outcome.value.bytes)
  await readsHostileWords(file.bytes, told)
  isSound(file, told)
  isConforming({ ...file, folder }, told)
}

export async function readsHostileWords(bytes: Uint8Array, told: Told): Promise<void> {
  const pdf = await openWithPdfJs(bytes)
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one page after another
    const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true })
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  const text = squeezed(pages.join(''))
  for (const words of PRINTED) if (!text.includes(words)) told.faults.push(`${words} cannot be read.`)
  const lines = text.match(/n{30}/g)?.length ?? 0
  if (lines < LINES_OF_N) told.faults.push(`Of the long word ${lines} lines can be read.`)
}
