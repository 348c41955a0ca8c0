import { readPage } from './read-back.ts'
import type { ReadPage } from './read-back.ts'

/**
 * Reading PDFs that may be anybody's, damaged or made to do harm, with pdf.js. It takes ten times as long as our own
 * reader (`../../pdf/read`), which knows only files as they leave, and is the judge of it in the tests.
 */

type Item =
  { readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly tag?: string }

function pageOf(items: readonly Item[]): ReadPage {
  const open: boolean[] = []
  let body = ''
  let artifacts = ''
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? '\n' : '')
      if (open.includes(true)) artifacts += `${text} `
      else body += text
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.tag === 'Artifact')
  }
  const drawn = { body, artifacts }
  return readPage({ drawn, told: drawn })
}

async function opened(pdf: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // A copy, because the reader takes the buffer over.
  return pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false })
}

/** Every page. Throws what pdf.js throws where the file is none. */
export async function readAny(pdf: Uint8Array): Promise<readonly ReadPage[]> {
  const task = await opened(pdf)
  try {
    const document = await task.promise
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
      pages.push(pageOf(content.items))
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** The first file within the file, as text; null where there is none, or no PDF. */
export async function attachedTo(pdf: Uint8Array): Promise<string | null> {
  const task = await opened(pdf)
  try {
    const document = await task.promise
    const [id] = (await document.getAttachments())?.keys() ?? []
    const content = id === undefined ? null : await document.getAttachmentContent(id)
    return content ? new TextDecoder().decode(content) : null
  } catch {
    return null
  } finally {
    await task.destroy()
  }
}
