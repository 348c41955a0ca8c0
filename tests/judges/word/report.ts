import type { Node } from 'prosemirror-model'
import { allParagraphs } from '../../../src/main/export/all-paragraphs.ts'
import type { Tracking } from '../../../src/shared/document/attributes.ts'
import { sameLines } from './lines.ts'
import type { Verdict } from './office.ts'

/** What the programs said of one file. */
export type Answer = {
  readonly file: number
  readonly verdict: Verdict
  readonly doc: Node
  readonly ours: readonly string[]
  /** Null: no answer. Undefined: not installed. */
  readonly office: readonly string[] | null | undefined
  readonly pandoc: readonly string[] | undefined
}

type Program = 'office' | 'pandoc'
const NAMES: Record<Program, string> = { office: 'LibreOffice', pandoc: 'pandoc' }

/** What a file holds that a program is known to stumble over, or may. */
const FEATURES = {
  nested: 'text inserted by one and deleted by another',
  mark: '¶ inserted by one and deleted by another',
  rows: 'tracked rows',
  cells: 'tracked cells',
  past: 'tracked ¶ before a tracked table',
  join: 'tracked ¶',
  notes: 'tracked footnotes',
} as const
type Feature = keyof typeof FEATURES

function isBoth(tracking: Tracking | null): boolean {
  return tracking?.insertion !== undefined && tracking.deletion !== undefined
}

function isTracked(block: Node | null): boolean {
  return block?.type.name === 'table' && block.children.some((row) => row.attrs['tracking'] !== null)
}

function featuresOf(doc: Node): readonly Feature[] {
  const found = new Set<Feature>()
  for (const { attrs, segments } of allParagraphs(doc)) {
    if (attrs.paragraphMark) found.add(isBoth(attrs.paragraphMark) ? 'mark' : 'join')
    for (const { insertion, deletion, object } of segments) {
      if (insertion && deletion) found.add('nested')
      if (object?.kind === 'footnote' && (insertion ?? deletion)) found.add('notes')
    }
  }
  doc.forEach((block, _, index) => {
    if (block.isTextblock && block.attrs['paragraphMark'] !== null && isTracked(doc.maybeChild(index + 1))) {
      found.add('past')
    }
  })
  doc.descendants((node) => {
    if (node.type.name === 'row' && node.attrs['tracking'] !== null) found.add('rows')
    if (node.type.name === 'cell' && node.attrs['tracking'] !== null) found.add('cells')
  })
  return (Object.keys(FEATURES) as Feature[]).filter((feature) => found.has(feature))
}

function agrees(answer: Answer, program: Program): boolean {
  const lines = answer[program]
  return lines !== undefined && lines !== null && sameLines(answer.ours, lines)
}

function differs(answer: Answer, program: Program): boolean {
  return answer[program] !== undefined && !agrees(answer, program)
}

/** Both programs read the same, and it is not what we say. */
function isAgainstUs(answer: Answer): boolean {
  const { office, pandoc } = answer
  return differs(answer, 'office') && Boolean(office && pandoc && sameLines(office, pandoc))
}

function counts(answers: readonly Answer[], program: Program): string {
  const asked = answers.filter((answer) => answer[program] !== undefined)
  if (asked.length === 0) return `| ${NAMES[program]} | not installed, skipped | | |`
  const silent = asked.filter((answer) => answer[program] === null).length
  const other = program === 'office' ? 'pandoc' : 'office'
  const alone = asked.filter((answer) => differs(answer, program) && agrees(answer, other)).length
  const right = asked.filter((answer) => agrees(answer, program)).length
  const rest = asked.length - right - alone
  return `| ${NAMES[program]} | ${right} of ${asked.length} | ${alone} | ${rest}${silent > 0 ? ` (${silent} without an answer)` : ''} |`
}

function causes(answers: readonly Answer[], program: Program): readonly string[] {
  const other = program === 'office' ? 'pandoc' : 'office'
  return (Object.entries(FEATURES) as [Feature, string][]).map(([feature, words]) => {
    const having = answers.filter((answer) => featuresOf(answer.doc).includes(feature))
    const wrong = having.filter((answer) => differs(answer, program))
    const proven = wrong.filter((answer) => agrees(answer, other)).length
    return `| ${NAMES[program]} | ${words} | ${having.length} | ${wrong.length} | ${proven} |`
  })
}

function firstDifference(ours: readonly string[], theirs: readonly string[] | null | undefined): string {
  if (!theirs) return 'no answer'
  const at = ours.findIndex((line, index) => line !== theirs[index])
  const index = at < 0 ? ours.length : at
  const show = (line: string | undefined): string => (line === undefined ? '(end)' : `\`${line}\``)
  return `line ${index + 1}: Stet ${show(ours[index])}, there ${show(theirs[index])}`
}

function lineOf(answer: Answer): string {
  const who = (['office', 'pandoc'] as const).filter((program) => differs(answer, program))
  const verdict = answer.verdict === 'accept' ? 'accepted' : 'rejected'
  const what = who.map((program) => `${NAMES[program]}, ${firstDifference(answer.ours, answer[program])}`)
  const features = featuresOf(answer.doc).map((feature) => FEATURES[feature])
  return `| ${answer.file} | ${verdict} | ${what.join('; ').replaceAll('|', '\\|')} | ${features.join(', ')} |`
}

const HEAD = `# Word judges

What LibreOffice and pandoc read in Word files of ours when they accept, or reject, every change, held against our own
final and original texts. Written by \`npm run judge:word\`; the files are random articles with everything an article
holds, edited by two authors. Compared are the paragraphs of the text, of tables and of footnotes, without white space
and without empty lines; styles are left out, because pandoc joins no headings.

Known faults of the programs, seen by taking files apart:

| program | what it does | proof |
|---|---|---|
| LibreOffice 7.4 | loses one of two changes where text is inserted by one and deleted by another: the inserted text stands in both readings | pandoc agrees with Stet; safe-docx #346 and #362 tell the same |
| LibreOffice 7.4 | makes one change of an insertion at a paragraph's end and one at the start of the next, across a ¶ of another state | pandoc agrees with Stet |
| LibreOffice 7.4, pandoc 2.17 | of a ¶ inserted by one and deleted by another see one change only, so that its paragraphs stay two in a reading | the schema has both elements side by side (CT_ParaRPr) |
| LibreOffice 7.4, pandoc 2.17 | join no text past a table that goes together with the ¶ before it: what stood before and after it stay two paragraphs | none; not tried in Word. No word is lost or doubled |
| pandoc 2.17 | joins no headings; puts text that runs on into the first footnote of the paragraph that it runs on into, and loses it where that paragraph is empty | LibreOffice agrees with Stet |
`

/** The report in words; `isClean` when nowhere both programs say the same and it is not what we say. */
export function reportOf(
  answers: readonly Answer[],
  { count, seed }: { readonly count: number; readonly seed: number },
): { readonly words: string; readonly isClean: boolean } {
  const wrong = answers.filter((answer) => differs(answer, 'office') || differs(answer, 'pandoc'))
  const against = wrong.filter(isAgainstUs)
  const unexplained = against.filter((answer) => {
    const features = featuresOf(answer.doc)
    return !features.includes('mark') && !features.includes('past')
  })
  const table = (title: string, list: readonly Answer[]): readonly string[] =>
    list.length === 0
      ? [`## ${title}`, '', 'None.', '']
      : [
          `## ${title}`,
          '',
          '| file | changes | who says what | the file holds |',
          '|---|---|---|---|',
          ...list.map(lineOf),
          '',
        ]
  const words = [
    HEAD,
    `## Result: ${count} files, seed ${seed}, each accepted and rejected`,
    '',
    '| program | agrees with Stet | differs, and the other agrees with Stet | differs, and so does the other |',
    '|---|---|---|---|',
    counts(answers, 'office'),
    counts(answers, 'pandoc'),
    '',
    `Both programs say the same, against Stet: ${against.length}; ${unexplained.length} of them in files without a doubly tracked ¶ and without a tracked ¶ before a tracked table.`,
    '',
    '| program | readings of files with | there are | differs | of these the other agrees with Stet |',
    '|---|---|---|---|---|',
    ...causes(answers, 'office'),
    ...causes(answers, 'pandoc'),
    '',
    ...table('Both against Stet', against),
    ...table(
      'LibreOffice alone',
      wrong.filter((answer) => differs(answer, 'office') && agrees(answer, 'pandoc')),
    ),
    ...table(
      'pandoc alone',
      wrong.filter((answer) => differs(answer, 'pandoc') && agrees(answer, 'office')),
    ),
    ...table(
      'Each in its own way',
      wrong.filter(
        (answer) => differs(answer, 'office') && differs(answer, 'pandoc') && !against.includes(answer),
      ),
    ),
  ].join('\n')
  return { words, isClean: unexplained.length === 0 }
}
