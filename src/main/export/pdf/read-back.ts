/** Reading a finished file with another program than the one that made it. */

export type ReadPage = {
  /** What belongs to the content, in reading order, without spaces. */
  readonly body: string
  /** Running head, foot and margin marks, without spaces. */
  readonly artifacts: string
  /** The words of the content, for looking up single ones. */
  readonly words: ReadonlySet<string>
}

/** Letters that share one shape in our fonts: a reader of the file cannot tell them apart, nor can this one. */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u02bb': '\u2018',
  '\u02bc': '\u2019',
  '\u2206': '\u0394',
  '\u2215': '\u2044',
}
const SHARED = new RegExp(`[${Object.keys(SAME_SHAPE).join('')}]`, 'gu')

/**
 * Letter by letter, so that a stray accent cannot join the letter before it.
 * Line breaks and zero-width characters are layout, so texts are compared without any space at all.
 */
export function squeezed(text: string): string {
  return text
    .replaceAll(/[^\u0020-\u007e]/gu, (letter) => letter.normalize('NFKC'))
    .replaceAll(/[\s\p{Cf}\p{VS}]+/gu, '')
    .replaceAll(SHARED, (letter) => SAME_SHAPE[letter] ?? letter)
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

type Item =
  { readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly tag?: string }

function readPage(items: readonly Item[]): ReadPage {
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
  return { body: squeezed(body), artifacts: squeezed(artifacts), words: new Set(wordsIn(body)) }
}

export async function readBack(pdf: Uint8Array): Promise<readonly ReadPage[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // A copy, because the reader takes the buffer over.
  const task = pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false })
  try {
    const document = await task.promise
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
      pages.push(readPage(content.items))
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** What a file holds beside its pages: its title, its comments with their authors, and the files in it. */
export async function readBeside(
  pdf: Uint8Array,
): Promise<{ readonly comments: number; readonly words: string }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false })
  try {
    const document = await task.promise
    const { info } = await document.getMetadata()
    const found = [JSON.stringify(info), JSON.stringify(await document.getOutline())]
    let comments = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const annotations = await (await document.getPage(number)).getAnnotations()
      const said = annotations.filter(({ subtype }: { readonly subtype?: string }) => subtype !== 'Link')
      comments += said.length
      if (said.length > 0) found.push(JSON.stringify(said))
    }
    for (const id of (await document.getAttachments())?.keys() ?? []) {
      found.push(new TextDecoder().decode((await document.getAttachmentContent(id)) ?? new Uint8Array()))
    }
    return { comments, words: found.join('\n') }
  } finally {
    await task.destroy()
  }
}
