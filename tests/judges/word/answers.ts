import { sameLines } from './lines.ts'
import type { Feature } from './features.ts'
import type { Verdict } from './office.ts'

export const PROGRAMS = { docxodus: 'Docxodus', pandoc: 'pandoc', office: 'LibreOffice' } as const
export type Program = keyof typeof PROGRAMS
export const PROGRAM_NAMES = Object.keys(PROGRAMS) as Program[]

/** What programs read in one file once they have decided every change. */
export type Answer = {
  readonly file: number
  readonly verdict: Verdict
  readonly features: readonly Feature[]
  readonly ours: readonly string[]
  /** Null: asked, and gave no answer. Missing: not asked. */
  readonly read: Partial<Record<Program, readonly string[] | null>>
}

export function isAsked(answer: Answer, program: Program): boolean {
  return answer.read[program] !== undefined
}

export function agrees(answer: Answer, program: Program): boolean {
  const lines = answer.read[program]
  return Boolean(lines && sameLines(answer.ours, lines))
}

export function differs(answer: Answer, program: Program): boolean {
  return isAsked(answer, program) && !agrees(answer, program)
}

/** Two programs that read the same, and it is not what we say. */
export function against(answer: Answer): readonly [Program, Program] | null {
  const wrong = PROGRAM_NAMES.filter((program) => answer.read[program] && !agrees(answer, program))
  for (const one of wrong) {
    for (const other of wrong) {
      const [a, b] = [answer.read[one], answer.read[other]]
      if (one < other && a && b && sameLines(a, b)) return [one, other]
    }
  }
  return null
}
