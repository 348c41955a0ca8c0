import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** The pages of a finished PDF, drawn one by one when somebody looks at them. */
export type PdfPages = {
  readonly count: number
  /** Of the first page, in points; the others are alike. */
  readonly sheet: { readonly width: number; readonly height: number }
  /** Draws a page, counted from 1, so many device pixels wide. Does nothing more once `signal` is aborted. */
  draw(page: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void>
  /** What stands on a page, line by line, for those who do not see it. */
  text(page: number): Promise<string>
  close(): void
}

/** Null for bytes that no page can be drawn of. Takes the bytes over. */
export async function openPages(bytes: Uint8Array): Promise<PdfPages | null> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module', name: 'pages' })
  const worker = pdfjs.PDFWorker.create({ port: thread })
  // Fonts and pictures are all in the file: nothing is fetched for it.
  const task = pdfjs.getDocument({ data: bytes, worker, verbosity: 0, useSystemFonts: false })
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.destroy()
      thread.terminate()
    })
  }
  try {
    const document = await task.promise
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    return {
      count: document.numPages,
      sheet: { width, height },
      draw: (page, canvas, pixels, signal) => draw(document, page, canvas, pixels, signal),
      text: (page) => readText(document, page),
      close,
    }
  } catch {
    // Whatever the reader trips over, there is nothing to show.
    close()
    return null
  }
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const page: PDFPageProxy = await document.getPage(number)
  if (signal.aborted) return
  const scale = width / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const task = page.render({ canvas, viewport })
  const cancel = (): void => task.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    await task.promise
    page.cleanup()
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function readText(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
