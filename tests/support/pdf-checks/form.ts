import { annotationsOf, openBook } from '../pdf-rules/book.ts'
import { faultsOf } from '../pdf-rules/conformance.ts'
import { entry, readFinished, textOf } from '../pdf-rules/read.ts'
import { markedWords, unfound, wordsWithLine } from './marked.ts'
import { ask, openWithPdfJs } from './told.ts'
import type { Finished, Told } from './told.ts'

/** What a finished file is, without asking what its words are. */

/** 2. A tagged PDF 1.7 with its title, without script or lock. */
export async function saysWhatItIs({ name, bytes, path, report }: Finished, told: Told): Promise<void> {
  const pdf = await openWithPdfJs(bytes)
  const { info } = (await pdf.getMetadata()) as unknown as { info: Readonly<Record<string, unknown>> }
  if (info['Title'] !== report.title) told.faults.push(`${name} has the title ${String(info['Title'])}.`)
  if (info['PDFFormatVersion'] !== '1.7') told.faults.push(`${name} is no PDF 1.7.`)
  const marked = (await pdf.getMarkInfo()) as ReadonlyMap<string, unknown> | null
  if (marked?.get('Marked') !== true) told.faults.push(`${name} is not tagged.`)
  if ((await pdf.getPermissions()) !== null) told.faults.push(`${name} is locked.`)
  const said = ask(told, 'pdfinfo', path)
  for (const line of [/Tagged: +yes/, /PDF version: +1\.7/, /JavaScript: +no/, /Encrypted: +no/]) {
    if (said !== null && !line.test(said)) told.faults.push(`pdfinfo does not say ${line.source} of ${name}.`)
  }
}

/** 3. No fault of form, and no font but ours, each within the file and with its letters. */
export function isSound({ name, path }: Finished, told: Told): void {
  const checked = ask(told, 'qpdf', '--check', path)
  if (checked !== null && !checked.includes('No syntax or stream encoding errors found')) {
    told.faults.push(`qpdf finds faults in ${name}: ${checked.trim().split('\n').at(-1) ?? ''}`)
  }
  const fonts = ask(told, 'pdffonts', path)
  if (fonts === null) return
  const rows = fonts
    .trim()
    .split('\n')
    .filter((row) => / \d+ +\d+$/.test(row))
  if (rows.length < 4) told.faults.push(`pdffonts lists ${rows.length} fonts of ${name}.`)
  for (const row of rows) {
    if (!/^[A-Z]{6}\+Stet.* yes yes yes +\d+ +\d+$/.test(row))
      told.faults.push(`${name} has the font ${row}.`)
  }
}

/** 6. Headings that skip nothing, heads of tables, marks of changes, and a place for each comment, reply and state. */
export async function isStructured({ name, bytes, path, report }: Finished, told: Told): Promise<void> {
  const book = openBook(readFinished(bytes))
  const { redline } = report
  if (redline) {
    const lines = await wordsWithLine(book, bytes)
    const marked = markedWords(redline.flatMap((block) => (block.kind === 'paragraph' ? block.pieces : [])))
    for (const [line, words] of unfound(lines, marked))
      told.faults.push(`${name} does not tell of “${words}” as ${line}.`)
  }
  const remarks = report.redline ? remarksOf(report) : 0
  const places = book.elements.filter(({ kind }) => kind === 'Annot').length
  if (places !== remarks) told.faults.push(`${name} has places for ${places} of ${remarks} remarks.`)
  const tree = ask(told, 'pdfinfo', '-struct', path)
  if (tree === null) return
  const levels = [...tree.matchAll(/^ *H([1-6]) /gm)].map((found) => Number(found[1]))
  const skips = levels.some((level, index) => level - (levels[index - 1] ?? 0) > 1)
  if (levels[0] !== 1 || skips) told.faults.push(`pdfinfo sees headings of ${name} that skip a level.`)
  if (/^ *TH /m.test(tree) && !tree.includes('Scope'))
    told.faults.push(`pdfinfo sees no scope of heads in ${name}.`)
  const seen = tree.match(/^ *Annot/gm)?.length ?? 0
  if (seen !== remarks) told.faults.push(`pdfinfo sees places for ${seen} of ${remarks} remarks in ${name}.`)
}

/** Comments with words in the text, each with its replies and what settled it. */
function remarksOf({ threads }: Finished['report']): number {
  const placed = (threads ?? []).filter(({ quoted, orphaned }) => quoted && !orphaned)
  return placed.reduce((sum, { messages, resolved }) => sum + messages.length + (resolved ? 1 : 0), 0)
}

/** 7. A highlight for each comment, replies tied to theirs, a bookmark for each heading. */
export async function isConnected({ name, bytes, report }: Finished, told: Told): Promise<void> {
  const book = openBook(readFinished(bytes))
  const pdf = await openWithPdfJs(bytes)
  const all: { readonly id: string; readonly subtype: string; readonly inReplyTo?: string }[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one page after another
    all.push(...((await (await pdf.getPage(page)).getAnnotations()) as typeof all))
  }
  const highlights = new Set(all.filter(({ subtype }) => subtype === 'Highlight').map(({ id }) => id))
  const placed = report.redline
    ? (report.threads ?? []).filter(({ quoted, orphaned }) => quoted && !orphaned)
    : []
  if (highlights.size !== placed.length)
    told.faults.push(`${name} has ${highlights.size} highlights for ${placed.length} comments.`)
  const loose = all.filter(({ inReplyTo }) => inReplyTo !== undefined && !highlights.has(inReplyTo))
  if (loose.length > 0) told.faults.push(`${loose.length} replies of ${name} are tied to no comment.`)
  if (all.length !== annotationsOf(book).length)
    told.faults.push(`pdf.js reads ${all.length} annotations of ${name}.`)
  const titles = JSON.stringify(await pdf.getOutline())
  for (const { kind, entries } of book.elements) {
    const title = textOf(entry(book.file, entries, 'T'))
    const isHeading = /^H[1-6]$/.test(kind) && title !== ''
    if (isHeading && !titles.includes(JSON.stringify(title).slice(1, -1)))
      told.faults.push(`${name} has no bookmark for ${title}.`)
  }
}

/** 9. It says that it is PDF/A-3a and PDF/UA-1, and keeps what can be looked up of both. */
export function isConforming(
  { name, bytes, path, folder }: Finished & { readonly folder: string },
  told: Told,
): void {
  for (const { rule, clause, says } of faultsOf(bytes))
    told.faults.push(`${name}, ${rule} (${clause}): ${says}`)
  const plain = `${folder}/plain.pdf`
  if (ask(told, 'qpdf', '--qdf', '--object-streams=disable', path, plain) === null) return
  const source = ask(told, 'qpdf', '--show-object=trailer', plain)
  if (source === null || !source.includes('/Root')) told.faults.push(`qpdf finds no catalogue in ${name}.`)
}
