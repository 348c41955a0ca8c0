import { against, agrees, differs, isAsked, PROGRAM_NAMES, PROGRAMS } from './answers.ts'
import type { Answer, Program } from './answers.ts'
import { FEATURES } from './features.ts'
import type { Feature } from './features.ts'
import { HEAD } from './known-faults.ts'

export type Result = {
  readonly mode: 'new' | 'patch'
  readonly count: number
  readonly seed: number
  /** Files that were made and offered. */
  readonly files: number
  readonly faults: readonly { readonly number: number; readonly words: string }[]
  readonly answers: readonly Answer[]
  /** How many files the validator saw, and the kinds of errors in them that their sources had not. */
  readonly validated: number
  readonly errors: readonly { readonly number: number; readonly kinds: readonly string[] }[]
  readonly skipped: readonly string[]
}

/** Examples of one kind that are written down. */
const SHOWN = 12

/** Where programs are known to read a file in another way than its schema says; see the table of known faults. */
const KNOWN: readonly Feature[] = ['mark', 'past']

function othersAgree(answer: Answer, program: Program): boolean {
  return PROGRAM_NAMES.some((other) => other !== program && agrees(answer, other))
}

function counts(answers: readonly Answer[]): readonly string[] {
  return PROGRAM_NAMES.map((program) => {
    const asked = answers.filter((answer) => isAsked(answer, program))
    if (asked.length === 0) return `| ${PROGRAMS[program]} | not asked | | | |`
    const silent = asked.filter((answer) => answer.read[program] === null).length
    const right = asked.filter((answer) => agrees(answer, program)).length
    const alone = asked.filter((answer) => differs(answer, program) && othersAgree(answer, program)).length
    const rest = asked.length - right - alone
    return `| ${PROGRAMS[program]} | ${right} of ${asked.length} | ${alone} | ${rest} | ${silent} |`
  })
}

function causes(answers: readonly Answer[]): readonly string[] {
  return (Object.entries(FEATURES) as [Feature, string][]).map(([feature, words]) => {
    const having = answers.filter((answer) => answer.features.includes(feature))
    const cells = PROGRAM_NAMES.map((program) => {
      const wrong = having.filter((answer) => differs(answer, program))
      const proven = wrong.filter((answer) => othersAgree(answer, program))
      return `${wrong.length}, ${proven.length}`
    })
    return `| ${words} | ${having.length} | ${cells.join(' | ')} |`
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
  const verdict = answer.verdict === 'accept' ? 'accepted' : 'rejected'
  const what = PROGRAM_NAMES.filter((program) => differs(answer, program)).map(
    (program) => `${PROGRAMS[program]}, ${firstDifference(answer.ours, answer.read[program])}`,
  )
  const features = answer.features.map((feature) => FEATURES[feature])
  return `| ${answer.file} | ${verdict} | ${what.join('; ').replaceAll('|', '\\|')} | ${features.join(', ')} |`
}

function table(title: string, answers: readonly Answer[]): readonly string[] {
  if (answers.length === 0) return [`## ${title}`, '', 'None.', '']
  const rows = answers.slice(0, SHOWN).map(lineOf)
  const more = answers.length > SHOWN ? [`The first ${SHOWN} of ${answers.length}.`, ''] : []
  const head = ['| file | changes | who says what | the file holds |', '|---|---|---|---|']
  return [`## ${title}`, '', ...more, ...head, ...rows, '']
}

function ownWords({ files, count, faults, validated, errors }: Result): readonly string[] {
  const examples = faults.slice(0, SHOWN).map(({ number, words }) => `- file ${number}: ${words}`)
  const kinds = errors
    .slice(0, SHOWN)
    .map(({ number, kinds: found }) => `- file ${number}: ${found.join('; ')}`)
  return [
    `${files} of ${count} files passed Stet's own check: read back they say the same, and the lint finds nothing new.`,
    ...(examples.length > 0 ? ['', ...examples] : []),
    '',
    `The validator of the Open XML SDK saw ${validated} files and found errors in ${errors.length}.`,
    ...(kinds.length > 0 ? ['', ...kinds] : []),
    '',
  ]
}

/** The report in words; `isClean` when nothing stands against us but what is known of the programs. */
export function reportOf(result: Result): { readonly words: string; readonly isClean: boolean } {
  const { answers, mode, count, seed, skipped } = result
  const both = answers.filter((answer) => against(answer) !== null)
  const unsupported = both.filter((answer) => !PROGRAM_NAMES.some((program) => agrees(answer, program)))
  const unexplained = unsupported.filter(
    (answer) => !answer.features.some((feature) => KNOWN.includes(feature)),
  )
  const alone = (program: Program): readonly Answer[] =>
    answers.filter((answer) => differs(answer, program) && against(answer) === null)
  const how = mode === 'new' ? 'written into files of their own' : 'written into the file that they came from'
  const words = [
    HEAD,
    `## Result: ${count} articles, seed ${seed}, ${how}, each accepted and rejected`,
    '',
    ...ownWords(result),
    ...(skipped.length > 0 ? [`Skipped: ${skipped.join('; ')}.`, ''] : []),
    '| program | agrees with Stet | differs, and another agrees with Stet | differs, and no other agrees | of these no answer |',
    '|---|---|---|---|---|',
    ...counts(answers),
    '',
    `Two programs say the same, against Stet: ${both.length}; in ${unsupported.length} no third agrees with Stet, ${unexplained.length} of these in files without a doubly tracked ¶ and without a tracked ¶ before a tracked table.`,
    '',
    'Readings of files that hold something, and how many a program differs in; then in how many of these another agrees with Stet.',
    '',
    `| the file holds | there are | ${PROGRAM_NAMES.map((program) => PROGRAMS[program]).join(' | ')} |`,
    '|---|---|---|---|---|',
    ...causes(answers),
    '',
    ...table('Two against Stet', both),
    ...PROGRAM_NAMES.flatMap((program) => table(`${PROGRAMS[program]} alone`, alone(program))),
  ].join('\n')
  const isClean = unexplained.length === 0 && result.faults.length === 0 && result.errors.length === 0
  return { words, isClean }
}
