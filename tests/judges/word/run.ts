import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { project } from '../../../src/shared/document/projection.ts'
import { PROGRAM_NAMES, PROGRAMS } from './answers.ts'
import type { Answer, Program } from './answers.ts'
import { docxodusLines, startDocxodus } from './docxodus.ts'
import { featuresOf } from './features.ts'
import { ourLines } from './lines.ts'
import { decideWithOffice, officeLines } from './office.ts'
import type { Verdict } from './office.ts'
import { pandocLines } from './pandoc.ts'
import { reportOf } from './report.ts'
import type { Result } from './report.ts'
import { drawSubjects, makeNew, makePatched } from './subjects.ts'
import type { Subject } from './subjects.ts'
import { startValidator } from './validator.ts'
import { startXmllint } from './xmllint.ts'

export type Mode = 'new' | 'patch'
export type Amount = { readonly count: number; readonly seed: number; readonly minutes: number }

type File = { readonly number: number; readonly path: string; readonly subject: Subject }

const READINGS = { accept: 'final', reject: 'original' } as const
const VERDICTS: readonly Verdict[] = ['accept', 'reject']

/**
 * Lets other programs decide every change of random files, and write of each what is wrong with it. Programs are asked
 * until the time is up; what was not asked is said. True when nothing stands against us.
 */
export async function judgeWord(mode: Mode, amount: Amount): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-judges-'))
  const files = join(folder, 'files')
  mkdirSync(files)
  const time = new AbortController()
  const clock = setTimeout(() => time.abort(), amount.minutes * 60_000)
  try {
    const { made, faults } = await makeFiles(mode, amount, files)
    const hasOffice = has('soffice')
    const office = hasOffice
      ? decideWithOffice(files, join(folder, 'profile'), 8, time.signal)
      : Promise.resolve()
    const asked = await askAll(made, time.signal)
    await office
    if (!time.signal.aborted || hasOffice) addOffice(asked.answers, made, hasOffice, time.signal.aborted)
    const result: Result = { mode, ...amount, files: made.length, faults, ...asked }
    return tell(result)
  } finally {
    clearTimeout(clock)
    if (process.env['KEEP_FILES'] === undefined) rmSync(folder, { recursive: true, force: true })
    else console.log(`Files kept in ${folder}`)
  }
}

async function makeFiles(mode: Mode, { count, seed }: Amount, folder: string) {
  const made: File[] = []
  const faults: { readonly number: number; readonly words: string }[] = []
  for (const [index, drawn] of drawSubjects(count, seed).entries()) {
    const number = index + 1
    const subject = await (mode === 'new' ? makeNew(drawn) : makePatched(drawn))
    if ('fault' in subject) {
      faults.push({ number, words: subject.fault })
      continue
    }
    const path = join(folder, `${String(number).padStart(4, '0')}.docx`)
    writeFileSync(path, subject.bytes)
    if (subject.source) writeFileSync(`${path}.source`, subject.source)
    made.push({ number, path, subject })
  }
  return { made, faults }
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { timeout: 60_000, stdio: 'ignore' }).status === 0
}

type Asked = Pick<Result, 'answers' | 'errors' | 'validated' | 'skipped'>

async function askAll(made: readonly File[], end: AbortSignal): Promise<Asked> {
  const engine = await startDocxodus()
  const validate = await startValidator(made[0]?.path ?? '')
  const lint = startXmllint()
  const hasPandoc = has('pandoc')
  const skipped = [
    ...(engine ? [] : ['Docxodus is not installed']),
    ...(hasPandoc ? [] : ['pandoc is not installed']),
    ...(has('soffice') ? [] : ['LibreOffice (soffice) is not installed']),
    ...(validate ? [] : ['the validator of the Open XML SDK has no binary for this machine']),
    ...(lint ? [] : ['xmllint with the schema of ECMA-376 (WORD_XSD) is not installed']),
  ]
  for (const words of skipped) console.log(`SKIPPED: ${words}.`)
  const answers: Answer[] = []
  const errors: { number: number; kinds: readonly string[] }[] = []
  let validated = 0
  const ask = async ({ number, path, subject }: File): Promise<void> => {
    const features = featuresOf(subject.doc)
    for (const verdict of VERDICTS) {
      const read: Partial<Record<Program, readonly string[] | null>> = {}
      if (engine) read.docxodus = await docxodusLines(engine, subject.bytes, verdict)
      if (hasPandoc) read.pandoc = await pandocLines(path, verdict)
      const ours = ourLines(project(subject.doc, READINGS[verdict]))
      answers.push({ file: number, verdict, features, ours, read })
    }
    const found = [...((await validate?.(path)) ?? []), ...((await lint?.(subject.bytes)) ?? [])]
    if (validate) validated += 1
    const known = found.length > 0 && subject.source ? ((await validate?.(`${path}.source`)) ?? []) : []
    const kinds = found.filter((kind) => !known.includes(kind))
    if (kinds.length > 0) errors.push({ number, kinds })
  }
  // One by one in two rows: the programs are other processes, and wait for each other no longer than they must.
  const waiting = [...made]
  const row = async (): Promise<void> => {
    for (let file = waiting.shift(); file && !end.aborted; file = waiting.shift()) await ask(file)
  }
  await Promise.all([row(), row()])
  answers.sort((a, b) => a.file - b.file)
  return { answers, errors, validated, skipped }
}

/** LibreOffice takes all files at once; of those that it had no time for it was not asked. */
function addOffice(
  answers: readonly Answer[],
  made: readonly File[],
  hasOffice: boolean,
  isCut: boolean,
): void {
  if (!hasOffice) return
  const paths = new Map(made.map((file) => [file.number, file.path]))
  for (const answer of answers) {
    const lines = officeLines(paths.get(answer.file) ?? '', answer.verdict)
    if (lines !== null || !isCut) answer.read.office = lines
  }
}

function tell(result: Result): boolean {
  const { words, isClean } = reportOf(result)
  const name = result.mode === 'new' ? 'word-judges.md' : 'word-judges-patch.md'
  writeFileSync(resolve(import.meta.dirname, '../../../docs', name), words)
  console.log(words.slice(words.indexOf('## Result'), words.indexOf('## Two against')))
  console.log(`Asked: ${PROGRAM_NAMES.map((program) => PROGRAMS[program]).join(', ')}. ${name} is written.`)
  return isClean
}
