import type { Node } from 'prosemirror-model'
import { loadFonts } from '../../../src/main/export/pdf/fonts.ts'
import { squeezed } from '../../../src/main/export/pdf/read-back.ts'
import { createSanitiser } from '../../../src/main/export/pdf/sanitise.ts'
import { project } from '../../../src/shared/document/projection.ts'
import { readSegments } from '../../../src/shared/document/segments.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { ask, openWithPdfJs } from './told.ts'
import type { Files, Finished, Told } from './told.ts'

/** What can be read in a finished file, by programs other than ours. */

/** As the words of a review are printed: what no font has a letter for, as its code. */
export function printedAs(texts: readonly string[]): (text: string) => string {
  const { coverage } = loadFonts(texts)
  const { clean } = createSanitiser(coverage)
  return (text) => squeezed(clean(text))
}

/** Each page without spaces: by pdf.js, and by poppler where it is installed. */
async function readings(
  { bytes, path }: Finished,
  told: Told,
): Promise<readonly (readonly [string, readonly string[]])[]> {
  const pdf = await openWithPdfJs(bytes)
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one page after another
    const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true })
    pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  const said = ask(told, 'pdftotext', '-raw', path, '-')
  const others = said === null ? [] : said.split('\f').slice(0, -1).map(squeezed)
  return [['pdf.js', pages] as const, ...(said === null ? [] : [['pdftotext', others] as const])]
}

/** Running head and foot stand between the two halves of what goes on over a page. */
function withoutEdges(pages: readonly string[], { report }: Finished): string {
  const { head, foot } = report
  return pages
    .map((page, index) => {
      const verdict = report.verdict.approved ? 'APPROVED' : 'NOT APPROVED'
      const parts = [
        `${index === 0 ? head.left : head.running}${head.right}`,
        `${foot.hash}·${foot.made}${foot.slug}, ${report.version}${verdict}, ${report.audience}·Page ${index + 1} of ${pages.length}`,
      ]
      return parts.reduce((text, part) => text.replace(squeezed(part), ''), page)
    })
    .join('')
}

/** What must be found in a report: decisions, comments, replies, claims, records, signatures and findings. */
export function wordsOf({ report, textHash }: Pick<Finished, 'report' | 'textHash'>): readonly string[] {
  const words = [
    textHash,
    report.verdict.approved ? 'APPROVED' : 'NOT APPROVED',
    ...report.approval.slots.flatMap((one) => [one.slot, one.who, one.state]),
    ...report.approval.conditions,
    ...(report.threads ?? []).flatMap((one) => [
      ...one.messages.map(({ text }) => text),
      one.resolved ? one.state : '',
    ]),
    ...(report.claims ?? []).flatMap((one) => [one.number, one.words, one.status]),
  ]
  const { waivers = [], replies = [], consultations = [] } = report.records ?? {}
  for (const { head, words: said } of [...waivers, ...replies, ...consultations]) {
    words.push(head, ...said.map(({ text }) => text))
  }
  for (const one of report.signatures ?? []) words.push(one.title, one.statement, one.conditions, one.hash)
  for (const { title, counts } of report.findings?.rules ?? []) words.push(title, counts)
  return words
}

/** 4. Every page, hash, comment, reply, claim and decision can be read. */
export async function canBeRead(file: Finished, told: Told): Promise<void> {
  const { name, report } = file
  const words = wordsOf(file)
  const printed = printedAs(words)
  const unmet = (report.claims ?? [])
    .flatMap(({ rules }) => rules)
    .filter(({ state }) => state === 'unmet').length
  for (const [reader, pages] of await readings(file, told)) {
    const whole = pages.join('')
    const text = withoutEdges(pages, file)
    for (let page = 1; page <= pages.length; page += 1) {
      if (!pages[page - 1]?.includes(`Page${page}of${pages.length}`))
        told.faults.push(`${reader} does not read the number of page ${page} of ${name}.`)
    }
    for (const one of words) {
      if (!text.includes(printed(one))) told.faults.push(`${reader} does not read “${one}” in ${name}.`)
    }
    const seen = whole.split('UNMET').length - 1
    if (seen < unmet) told.faults.push(`${reader} reads ${seen} of ${unmet} unmet rules in ${name}.`)
  }
}

/** From right to left another program may read in the order of the eye. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

const textsOf = (doc: Node): readonly string[] =>
  readSegments(doc).map(({ segments }) => segments.map((one) => (one.object ? '' : one.text)).join(''))

/** Fewer letters would be found in any text. */
const TELLING = 24

/** What was deleted, run by run, and is said nowhere in the final text. */
function deletedRuns(doc: Node, final: string): readonly string[] {
  const runs: string[] = []
  doc.descendants((node) => {
    const isDeleted = node.isText && node.marks.some(({ type }) => type.name === 'deletion')
    if (isDeleted) runs.push(squeezed(node.text ?? ''))
  })
  return runs.filter((run) => run.length >= TELLING && !final.includes(run))
}

/** 5. The clean copy is the approved text, and holds nothing that was deleted. */
export async function isApprovedText({ clean, request }: Files, told: Told): Promise<void> {
  const doc = schema.nodeFromJSON(request.doc)
  const paragraphs = textsOf(project(doc, 'final')).filter((text) => !RIGHT_TO_LEFT.test(text))
  const printed = printedAs(paragraphs)
  const final = squeezed(paragraphs.join(''))
  for (const [reader, pages] of await readings(clean, told)) {
    const text = withoutEdges(pages, clean)
    for (const one of paragraphs) {
      if (!text.includes(printed(one)))
        told.faults.push(`${reader} does not read the paragraph “${one.slice(0, 60)}” in the clean copy.`)
    }
    for (const run of deletedRuns(doc, final)) {
      if (text.includes(run))
        told.faults.push(`${reader} reads deleted words in the clean copy: ${run.slice(0, 60)}`)
    }
  }
}
