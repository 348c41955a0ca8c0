import type { PdfPages } from './pdf-pages.ts'
import styles from './pages.module.css'

/** Sharp on every office printer, and a long packet still fits into memory. */
const DOTS_PER_POINT = 200 / 72
/** Points: between A4 (595) and US Letter (612). */
const WIDER_THAN_A4 = 600

/** `broken`: that page cannot be drawn, and a file with a page missing is not put on paper. */
type Printed = { readonly kind: 'opened' | 'ended' } | { readonly kind: 'broken'; readonly page: number }

/**
 * Draws every page, and has the window print them: the same on every host, since no window shows a PDF by itself under
 * our content policy. Answers once the print dialog has been opened, or when nothing is printed.
 */
export async function printPages(
  pages: PdfPages,
  onPage: (page: number) => void,
  signal: AbortSignal,
): Promise<Printed> {
  const sheets = document.createElement('div')
  sheets.className = `${styles['sheets']} ${pages.sheet.width > WIDER_THAN_A4 ? styles['letter'] : styles['a4']}`
  const addresses: string[] = []
  const remove = (): void => {
    sheets.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
  }
  const canvas = document.createElement('canvas')
  for (let page = 1; page <= pages.count; page += 1) {
    onPage(page)
    // oxlint-disable-next-line no-await-in-loop -- one after another: each is as large as a screen
    const address = await drawn(pages, page, canvas, signal).catch(() => null)
    if (address !== null) addresses.push(address)
    if (signal.aborted || address === null) {
      remove()
      return signal.aborted ? { kind: 'ended' } : { kind: 'broken', page }
    }
    const image = document.createElement('img')
    image.src = address
    image.alt = `Page ${page} of ${pages.count}`
    sheets.append(image)
    // oxlint-disable-next-line no-await-in-loop -- what is not decoded would be missing on paper
    await image.decode()
  }
  document.body.append(sheets)
  window.addEventListener('afterprint', remove, { once: true })
  window.print()
  return { kind: 'opened' }
}

/** The address of the page as a picture; null when the drawing was ended. Rejects for a page that is broken. */
async function drawn(
  pages: PdfPages,
  page: number,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<string | null> {
  await pages.draw(page, canvas, Math.round(pages.sheet.width * DOTS_PER_POINT), signal)
  if (signal.aborted) return null
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob === null ? null : URL.createObjectURL(blob)
}
